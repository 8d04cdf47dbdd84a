//! What the pages of every document are built of: the Rust half of `templates/parts.typ`, and the look of a page.

mod blocks;
mod cell;
mod look;

pub(crate) use blocks::{Prose, due, labelled, said, section, table};
pub(crate) use cell::{Cell, Glyph, Table, Tone};
pub(crate) use look::{PageStyle, look};

use serde_json::Value;

use crate::{DocumentError, text::TextFitter, typeset::Job};

/// A job from a template and its data, in the look of the house.
pub(crate) fn job(
    mut fitter: TextFitter<'_>,
    style: &PageStyle<'_>,
    template: &'static str,
    ident: String,
    data: Value,
) -> Result<Job, DocumentError> {
    let (look, logo) = look(&mut fitter, style)?;
    let (cut, remarks) = fitter.into_report();
    Ok(Job { template, data, look, logo, ident, cut, remarks })
}
