//! Characters that no font has: found on the set pages, replaced in the data by a visible box.
//!
//! The engine itself never warns of them, and PDF/UA refuses to carry them.

use std::collections::BTreeSet;

use serde_json::Value;
use typst::layout::{Frame, FrameItem};
use typst_layout::PagedDocument;

use crate::fonts::Fonts;

/// Stands for a character that no font has. Inter has it.
const BOX: &str = "\u{25a1}";

/// Every text without a glyph: single characters where a character is the cause, else the whole cluster.
pub(crate) fn missing(document: &PagedDocument, fonts: Fonts) -> BTreeSet<String> {
    let mut found = BTreeSet::new();
    for page in document.pages() {
        walk(&page.frame, &mut |cluster| {
            let uncovered: Vec<char> = cluster.chars().filter(|c| !fonts.cover(*c)).collect();
            if uncovered.is_empty() {
                found.insert(cluster.to_owned());
            } else {
                found.extend(uncovered.into_iter().map(String::from));
            }
        });
    }
    found
}

fn walk(frame: &Frame, report: &mut impl FnMut(&str)) {
    for (_, item) in frame.items() {
        match item {
            FrameItem::Group(group) => walk(&group.frame, report),
            FrameItem::Text(text) => {
                for glyph in text.glyphs.iter().filter(|glyph| glyph.id == 0) {
                    report(&text.text[glyph.range()]);
                }
            }
            FrameItem::Shape(..) | FrameItem::Image(..) | FrameItem::Link(..) | FrameItem::Tag(_) => {}
        }
    }
}

/// Puts the box in place of every missing text, in every string of the data.
pub(crate) fn replace(data: &mut Value, missing: &BTreeSet<String>) {
    match data {
        Value::String(text) => {
            for cluster in missing {
                if text.contains(cluster.as_str()) {
                    *text = text.replace(cluster.as_str(), BOX);
                }
            }
        }
        Value::Array(values) => values.iter_mut().for_each(|value| replace(value, missing)),
        Value::Object(fields) => fields.values_mut().for_each(|value| replace(value, missing)),
        Value::Null | Value::Bool(_) | Value::Number(_) => {}
    }
}
