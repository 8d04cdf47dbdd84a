//! The paper a document is set on, as the engine names it.

use cairn_domain::Paper;

/// The engine's name of the size.
pub(crate) const fn engine_name(paper: Paper) -> &'static str {
    match paper {
        Paper::A4 => "a4",
        Paper::Letter => "us-letter",
    }
}
