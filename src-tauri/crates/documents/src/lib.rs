//! The documents a customer or a colleague keeps: typeset pages as tagged PDF.
//!
//! Owns the templates, the fonts, the words and number formats on paper, and the input structs that say
//! what a document may show. Deliberately knows no workspace, no clock and no file: whoever asks for a
//! document filters the records by audience, hands them over as an input struct and gets bytes back.
//! Same input, same bytes.

mod brand;
mod chart;
mod error;
mod finding;
mod fonts;
mod format;
mod glyphs;
mod paper;
mod press;
pub mod success_plan;
mod text;
mod words;
mod world;

pub use brand::Brand;
pub use error::DocumentError;
pub use paper::Paper;
pub use press::Rendered;
pub use words::Language;
