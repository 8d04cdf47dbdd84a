//! From the input to the sheet: which parts are printed, and the cover.
//!
//! The look of the pages, which all have, is made apart from it.

use serde_json::Value;

use super::{
    Reader, Section, SuccessPlan,
    changes::changes,
    internal::internal,
    objective::objectives,
    people_page::people,
    readings::readings,
    sheet::{Cover, Sheet},
    sign_off::sign_off,
    stand::stand,
    timeline::timeline,
};
use crate::{
    parts::{labelled, said},
    text::Copyist,
};

/// The template's data. A chosen part with nothing to say is absent; if none is left, the cover is printed.
pub(super) fn data(copyist: &mut Copyist, plan: &SuccessPlan) -> Result<Value, serde_json::Error> {
    let chosen = |section| plan.sections.contains(&section);
    let mut sheet = Sheet {
        cover: chosen(Section::Cover).then(|| cover(copyist, plan)),
        stand: chosen(Section::WhereWeStand).then(|| stand(copyist, plan)),
        changes: chosen(Section::Changes).then(|| changes(copyist, plan)).flatten(),
        timeline: chosen(Section::Timeline).then(|| timeline(copyist, plan)).flatten(),
        objectives: if chosen(Section::Objectives) { objectives(copyist, plan) } else { Vec::new() },
        people: chosen(Section::People).then(|| people(copyist, plan)).flatten(),
        sign_off: chosen(Section::SignOff).then(|| sign_off(copyist, plan)).flatten(),
        readings: chosen(Section::Readings).then(|| readings(copyist, plan)).flatten(),
        internal: None,
    };
    if sheet.is_empty() {
        sheet.cover = Some(cover(copyist, plan));
    }
    // What is ours alone comes with every internal copy: it is no part of the customer's document.
    if let Reader::Internal(facts) = &plan.reader {
        sheet.internal = internal(copyist, plan, facts);
    }
    serde_json::to_value(sheet)
}

fn cover(copyist: &mut Copyist, plan: &SuccessPlan) -> Cover {
    let words = copyist.words;
    let author = [copyist.cell(&plan.author.name), copyist.cell(&plan.author.title)];
    let reader = match plan.reader {
        Reader::Customer => words.fill(
            "doc_this_copy_for",
            &[("date", &words.date(plan.today)), ("account", &copyist.running(&plan.account))],
        ),
        Reader::Internal(_) => words.fill("doc_this_copy_internal", &[("date", &words.date(plan.today))]),
    };
    let facts = [
        ("doc_period_label", words.period(plan.period_start, plan.period_end)),
        ("doc_sponsor", copyist.cell(&plan.sponsor)),
        ("doc_architect", said(&author).join(", ")),
        ("doc_this_copy", reader),
        ("doc_classification", copyist.cell(plan.classification.as_deref().unwrap_or_default())),
    ];
    Cover {
        eyebrow: words.word("plan_type", plan.plan_type),
        title: copyist.heading(&plan.title),
        account: copyist.heading(&plan.account),
        facts: labelled(words, facts),
    }
}
