//! Files of others: read into rows that say what they hold and where it stands, and problems by row.
//!
//! Owns the forms of the files (sheets, columns, their names and synonyms), limits, and what a cell can mean.
//! Deliberately knows no workspace: whether a row is new, changed or wrong among records is found by whoever asked.

pub mod checklist;
mod limits;
pub mod plan_markdown;
pub mod record_list;
mod row;
mod wording;
pub mod workbook;

/// What is said of a copy in which names or hosts gave way to marks: taken in, the marks would stand where the names
/// are.
pub(crate) const REDACTED: &str = "Names or hosts were taken out of this copy, so it cannot come back; export it without Redact, edit that, and import it.";

pub use row::{Content, ParsedField, ParsedFile, Row, RowError, RowPlace};
pub use wording::Wording;
