//! The success plan on one page: the same input as the whole document, and always exactly one page.
//!
//! Owns how much of a plan is told. What does not fit is cut from the end, and page and report say so.

mod content;

use serde::Serialize;

use super::{SuccessPlan, finish, overview, pages::Metric};
use crate::{
    DocumentError, Preview, Rendered,
    parts::{Table, said},
    prose::Block,
    text::TextFitter,
    typeset::{self, Job},
    words::Words,
};

/// How much is told: rows of outcomes, of findings, of confirmations and of requests; characters of the prose and of
/// the customer's words.
struct Room {
    outcomes: usize,
    findings: usize,
    confirmed: usize,
    needed: usize,
    prose: usize,
    words: usize,
}

impl Room {
    const fn of([outcomes, findings, confirmed, needed, prose, words]: [usize; 6]) -> Self {
        Self { outcomes, findings, confirmed, needed, prose, words }
    }
}

/// From generous to little; the first that fits the page is taken, and of the last what fits is shown.
const ROOMS: [Room; 10] = [
    Room::of([24, 6, 4, 6, 1600, 300]),
    Room::of([24, 4, 3, 5, 1000, 220]),
    Room::of([20, 4, 2, 4, 700, 180]),
    Room::of([16, 3, 2, 4, 500, 140]),
    Room::of([12, 3, 2, 3, 400, 120]),
    Room::of([9, 2, 1, 3, 300, 100]),
    Room::of([7, 2, 1, 2, 240, 90]),
    Room::of([5, 1, 1, 2, 160, 80]),
    Room::of([3, 1, 1, 1, 80, 60]),
    Room::of([2, 0, 0, 1, 80, 60]),
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
    typeset::tidily(|| fitted(plan))
}

fn fitted(plan: &SuccessPlan) -> Result<Preview, DocumentError> {
    let [generous @ .., least] = &ROOMS;
    for room in generous {
        let preview = typeset::set(job(plan, room, false)?).map(Preview::new)?;
        if preview.pages() == 1 {
            return Ok(preview);
        }
    }
    typeset::set(job(plan, least, true)?).map(Preview::new)
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
    findings: Option<content::Findings>,
    confirmed: Option<Table>,
    next: Option<Table>,
    needed: Option<Table>,
    /// Whether what goes beyond the page is not shown.
    clipped: bool,
}

fn job(plan: &SuccessPlan, room: &Room, clipped: bool) -> Result<Job, DocumentError> {
    let mut fitter = TextFitter::new(Words::new(plan.language, &plan.labels));
    let data = serde_json::to_value(page(&mut fitter, plan, room, clipped))?;
    finish(fitter, plan, "/summary.typ", data)
}

fn page(fitter: &mut TextFitter, plan: &SuccessPlan, room: &Room, clipped: bool) -> Page {
    let words = fitter.words;
    let outcomes = content::outcomes(fitter, plan, room.outcomes);
    let sponsor = fitter.line(&plan.sponsor);
    let facts = [
        fitter.line(&plan.account),
        words.period(plan.period_start, plan.period_end),
        if sponsor.is_empty() { sponsor } else { words.fill("doc_sponsored", &[("name", &sponsor)]) },
    ];
    Page {
        eyebrow: words.fill("doc_summary_of", &[("date", &words.date(plan.today))]),
        title: fitter.title_line(&plan.title),
        facts: said(&facts).join(" \u{b7} "),
        lead: fitter.prose_within(&plan.highlights, room.prose),
        metrics: overview::metrics(fitter, plan),
        empty: outcomes.is_none().then(|| words.get("doc_no_outcomes")),
        outcomes,
        findings: content::findings(fitter, plan, room.findings),
        confirmed: content::confirmed(fitter, plan, room.confirmed, room.words),
        next: content::next(fitter, plan),
        needed: content::needed(fitter, plan, room.needed),
        clipped,
    }
}
