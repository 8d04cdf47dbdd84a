//! Files of records, both ways. What is written here is read here: a workbook, a plan or a checklist as Markdown. Files of
//! others are read alone.
//!
//! Writing begins with the input of a document, which is what its reader may see; reading ends in rows that say what they
//! hold and where it stands, and problems by row. Owns the forms of the files (sheets, columns, their names and synonyms),
//! limits, and what a cell can mean. Deliberately knows no workspace: whether a row is new, changed or wrong among records is
//! found by whoever asked.

pub mod checklist;
mod error;
mod limits;
pub mod plan_markdown;
pub mod record_list;
mod row;
pub mod tasks;
mod wording;
pub mod workbook;

/// What is said of a copy in which names or hosts gave way to marks: taken in, the marks would stand where the names
/// are.
pub(crate) const REDACTED: &str = "Names or hosts were taken out of this copy, so it cannot come back; export it without Redact, edit that, and import it.";

pub use error::WriteError;
pub use row::{Content, ParsedField, ParsedFile, Row, RowError, RowPlace};
pub use wording::Wording;
