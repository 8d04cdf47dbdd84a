//! `#[derive(Declared)]`: what is said of a field is said beside it, once.
//!
//! ```text
//! #[derive(Declared)]
//! pub struct Objective {
//!     /// The outcome, in a line.
//!     #[field(title, required, customer = always, workbook(1, "Name", "Outcome"))]
//!     pub title: String,
//!     /// What could go wrong.
//!     #[field(prose, search, customer = by(risks_visibility), workbook(13), markdown(3, "### Risks"))]
//!     pub risks: String,
//! }
//! ```
//!
//! In this order: **what it holds**, which is a sort of text (`title`, `name`, `own_name`, `person`, `email`, `prose`, `host`,
//! `code`, `link`), `parts` of a type that is declared itself, `measure`, a value in the unit of a criterion, or `value`, which is
//! no text, or `home(Initiative, Account, ..)`, the one record of these kinds that it hangs under; then, in any order:
//! - **who on the customer's side sees it**: `customer = always`, `screen` (on a customer-safe screen, in no document), `key` (it
//!   only places the record: what it names is seen by itself), `never`, or `by(<the field that says so>)`. A field without this
//!   does not compile. Where a whole record is in the customer's copy or not is said on the type:
//!   `#[field(customer = by(visibility))]`. A part is seen where the field is that holds it: its type says `#[field(part)]`.
//! - `required`, a text that is not blank, of a list each of it; `search`, found by its words beside the title; `people`, a text
//!   of another sort that names some.
//! - `workbook(<place>, ..)` and `markdown(<place>, ..)`, how files that people edit call it: what its column may be called beside
//!   its own name; its heading or its key in a list of facts, and what else that may be. Of one place the first declared is first.
//! - `label = ".."` and `paper = ".."`, its keys in the catalogue, where the window calls it otherwise than by its name, and a
//!   document otherwise than a workbook.
//!
//! The derive writes `impl Declared`: the table `FIELDS`, and two walks over all texts; and of a record `impl ForCustomer`, the
//! customer's copy, and `impl AsRow`, its columns and both ways between the record and a row. What follows from them is written
//! by hand in `cairn-domain`: this crate knows words and no rule.

mod home;
mod record;
mod words;

use heck::ToUpperCamelCase as _;
use proc_macro::TokenStream;
use proc_macro2::{Span, TokenStream as Tokens};
use quote::quote;
use syn::{
    Data, DeriveInput, Error, Field, Fields, Ident, LitStr, Result, Type, ext::IdentExt as _,
    meta::ParseNestedMeta, parse_macro_input, spanned::Spanned as _,
};
use words::{Called, Customer, optional};

/// What a field can hold: the variants of `Sort`, and a home, each of whose keys is a value.
const SORTS: [&str; 13] = [
    "title", "name", "own_name", "person", "email", "prose", "host", "code", "link", "parts", "measure",
    "value", "home",
];
const UNDECIDED: &str = "who on the customer's side sees this? say `customer = always`, `screen`, `key`, `never`, or \
                         `by(<the field of an audience>)`";

/// Writes `impl Declared` for a record, or for a part of one. See the crate's own page for what is said of a field.
#[proc_macro_derive(Declared, attributes(field))]
pub fn declared(input: TokenStream) -> TokenStream {
    implementation(&parse_macro_input!(input as DeriveInput)).unwrap_or_else(Error::into_compile_error).into()
}

fn implementation(input: &DeriveInput) -> Result<Tokens> {
    let Data::Struct(data) = &input.data else {
        return Err(Error::new(input.span(), "only a struct is declared"));
    };
    let Fields::Named(fields) = &data.fields else {
        return Err(Error::new(input.span(), "fields are declared by their names"));
    };
    let OfType { is_part, customer } = OfType::read(input)?;
    let said = fields.named.iter().map(|field| Said::of(field, is_part)).collect::<Result<Vec<_>>>()?;
    let names: Vec<&Ident> = said.iter().map(|said| said.ident).collect();
    let switches = said.iter().filter_map(|said| said.customer.as_ref()).chain([&customer]);
    if let Some(unknown) = switches.filter_map(Customer::switch).find(|by| !names.contains(by)) {
        return Err(Error::new(unknown.span(), "there is no such field"));
    }
    let table = said.iter().flat_map(Said::entries);
    // A home is several fields of the table.
    let places = said.iter().scan(0, |next, said| {
        let at = *next;
        *next += said.homes.len().max(1);
        Some(at)
    });
    let texts: Vec<_> = places.zip(&said).filter(|(_, said)| said.is_text()).collect();
    let reads = texts.iter().map(|(at, said)| said.walk(*at, false));
    let edits = texts.iter().map(|(at, said)| said.walk(*at, true));
    let name = &input.ident;
    let homed = said.iter().filter(|said| !said.homes.is_empty()).map(|said| home::listed(name, &said.homes));
    let of_record = (!is_part).then(|| record::implementations(name, &fields.named, &said, &customer));
    Ok(quote! {
        #[automatically_derived]
        impl crate::declared::Declared for #name {
            const FIELDS: &'static [crate::declared::Field] = &[#(#table),*];
            const WHOLE: crate::declared::Customer = #customer;

            fn read_texts<'a>(&'a self, within: Option<&'static str>, read: crate::declared::Read<'_, 'a>) {
                #(#reads)*
            }

            fn edit_texts(&mut self, edit: crate::declared::Edit<'_>) {
                #(#edits)*
            }
        }

        #(#homed)*

        #of_record
    })
}

/// What is said of a type.
struct OfType {
    /// It is a part of a record.
    is_part: bool,
    /// Who sees the whole of it.
    customer: Customer,
}

impl OfType {
    fn read(input: &DeriveInput) -> Result<Self> {
        let mut of = Self { is_part: false, customer: Customer::Always };
        for attribute in input.attrs.iter().filter(|attribute| attribute.path().is_ident("field")) {
            attribute.parse_nested_meta(|meta| {
                if meta.path.is_ident("part") {
                    of.is_part = true;
                } else if meta.path.is_ident("customer") {
                    of.customer = Customer::read(&meta)?;
                } else {
                    return Err(
                        meta.error("a type says `part`, or who on the customer's side sees the whole of it")
                    );
                }
                Ok(())
            })?;
        }
        Ok(of)
    }
}

/// What is said of one field.
struct Said<'a> {
    ident: &'a Ident,
    /// One of [`SORTS`].
    sort: &'static str,
    required: bool,
    search: bool,
    people: bool,
    customer: Option<Customer>,
    workbook: Option<Called>,
    markdown: Option<Called>,
    label: Option<LitStr>,
    paper: Option<LitStr>,
    /// The kinds of record that it hangs under, if it is a home.
    homes: Vec<Ident>,
    /// Its type, of a field that has columns of its own.
    ty: Option<&'a Type>,
}

impl<'a> Said<'a> {
    fn of(field: &'a Field, is_part: bool) -> Result<Self> {
        let ident = field.ident.as_ref().ok_or_else(|| Error::new(field.span(), "a field has a name"))?;
        let mut said = Self {
            ident,
            ty: (!is_part).then_some(&field.ty),
            sort: "",
            required: false,
            search: false,
            people: false,
            customer: None,
            workbook: None,
            markdown: None,
            label: None,
            paper: None,
            homes: Vec::new(),
        };
        for attribute in field.attrs.iter().filter(|attribute| attribute.path().is_ident("field")) {
            attribute.parse_nested_meta(|meta| said.read(&meta))?;
        }
        let wrong = match (&said.customer, is_part) {
            _ if said.sort.is_empty() => {
                format!("what does this hold? say `#[field(..)]`: {}", SORTS.join(", "))
            }
            (None, false) => UNDECIDED.to_owned(),
            (Some(_), true) => "a part is seen where the field is that holds it".to_owned(),
            _ => return Ok(said),
        };
        Err(Error::new(ident.span(), wrong))
    }

    /// One thing that is said.
    fn read(&mut self, meta: &ParseNestedMeta<'_>) -> Result<()> {
        let word = meta.path.require_ident()?.to_string();
        match word.as_str() {
            "required" => self.required = true,
            "search" => self.search = true,
            "people" => self.people = true,
            "customer" => self.customer = Some(Customer::read(meta)?),
            "workbook" => self.workbook = Some(Called::read(meta)?),
            "markdown" => self.markdown = Some(Called::read(meta)?),
            "label" => self.label = Some(meta.value()?.parse()?),
            "paper" => self.paper = Some(meta.value()?.parse()?),
            _ => match SORTS.into_iter().find(|sort| *sort == word) {
                Some(found) if self.sort.is_empty() => {
                    self.sort = found;
                    if found == "home" {
                        self.homes = home::read(meta)?;
                    }
                }
                Some(_) => return Err(meta.error("a field holds one sort of value")),
                None => return Err(meta.error(format!("a field holds {}", SORTS.join(", ")))),
            },
        }
        Ok(())
    }

    /// As requests and columns call it.
    fn name(&self) -> String {
        self.ident.unraw().to_string()
    }

    fn is_text(&self) -> bool {
        !matches!(self.sort, "measure" | "value" | "home")
    }

    /// Its lines of the table: one, or of a home one for each kind of it. What files call a home is said of the first, in which the
    /// records of a plan have theirs.
    fn entries(&self) -> Vec<Tokens> {
        let one = self.entry();
        if self.homes.is_empty() {
            return vec![one];
        }
        let of_kind = |(at, kind): (usize, &Ident)| {
            let (key, label) = (home::key(kind), home::label(kind));
            let uncalled = (at > 0).then(|| quote!(workbook: None,));
            let means = quote!(crate::columns::Means::Record(crate::Kind::#kind));
            quote!(crate::declared::Field { name: #key, label: Some(#label), means: #means, #uncalled ..#one })
        };
        self.homes.iter().enumerate().map(of_kind).collect()
    }

    fn entry(&self) -> Tokens {
        let sort = if self.homes.is_empty() { self.sort } else { "value" };
        let (name, sort) = (self.name(), Ident::new(&sort.to_upper_camel_case(), Span::call_site()));
        let Self { required, search, people, .. } = self;
        // A part is seen where the field is that holds it.
        let customer = self.customer.as_ref().unwrap_or(&Customer::Always);
        // And it stands within a field of its record.
        let (holds, means) = match self.ty {
            None => (quote!(crate::columns::Holds::Json), quote!(crate::columns::Means::Plain)),
            Some(ty) => (
                quote!(<#ty as crate::columns::Columns>::COLUMNS[0].1),
                quote!(<#ty as crate::columns::Columns>::MEANS),
            ),
        };
        let (label, paper) = (optional(self.label.as_ref()), optional(self.paper.as_ref()));
        let (workbook, markdown) = (optional(self.workbook.as_ref()), optional(self.markdown.as_ref()));
        quote! {
            crate::declared::Field {
                name: #name,
                sort: crate::declared::Sort::#sort,
                required: #required,
                search: #search,
                people: #people,
                customer: #customer,
                holds: #holds,
                means: #means,
                label: #label,
                paper: #paper,
                workbook: #workbook,
                markdown: #markdown,
            }
        }
    }

    /// How its texts are shown, to be read or to be changed.
    fn walk(&self, at: usize, edit: bool) -> Tokens {
        let (ident, name) = (self.ident, self.name());
        let shown = if edit {
            quote!(edit_texts(&mut self.#ident, field, edit))
        } else {
            quote!(read_texts(&self.#ident, within.unwrap_or(#name), field, read))
        };
        quote! {
            let field = &<Self as crate::declared::Declared>::FIELDS[#at];
            crate::declared::Texts::#shown;
        }
    }
}

#[cfg(test)]
mod tests {
    use syn::parse_quote;

    use super::*;

    fn refused(input: &DeriveInput) -> String {
        implementation(input).map(|_| String::new()).unwrap_or_else(|error| error.to_string())
    }

    #[test]
    fn a_field_on_whose_customer_nobody_decided_does_not_compile() {
        let said = refused(&parse_quote! {
            struct Risk {
                #[field(prose, search)]
                mitigation: String,
            }
        });
        assert!(said.starts_with("who on the customer's side sees this?"), "{said}");
        let said = refused(&parse_quote! {
            struct Risk {
                mitigation: String,
            }
        });
        assert!(said.starts_with("what does this hold?"), "{said}");
    }

    #[test]
    fn a_switch_that_is_no_field_is_refused_and_so_is_a_part_that_decides_for_itself() {
        let said = refused(&parse_quote! {
            struct Risk {
                #[field(prose, customer = by(visibility))]
                mitigation: String,
            }
        });
        assert_eq!(said, "there is no such field");
        let said = refused(&parse_quote! {
            #[field(part)]
            struct Step {
                #[field(name, customer = never)]
                title: String,
            }
        });
        assert!(said.starts_with("a part is seen where the field is"), "{said}");
    }

    #[test]
    fn a_home_is_one_field_of_each_kind_that_is_listed() {
        let made = implementation(&parse_quote! {
            struct Task {
                #[field(home(Initiative, ChecklistStep), customer = key, workbook(1, "Initiative"))]
                home: Home<Self>,
            }
        });
        let made = made.map(|made| made.to_string()).unwrap_or_default();
        for key in ["initiative_id", "kind_initiative", "checklist_step_id", "kind_checklist_step"] {
            assert!(made.contains(&format!("{key:?}")), "{key} in {made}");
        }
        let said =
            refused(&parse_quote! { struct Task { #[field(home(), customer = key)] home: Home<Self> } });
        assert!(said.starts_with("under which kinds"), "{said}");
    }

    #[test]
    fn a_sort_is_said_once_and_is_one_of_those_that_there_are() {
        for input in [
            parse_quote! { struct Risk { #[field(prose, name, customer = never)] title: String } },
            parse_quote! { struct Risk { #[field(poem, customer = never)] title: String } },
        ] {
            assert!(refused(&input).starts_with("a field holds"), "{}", refused(&input));
        }
    }
}
