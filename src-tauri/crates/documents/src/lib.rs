//! The documents a customer or a colleague keeps: typeset pages as tagged PDF.
//!
//! Owns the templates, the fonts, the words and number formats on paper, and the input structs that say
//! what a document may show. Deliberately knows no workspace, no clock and no file: whoever asks for a
//! document filters the records by audience, hands them over as an input struct and gets bytes back, or a
//! [`Preview`] with its pages as pictures. Same input, same bytes.

mod brand;
mod chart;
mod colour;
mod error;
mod finding;
mod fonts;
mod format;
mod frame;
mod glyphs;
pub mod hand_off;
mod labels;
mod language;
mod letters;
mod logo;
pub mod onboarding;
mod paper;
mod parts;
pub mod picture;
mod preview;
mod prose;
mod record;
mod redact;
mod series;
pub mod success_plan;
mod text;
mod typeset;
mod words;
mod world;

pub use brand::Brand;
pub use cairn_domain::Paper;
pub use error::DocumentError;
pub use frame::Frame;
pub use labels::{Label, LabelFault, check_label, labels};
pub use language::Language;
pub use preview::Preview;
pub use redact::{Redact, RedactionTargets, Redactor, Taken, redaction_mark};
pub use typeset::Rendered;
pub use words::Words;
