//! What the templates read: finished strings in their places, nothing left to format or to decide.
//!
//! One struct per part of a page; the templates name the same fields. Widths, sizes and colours are theirs. Tables
//! and their cells have a room of their own.

use serde::Serialize;

use super::timeline::Timeline;
use crate::{
    chart::Chart,
    parts::{Prose, Table, Tone},
    prose::Block,
};

/// The whole document; a part that is absent is not printed.
#[derive(Serialize)]
pub(super) struct PlanPages {
    pub(super) cover: Option<Cover>,
    pub(super) overview: Option<Overview>,
    pub(super) changes: Option<Changes>,
    pub(super) timeline: Option<Timeline>,
    pub(super) objectives: Vec<Objective>,
    pub(super) people: Option<People>,
    pub(super) sign_off: Option<SignOff>,
    pub(super) readings: Option<Readings>,
    pub(super) internal: Option<Facts>,
}

impl PlanPages {
    /// Whether there is no page yet.
    pub(super) fn is_empty(&self) -> bool {
        let Self { cover, overview, changes, timeline, objectives, people, sign_off, readings, internal } =
            self;
        cover.is_none()
            && overview.is_none()
            && changes.is_none()
            && timeline.is_none()
            && objectives.is_empty()
            && people.is_none()
            && sign_off.is_none()
            && readings.is_none()
            && internal.is_none()
    }
}

#[derive(Serialize)]
pub(super) struct Cover {
    pub(super) eyebrow: String,
    pub(super) title: String,
    pub(super) account: String,
    pub(super) facts: Vec<[String; 2]>,
}

/// "Where we stand".
#[derive(Serialize)]
pub(super) struct Overview {
    pub(super) heading: String,
    pub(super) lead: Vec<Block>,
    pub(super) metrics: Vec<Metric>,
    pub(super) outcomes: Option<Table>,
    /// Said where there are no outcomes.
    pub(super) empty: Option<String>,
    pub(super) next: Option<Table>,
    pub(super) strategy: Option<Prose>,
}

#[derive(Serialize)]
pub(super) struct Metric {
    pub(super) value: String,
    pub(super) label: String,
    pub(super) tone: Tone,
}

/// One objective's pages.
#[derive(Serialize)]
pub(super) struct Objective {
    pub(super) eyebrow: String,
    pub(super) title: String,
    pub(super) facts: Table,
    /// Whether the last fact is the dates.
    pub(super) dated: bool,
    pub(super) summary: Vec<Block>,
    pub(super) impact: Option<Prose>,
    /// Who confirmed it and when, over their words.
    pub(super) confirmed: Option<Prose>,
    pub(super) know: Know,
    pub(super) successes: Option<Prose>,
    pub(super) risks: Option<Prose>,
    pub(super) work: Option<Table>,
}

/// "How we will know".
#[derive(Serialize)]
pub(super) struct Know {
    pub(super) heading: String,
    /// How far, in words; or that there is no measure yet.
    pub(super) remark: Option<String>,
    pub(super) table: Option<Table>,
    pub(super) charts: Vec<Chart>,
    pub(super) notes: Option<Table>,
}

/// Who takes part, one table for each side.
#[derive(Serialize)]
pub(super) struct People {
    pub(super) heading: String,
    pub(super) sides: Vec<Table>,
}

/// What changed since the last version, a table for each outcome.
#[derive(Serialize)]
pub(super) struct Changes {
    pub(super) heading: String,
    pub(super) lead: String,
    pub(super) tables: Vec<Table>,
}

/// Who signed, and lines to sign.
#[derive(Serialize)]
pub(super) struct SignOff {
    pub(super) heading: String,
    pub(super) lead: Option<String>,
    pub(super) signed: Option<Table>,
    /// The heading over the lines to sign.
    pub(super) open: Option<String>,
    pub(super) asked: Vec<Signer>,
    /// What stands under the two lines.
    pub(super) labels: [String; 2],
}

/// Somebody who is asked to sign.
#[derive(Serialize)]
pub(super) struct Signer {
    pub(super) name: String,
    pub(super) role: String,
}

/// The appendix: every dated reading.
#[derive(Serialize)]
pub(super) struct Readings {
    pub(super) heading: String,
    /// Whether any reading has a note: then a table takes the page's width.
    pub(super) noted: bool,
    pub(super) objectives: Vec<Register>,
}

/// The readings of one objective.
#[derive(Serialize)]
pub(super) struct Register {
    pub(super) heading: String,
    pub(super) criteria: Vec<Table>,
}

/// The internal page.
#[derive(Serialize)]
pub(super) struct Facts {
    pub(super) heading: String,
    pub(super) facts: Vec<[String; 2]>,
    pub(super) risks: Option<Table>,
    pub(super) milestones: Option<Table>,
    pub(super) blocked: Option<Table>,
    pub(super) closures: Option<Table>,
    pub(super) notes: Option<Table>,
    pub(super) promised: Option<Promised>,
}

/// What was promised before the sale.
#[derive(Serialize)]
pub(crate) struct Promised {
    pub(super) heading: String,
    pub(crate) facts: Vec<[String; 2]>,
}
