//! The success plan on one page: the same input as the whole document, and always exactly one page.
//!
//! Owns how much of a plan is told. What does not fit is cut from the end, and page and report say so.

use serde::Serialize;

use super::{SuccessPlan, build::said, cell::Table, finish, sheet::Metric, stand};
use crate::{
    DocumentError, Preview, Rendered,
    press::{self, Job},
    prose::Block,
    text::Copyist,
    words::Words,
};

/// How much is told: rows of outcomes, rows of due dates, characters of prose.
struct Room {
    outcomes: usize,
    next: usize,
    prose: usize,
}

/// From generous to little; the first that fits the page is taken, and of the last what fits is shown.
const ROOMS: [Room; 9] = [
    Room { outcomes: 24, next: 16, prose: 1600 },
    Room { outcomes: 24, next: 10, prose: 1200 },
    Room { outcomes: 20, next: 8, prose: 700 },
    Room { outcomes: 16, next: 6, prose: 500 },
    Room { outcomes: 12, next: 5, prose: 400 },
    Room { outcomes: 9, next: 5, prose: 300 },
    Room { outcomes: 6, next: 4, prose: 240 },
    Room { outcomes: 4, next: 3, prose: 160 },
    Room { outcomes: 2, next: 1, prose: 80 },
];

/// Makes the page.
///
/// # Errors
/// As [`super::render`].
pub fn render(plan: &SuccessPlan) -> Result<Rendered, DocumentError> {
    preview(plan)?.print()
}

/// Sets the page for a look at it.
///
/// # Errors
/// As [`super::render`].
pub fn preview(plan: &SuccessPlan) -> Result<Preview, DocumentError> {
    press::tidily(|| fitted(plan))
}

fn fitted(plan: &SuccessPlan) -> Result<Preview, DocumentError> {
    let [generous @ .., least] = &ROOMS;
    for room in generous {
        let preview = press::set(job(plan, room, false)?).map(Preview::new)?;
        if preview.pages() == 1 {
            return Ok(preview);
        }
    }
    press::set(job(plan, least, true)?).map(Preview::new)
}

/// What the template reads.
#[derive(Serialize)]
struct Page {
    eyebrow: String,
    title: String,
    facts: String,
    lead: Vec<Block>,
    metrics: Vec<Metric>,
    outcomes: Option<Table>,
    /// Said where there are no outcomes.
    empty: Option<String>,
    next: Option<Table>,
    /// Whether what goes beyond the page is not shown.
    clipped: bool,
}

fn job(plan: &SuccessPlan, room: &Room, clipped: bool) -> Result<Job, DocumentError> {
    let mut copyist = Copyist::new(Words::new(plan.language, &plan.labels));
    let data = serde_json::to_value(page(&mut copyist, plan, room, clipped))?;
    finish(copyist, plan, "/summary.typ", data)
}

fn page(copyist: &mut Copyist, plan: &SuccessPlan, room: &Room, clipped: bool) -> Page {
    let words = copyist.words;
    let mut outcomes = stand::outcomes(copyist, plan);
    if let Some(table) = outcomes.as_mut().filter(|table| table.rows.len() > room.outcomes) {
        let numbers = [("n", room.outcomes.to_string()), ("all", table.rows.len().to_string())];
        let numbers = numbers.each_ref().map(|(name, number)| (*name, number.as_str()));
        let remark = words.fill("doc_summary_outcomes_cut", &numbers);
        table.rows.truncate(room.outcomes);
        table.remark = Some(remark.clone());
        copyist.left_out(remark);
    }
    let next = stand::next(copyist, plan, room.next);
    if let Some(remark) = next.as_ref().and_then(|table| table.remark.clone()) {
        copyist.left_out(remark);
    }
    let sponsor = copyist.line(&plan.sponsor);
    let facts = [
        copyist.line(&plan.account),
        words.period(plan.period_start, plan.period_end),
        if sponsor.is_empty() { sponsor } else { words.fill("doc_sponsored", &[("name", &sponsor)]) },
    ];
    Page {
        eyebrow: words.fill("doc_summary_of", &[("date", &words.date(plan.today))]),
        title: copyist.title_line(&plan.title),
        facts: said(&facts).join(" \u{b7} "),
        lead: copyist.prose_within(&plan.highlights, room.prose),
        metrics: stand::metrics(copyist, plan),
        empty: outcomes.is_none().then(|| words.get("doc_no_outcomes")),
        outcomes,
        next,
        clipped,
    }
}
