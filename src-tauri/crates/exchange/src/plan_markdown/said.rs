//! Fields of one record while they are read: each once, and what cannot be read with its reason.

use serde_json::Value;

use crate::{Content, ParsedField, Row, RowError, RowPlace};

/// The fields of a record as far as they were read.
#[derive(Clone, PartialEq, Debug, Default)]
pub(super) struct Fields {
    pub(super) said: Vec<(String, Content)>,
    pub(super) wrong: Vec<(String, String)>,
    /// The line of each wrong field, where it is not the record's own.
    lines: Vec<Option<u32>>,
    /// The line that is being read.
    pub(super) line: Option<u32>,
}

impl Fields {
    /// Says a field. Said twice is wrong, unless it says the same.
    pub(super) fn say(&mut self, field: &str, value: impl Into<Value>) {
        let content = Content::Plain(value.into());
        match self.said.iter().find(|(known, _)| known == field) {
            None => self.said.push((field.to_owned(), content)),
            Some((_, before)) if *before == content => {}
            Some((_, before)) => {
                let message = format!("This is said twice: {} and {}.", told(before), told(&content));
                self.refuse(field, message);
            }
        }
    }

    /// Names another record.
    pub(super) fn name(&mut self, field: &str, content: Content) {
        self.said.push((field.to_owned(), content));
    }

    /// Says a field unless it is said.
    pub(super) fn or(&mut self, field: &str, value: impl Into<Value>) {
        if !self.has(field) {
            self.say(field, value);
        }
    }

    /// Says each of some fields unless it is said.
    pub(super) fn or_all(&mut self, fields: &[&str], value: &Value) {
        for field in fields {
            self.or(field, value.clone());
        }
    }

    /// Adds to a prose, behind what it says.
    pub(super) fn append(&mut self, field: &str, more: &str) {
        match self.said.iter_mut().find(|(known, _)| known == field) {
            Some((_, Content::Plain(Value::String(text)))) if !text.is_empty() => {
                text.push_str(&format!("\n\n{more}"));
            }
            Some((_, content)) => *content = Content::Plain(more.into()),
            None => self.say(field, more),
        }
    }

    /// True where the field is said, or was and could not be read.
    pub(super) fn has(&self, field: &str) -> bool {
        self.said.iter().any(|(known, _)| known == field)
            || self.wrong.iter().any(|(known, _)| known == field)
    }

    /// What a field says, where it is a text.
    pub(super) fn text(&self, field: &str) -> Option<&str> {
        self.said.iter().find(|(known, _)| known == field).and_then(|(_, content)| match content {
            Content::Plain(value) => value.as_str(),
            Content::Record(..) | Content::Records(..) | Content::Line(..) => None,
        })
    }

    pub(super) fn refuse(&mut self, field: &str, message: impl Into<String>) {
        self.wrong.push((field.to_owned(), message.into()));
        self.lines.push(self.line);
    }

    /// The row that these fields make; what was wrong goes among the errors of rows.
    pub(super) fn into_row(self, row: Row, row_errors: &mut Vec<RowError>) -> Row {
        let Self { said, wrong, lines, line: _ } = self;
        let broken = row.broken || !wrong.is_empty();
        for ((field, message), line) in wrong.into_iter().zip(lines) {
            let at = line.map_or_else(|| row.place.clone(), place);
            row_errors.push(RowError::at(&at, Some(&field), message));
        }
        let fields = said.into_iter().map(|(field, content)| ParsedField {
            field,
            content,
            untouched: false,
            shrunk: false,
            base: None,
        });
        Row { broken, fields: fields.collect(), ..row }
    }
}

fn told(content: &Content) -> String {
    match content {
        Content::Plain(Value::String(text)) => format!("“{text}”"),
        Content::Plain(value) => value.to_string(),
        Content::Record(_, name) => format!("“{name}”"),
        Content::Records(_, names) => names.join(", "),
        Content::Line(_, line) => format!("line {line}"),
    }
}

/// A line of the file.
pub(super) fn place(line: u32) -> RowPlace {
    RowPlace { sheet: None, row: Some(line) }
}
