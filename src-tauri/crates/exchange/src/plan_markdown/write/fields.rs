//! The fields of one record as its part of the text has them.

use cairn_domain::{
    Customer, Field, Kind, Means, fields_of,
    gitlab::{self, normalized},
    markdown_facts,
};
use serde::Serialize;
use serde_json::Value;

use crate::WriteError;

/// The fields of a record as they are on the wire.
pub(super) struct Fields {
    pub(super) kind: Kind,
    values: Value,
    /// True in our own copy.
    ours: bool,
}

impl Fields {
    pub(super) fn of(kind: Kind, record: &impl Serialize, ours: bool) -> Result<Self, WriteError> {
        Ok(Self { kind, values: serde_json::to_value(record)?, ours })
    }

    /// The text of a field; empty where it has none.
    pub(super) fn text(&self, field: &str) -> &str {
        self.values.get(field).and_then(Value::as_str).unwrap_or_default()
    }

    /// What has no quick action, by its key.
    pub(super) fn facts(&self) -> Vec<(&'static str, String)> {
        let facts = markdown_facts(self.kind).into_iter().filter(|fact| self.shows(fact.field));
        facts
            .map(|fact| {
                let text = self.text(fact.field.name);
                let is_word = matches!(fact.field.means, Means::Word(_));
                (fact.key, if is_word { gitlab::term_of(text) } else { text.to_owned() })
            })
            .collect()
    }

    /// True where the field is this reader's; who sees a text is said where there is one.
    fn shows(&self, field: &Field) -> bool {
        let mut switched =
            fields_of(self.kind).iter().filter(|other| other.customer == Customer::By(field.name)).peekable();
        let says =
            switched.peek().is_none() || switched.any(|text| !normalized(self.text(text.name)).is_empty());
        says && (self.ours || field.customer != Customer::Never)
    }
}
