//! From the input to the pages: which parts are printed, and the cover.
//!
//! The look of the pages, which all have, is made apart from it.

use serde_json::Value;

use super::{
    Reader, Section, SuccessPlan,
    changes::changes,
    internal::internal,
    objective::objectives,
    overview::overview,
    pages::{Cover, PlanPages},
    people_page::people,
    readings::readings,
    sign_off::sign_off,
    timeline::timeline,
};
use crate::{
    parts::{labelled, said},
    text::TextFitter,
};

/// The template's data. A chosen part with nothing to say is absent; if none is left, the cover is printed.
pub(super) fn data(fitter: &mut TextFitter, plan: &SuccessPlan) -> Result<Value, serde_json::Error> {
    let chosen = |section| plan.sections.contains(&section);
    let mut pages = PlanPages {
        cover: chosen(Section::Cover).then(|| cover(fitter, plan)),
        overview: chosen(Section::WhereWeStand).then(|| overview(fitter, plan)),
        changes: chosen(Section::Changes).then(|| changes(fitter, plan)).flatten(),
        timeline: chosen(Section::Timeline).then(|| timeline(fitter, plan)).flatten(),
        objectives: if chosen(Section::Objectives) { objectives(fitter, plan) } else { Vec::new() },
        people: chosen(Section::People).then(|| people(fitter, plan)).flatten(),
        sign_off: chosen(Section::SignOff).then(|| sign_off(fitter, plan)).flatten(),
        readings: chosen(Section::Readings).then(|| readings(fitter, plan)).flatten(),
        internal: None,
    };
    if pages.is_empty() {
        pages.cover = Some(cover(fitter, plan));
    }
    // What is ours alone comes with every internal copy: it is no part of the customer's document.
    if let Reader::Internal(facts) = &plan.reader {
        pages.internal = internal(fitter, plan, facts);
    }
    serde_json::to_value(pages)
}

fn cover(fitter: &mut TextFitter, plan: &SuccessPlan) -> Cover {
    let words = fitter.words;
    let author = [fitter.cell(&plan.author.name), fitter.cell(&plan.author.title)];
    let reader = match plan.reader {
        Reader::Customer => words.fill(
            "doc_this_copy_for",
            &[("date", &words.date(plan.today)), ("account", &fitter.running(&plan.account))],
        ),
        Reader::Internal(_) => words.fill("doc_this_copy_internal", &[("date", &words.date(plan.today))]),
    };
    let facts = [
        ("doc_period_label", words.period(plan.period_start, plan.period_end)),
        ("doc_sponsor", fitter.cell(&plan.sponsor)),
        ("doc_architect", said(&author).join(", ")),
        ("doc_this_copy", reader),
        ("doc_classification", fitter.cell(plan.classification.as_deref().unwrap_or_default())),
    ];
    Cover {
        eyebrow: words.word("plan_type", plan.plan_type),
        title: fitter.heading(&plan.title),
        account: fitter.heading(&plan.account),
        facts: labelled(words, facts),
    }
}
