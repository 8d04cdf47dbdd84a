//! Characters that no font has: found on the set pages, replaced in the data by a visible box.
//!
//! The engine itself never warns of them, and PDF/UA refuses to carry them.

use std::collections::BTreeSet;

use serde_json::Value;
use typst::layout::{Frame, FrameItem};
use typst_layout::PagedDocument;

use crate::fonts::Fonts;

/// Stands for a character that no font has. Inter has it.
const BOX: char = '\u{25a1}';

/// Every character without a glyph.
///
/// The engine gives up a whole cluster for one character of it: a letter under an accent that no font has is
/// without a glyph too, though fonts have the letter. So first the characters that no font has; only where there
/// are none, everything beyond ASCII in the runs that have a gap.
pub(crate) fn missing(document: &PagedDocument, fonts: Fonts) -> BTreeSet<char> {
    let (mut found, mut unsure) = (BTreeSet::new(), BTreeSet::new());
    for page in document.pages() {
        walk(&page.frame, &mut |cluster, run| {
            found.extend(cluster.chars().filter(|c| !c.is_ascii() && !fonts.cover(*c)));
            unsure.extend(run.chars().filter(|c| !c.is_ascii()));
        });
    }
    if found.is_empty() { unsure } else { found }
}

fn walk(frame: &Frame, report: &mut impl FnMut(&str, &str)) {
    for (_, item) in frame.items() {
        match item {
            FrameItem::Group(group) => walk(&group.frame, report),
            FrameItem::Text(text) => {
                for glyph in text.glyphs.iter().filter(|glyph| glyph.id == 0) {
                    report(&text.text[glyph.range()], &text.text);
                }
            }
            FrameItem::Shape(..) | FrameItem::Image(..) | FrameItem::Link(..) | FrameItem::Tag(_) => {}
        }
    }
}

/// Puts the box in place of every missing character, in every string of the data. The data's own words, such as
/// the names of shapes, are ASCII and stay.
pub(crate) fn replace(data: &mut Value, missing: &BTreeSet<char>) {
    match data {
        Value::String(text) if text.contains(|c| missing.contains(&c)) => {
            *text = text.chars().map(|c| if missing.contains(&c) { BOX } else { c }).collect();
        }
        Value::Array(values) => values.iter_mut().for_each(|value| replace(value, missing)),
        Value::Object(fields) => fields.values_mut().for_each(|value| replace(value, missing)),
        Value::String(_) | Value::Null | Value::Bool(_) | Value::Number(_) => {}
    }
}
