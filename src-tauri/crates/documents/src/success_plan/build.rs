//! From the input to the sheet: cover, footer, and the internal page. The rest has rooms of its own.

use chrono::Datelike;
use serde_json::Value;

use super::{
    Internal, Reader, SuccessPlan, objective,
    sheet::{Cell, Cover, Facts, Section, Sheet, Table},
    stand,
};
use crate::{text::Copyist, words::Language};

/// The template's data, and what was cut on the way.
pub(super) fn data(plan: &SuccessPlan) -> Result<(Value, Vec<String>), serde_json::Error> {
    let mut copyist = Copyist::new(plan.language);
    let sheet = sheet(&mut copyist, plan);
    Ok((serde_json::to_value(sheet)?, copyist.into_cut()))
}

fn sheet(copyist: &mut Copyist, plan: &SuccessPlan) -> Sheet {
    let language = plan.language;
    let (title, account) = (copyist.heading(&plan.title), copyist.heading(&plan.account));
    let internal = match &plan.reader {
        Reader::Customer => None,
        Reader::Internal(internal) => Some(&**internal),
    };
    let dated = [("title", &*copyist.running(&plan.title)), ("date", &*language.date(plan.today))];
    Sheet {
        lang: language.code(),
        paper: plan.paper.engine_name(),
        date: (plan.today.year(), plan.today.month(), plan.today.day()),
        title: language.fill("doc_file_title", &[("title", &title), ("account", &account)]),
        author: copyist.cell(&plan.author.name),
        banner: internal.map(|_| language.get("doc_internal_banner")),
        footer: [copyist.running(&plan.account), language.fill("doc_footer", &dated)],
        cover: cover(copyist, plan, title, account),
        stand: stand::stand(copyist, plan),
        objectives: objective::objectives(copyist, plan),
        internal: internal.map(|internal| internal_page(copyist, internal)),
    }
}

fn cover(copyist: &mut Copyist, plan: &SuccessPlan, title: String, account: String) -> Cover {
    let language = plan.language;
    let author = [copyist.cell(&plan.author.name), copyist.cell(&plan.author.title)];
    let reader = match plan.reader {
        Reader::Customer => language.fill(
            "doc_this_copy_for",
            &[("date", &language.date(plan.today)), ("account", &copyist.running(&plan.account))],
        ),
        Reader::Internal(_) => {
            language.fill("doc_this_copy_internal", &[("date", &language.date(plan.today))])
        }
    };
    let facts = [
        ("doc_period_label", language.period(plan.period_start, plan.period_end)),
        ("doc_sponsor", copyist.cell(&plan.sponsor)),
        ("doc_architect", said(&author).join(", ")),
        ("doc_this_copy", reader),
    ];
    Cover {
        eyebrow: language.word("plan_type", plan.plan_type),
        title,
        account,
        facts: labelled(language, facts),
    }
}

fn internal_page(copyist: &mut Copyist, internal: &Internal) -> Facts {
    let Internal { arr, tier, priority, stage, renewal_date, closures, notes } = internal;
    let language = copyist.language;
    let facts = [
        ("doc_arr", arr.map(|arr| language.money(arr))),
        ("doc_tier", tier.map(|tier| language.word("success_tier", tier))),
        ("doc_priority", priority.map(|priority| language.word("priority", priority))),
        ("doc_stage", stage.map(|stage| language.word("lifecycle_stage", stage))),
        ("doc_renewal", renewal_date.map(|date| language.date(date))),
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
    Facts {
        heading: language.get("doc_internal_heading"),
        facts: labelled(language, facts.map(|(key, value)| (key, value.unwrap_or_default()))),
        closures: table(
            language,
            "doc_closures",
            &["doc_outcome", "doc_close_reason", "doc_close_outcome"],
            closures,
        ),
        notes: table(language, "doc_notes", &["doc_note_about", "doc_note"], notes),
    }
}

/// The facts that are there, each with its label.
fn labelled<const N: usize>(language: Language, facts: [(&str, String); N]) -> Vec<[String; 2]> {
    facts
        .into_iter()
        .filter(|(_, value)| !value.is_empty())
        .map(|(key, value)| [language.get(key), value])
        .collect()
}

/// A table with a heading; `None` without rows.
pub(super) fn table(
    language: Language,
    heading: &str,
    columns: &[&str],
    rows: Vec<Vec<Cell>>,
) -> Option<Table> {
    (!rows.is_empty()).then(|| Table {
        heading: language.get(heading),
        remark: None,
        columns: columns
            .iter()
            .map(|key| if key.is_empty() { String::new() } else { language.get(key) })
            .collect(),
        rows,
    })
}

/// Prose under a heading; `None` without prose.
pub(super) fn section(copyist: &mut Copyist, heading: &str, text: &str) -> Option<Section> {
    let paragraphs = copyist.prose(text);
    (!paragraphs.is_empty()).then(|| Section { heading: copyist.language.get(heading), paragraphs })
}

/// Those of the texts that say something.
pub(super) fn said(texts: &[String]) -> Vec<&str> {
    texts.iter().map(String::as_str).filter(|text| !text.is_empty()).collect()
}
