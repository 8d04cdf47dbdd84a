//! What is declared of a field beside it (`#[field(..)]`, by the derive of `cairn-declare`), and what follows from that for
//! every kind alike: how long a text may be, whether it has to be there, which texts the search reads.
//!
//! Owns these consequences. Does not own rules that name a field: those stand with their record.

use std::collections::BTreeMap;

pub(crate) use cairn_declare::Declared;

use crate::{
    columns::{Holds, Means},
    problem::{Problem, Reason},
    text,
};

/// One field of a record, or of a part of one.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Field {
    /// As requests and columns call it.
    pub name: &'static str,
    /// What it holds.
    pub sort: Sort,
    /// True where a blank text is refused; of a list, each of it.
    pub required: bool,
    /// True where the record is found by its words, beside its title.
    pub search: bool,
    /// True where it names people, though it is no name.
    pub people: bool,
    /// Who on the customer's side sees it.
    pub customer: Customer,
    /// What the first of its columns holds.
    pub holds: Holds,
    /// What that means.
    pub means: Means,
    /// The key of its label in the window, where that is not its name.
    pub label: Option<&'static str>,
    /// The key of its label in a document, where that is not `workbook_column_` and its name.
    pub paper: Option<&'static str>,
    /// Its column in a workbook: where it stands, and what it may be called beside its own name.
    pub workbook: Option<Called>,
    /// Its place in a Markdown file: the heading of its section, or its key in a list of facts, then what else that may be
    /// called.
    pub markdown: Option<Called>,
}

/// How a file that people edit calls a field.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Called {
    /// The lower stands first.
    pub place: u8,
    /// The first is how it is written.
    pub names: &'static [&'static str],
}

/// What a field holds.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Sort {
    /// What the record is called: a name of at most [`crate::NAME_MAX`] characters.
    Title,
    /// A name, or a few words, as long.
    Name,
    /// The name of whom the record, or the part of one, is about; as long.
    OwnName,
    /// The name of a person, as long.
    Person,
    /// The mail address of whom the own name before it names, as long.
    Email,
    /// Somebody's prose, of at most [`crate::TEXT_MAX`] characters: where two people wrote it, both texts are worth keeping.
    Prose,
    /// A host, or a site, as long as a name.
    Host,
    /// A key, a colour, a code of a list: as long as a name, and it names nobody.
    Code,
    /// An address of the web.
    Link,
    /// Parts, each declared itself.
    Parts,
    /// A value in the unit of a criterion.
    Measure,
    /// No text.
    Value,
}

/// Who on the customer's side sees a field.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Customer {
    /// In documents and on a customer-safe screen.
    Always,
    /// On a customer-safe screen, though no document prints it: what customers know of themselves, what the screen is
    /// about, and what only places a record.
    Screen,
    /// In documents and on such a screen, because it places the record. Whether the record that it names is seen is
    /// that record's matter.
    Key,
    /// Nobody.
    Never,
    /// Whoever the field of this name says, an [`crate::Audience`].
    By(&'static str),
}

/// One text of a record, as it is shown to a visitor.
#[derive(Clone, Copy, Debug)]
pub struct Text<'a> {
    /// The field of the record that it stands in.
    pub of: &'static str,
    /// What is declared of the text itself.
    pub field: &'static Field,
    /// The text.
    pub text: &'a str,
}

/// Takes each text in turn.
pub type Read<'r, 'a> = &'r mut dyn FnMut(Text<'a>);

/// Takes each text in turn, with what is declared of it, and may change it.
pub type Edit<'e> = &'e mut dyn FnMut(&'static Field, &mut String);

/// A type whose fields are declared; by `#[derive(Declared)]`.
pub trait Declared {
    /// Every field, in order.
    const FIELDS: &'static [Field];
    /// Who on the customer's side sees anything of it.
    const WHOLE: Customer;

    /// Shows every text. `within` is the field of the record that holds this, where it is a part.
    fn read_texts<'a>(&'a self, within: Option<&'static str>, read: Read<'_, 'a>);

    /// Shows every text, to be changed.
    fn edit_texts(&mut self, edit: Edit<'_>);

    /// The first text that is too long, missing, or no address.
    ///
    /// # Errors
    /// `empty`, `too_long`, `no_url`, `unreadable` on the field.
    fn check_texts(&self) -> Result<(), Problem> {
        let mut checked = Ok(());
        self.read_texts(None, &mut |text| {
            if checked.is_ok() {
                checked = text.check();
            }
        });
        checked
    }

    /// The texts by which a record is found, beside its title.
    fn searched(&self) -> Vec<&str> {
        let mut found = Vec::new();
        self.read_texts(None, &mut |text| {
            let holds = Self::FIELDS.iter().find(|field| field.name == text.of);
            if text.field.search && holds.is_none_or(|field| field.search) {
                found.push(text.text);
            }
        });
        found
    }
}

impl Text<'_> {
    fn check(self) -> Result<(), Problem> {
        let Self { of, field, text } = self;
        if field.required && text.trim().is_empty() {
            return Err(Problem::new(of, Reason::Empty));
        }
        match field.sort {
            Sort::Link => text::url(of, text),
            Sort::Prose => text::prose(of, text),
            _ => text::name(of, text),
        }
    }
}

/// What holds texts: a text, some of it, or parts that do.
pub trait Texts {
    /// Shows every text in it.
    fn read_texts<'a>(&'a self, of: &'static str, field: &'static Field, read: Read<'_, 'a>);

    /// Shows every text in it, to be changed.
    fn edit_texts(&mut self, field: &'static Field, edit: Edit<'_>);
}

impl Texts for String {
    fn read_texts<'a>(&'a self, of: &'static str, field: &'static Field, read: Read<'_, 'a>) {
        read(Text { of, field, text: self });
    }

    fn edit_texts(&mut self, field: &'static Field, edit: Edit<'_>) {
        edit(field, self);
    }
}

impl<T: Declared> Texts for T {
    fn read_texts<'a>(&'a self, of: &'static str, _: &'static Field, read: Read<'_, 'a>) {
        Declared::read_texts(self, Some(of), read);
    }

    fn edit_texts(&mut self, _: &'static Field, edit: Edit<'_>) {
        Declared::edit_texts(self, edit);
    }
}

impl<T: Texts> Texts for Vec<T> {
    fn read_texts<'a>(&'a self, of: &'static str, field: &'static Field, read: Read<'_, 'a>) {
        self.iter().for_each(|one| one.read_texts(of, field, read));
    }

    fn edit_texts(&mut self, field: &'static Field, edit: Edit<'_>) {
        self.iter_mut().for_each(|one| one.edit_texts(field, edit));
    }
}

impl<K: Ord, T: Texts> Texts for BTreeMap<K, T> {
    fn read_texts<'a>(&'a self, of: &'static str, field: &'static Field, read: Read<'_, 'a>) {
        self.values().for_each(|one| one.read_texts(of, field, read));
    }

    fn edit_texts(&mut self, field: &'static Field, edit: Edit<'_>) {
        self.values_mut().for_each(|one| one.edit_texts(field, edit));
    }
}
