//! The internal page: what is ours alone. Only an internal copy has anything to put there.

use super::{
    Internal,
    build::{labelled, table},
    cell::Cell,
    sheet::Facts,
};
use crate::text::Copyist;

/// The page; `None` if there is nothing to say.
pub(super) fn internal(copyist: &mut Copyist, internal: &Internal) -> Option<Facts> {
    let Internal { arr, tier, priority, stage, renewal_date, closures, notes, dependencies: _ } = internal;
    let words = copyist.words;
    let facts = [
        ("doc_arr", arr.map(|arr| words.money(arr))),
        ("doc_tier", tier.map(|tier| words.word("success_tier", tier))),
        ("doc_priority", priority.map(|priority| words.word("priority", priority))),
        ("doc_stage", stage.map(|stage| words.word("lifecycle_stage", stage))),
        ("doc_renewal", renewal_date.map(|date| words.date(date))),
    ];
    let closures = closures
        .iter()
        .map(|closure| {
            [copyist.title(&closure.objective), copyist.cell(&closure.reason), copyist.cell(&closure.outcome)]
        })
        .map(|cells| cells.map(Cell::text).into())
        .collect();
    let notes = notes
        .iter()
        .map(|note| [copyist.title(&note.about), copyist.cell(&note.text)].map(Cell::text).into())
        .collect();
    let page = Facts {
        heading: words.get("doc_internal_heading"),
        facts: labelled(words, facts.map(|(key, value)| (key, value.unwrap_or_default()))),
        closures: table(
            words,
            "doc_closures",
            &["doc_outcome", "doc_close_reason", "doc_close_outcome"],
            closures,
        ),
        notes: table(words, "doc_notes", &["doc_note_about", "doc_note"], notes),
    };
    let empty = page.facts.is_empty() && page.closures.is_none() && page.notes.is_none();
    (!empty).then_some(page)
}
