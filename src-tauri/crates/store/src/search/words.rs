//! What an open operation knows of the words of the records that it wrote, so that they need not be read back.

use std::collections::HashMap;

use cairn_domain::{Record, Stored};
use serde::Serialize;

use super::fold::for_index;

/// The records of an operation by their ids.
#[derive(Debug, Default)]
pub(crate) struct Words(HashMap<String, Known>);

/// What is known of the words of a record.
#[derive(Debug)]
pub(crate) enum Known {
    /// They are these, and the index has none of it: it was made.
    New(Entry),
    /// They are as they were before the operation.
    Same,
    /// They are these.
    Now(Entry),
    /// Nothing: they are read.
    Unread,
}

/// What stands in the index for a record.
#[derive(Debug, Serialize)]
pub(crate) struct Entry {
    id: String,
    tbl: &'static str,
    title: String,
    body: String,
}

impl Entry {
    /// The words of a record, folded.
    pub(crate) fn of<R: Record>(stored: &Stored<R>) -> Self {
        Self {
            id: stored.id.to_string(),
            tbl: R::KIND.word(),
            title: for_index(stored.record.label()),
            body: for_index(stored.record.searched().join("\n")),
        }
    }
}

impl Words {
    /// A record was made.
    pub(crate) fn made<R: Record>(&mut self, stored: &Stored<R>) {
        self.0.insert(stored.id.to_string(), Known::New(Entry::of(stored)));
    }

    /// A record was written over another state of itself.
    pub(crate) fn changed<R: Record>(&mut self, from: &Stored<R>, to: &Stored<R>) {
        let said = from.record.label() != to.record.label() || from.record.searched() != to.record.searched();
        match self.0.entry(to.id.to_string()).or_insert(Known::Same) {
            // What the operation did to the words before still counts.
            _ if !said => {}
            Known::New(entry) => *entry = Entry::of(to),
            known => *known = Known::Now(Entry::of(to)),
        }
    }

    /// True where the operation made a record and did not delete it.
    pub(crate) fn has_made(&self, id: &str) -> bool {
        matches!(self.0.get(id), Some(Known::New(_)))
    }

    /// A record was deleted, or came back.
    pub(crate) fn marked(&mut self, id: &str) {
        self.0.insert(id.to_owned(), Known::Unread);
    }

    /// What is known of a record, once.
    pub(crate) fn take(&mut self, id: &str) -> Known {
        self.0.remove(id).unwrap_or(Known::Unread)
    }
}
