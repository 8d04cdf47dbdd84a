//! The look of the house that makes a document: its name, logo, colour and footer.

use serde::{Deserialize, Serialize};

/// A house's own look. Everything may be empty: then a document has ours.
#[derive(Clone, PartialEq, Eq, Debug, Default, Serialize, Deserialize)]
pub struct Brand {
    /// The company's name.
    pub company: String,
    /// The colour of lines and marks, such as `#2456c9`.
    pub colour: String,
    /// A line at the foot of every page.
    pub footer: String,
    /// The logo's file: PNG, JPEG, WebP or SVG. One that cannot be read is left out, and the report says so.
    pub logo: Option<Vec<u8>>,
}
