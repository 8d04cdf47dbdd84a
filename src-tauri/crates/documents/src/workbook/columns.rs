//! The columns of each sheet, in order: the field on the wire, how wide, and the cell of a row.
//!
//! `cairn-exchange` reads the same fields back; a workbook nobody touched must come back as it went, which
//! `tests/workbook.rs` holds.

use cairn_domain::{
    Audience, CriterionKind, CriterionSource, Direction, InitiativeStatus, Kind, Level, ObjectiveStatus,
    Side, TaskStatus, UseCase, VerifiableOutcomeStage, Word,
};

use super::{
    cell::Cell,
    rows::{OfCriterion, OfInitiative, OfLink, OfReading, OfTask},
};
use crate::success_plan::Objective;

/// The sheet of one kind of record.
pub(super) struct Sheet<R> {
    pub(super) kind: Kind,
    /// Its name's key in the catalogue.
    pub(super) name: &'static str,
    pub(super) id: fn(&R) -> String,
    pub(super) columns: Vec<Column<R>>,
}

/// One column.
pub(super) struct Column<R> {
    /// The field on the wire.
    pub(super) field: &'static str,
    /// In characters.
    pub(super) width: f64,
    /// What can be chosen.
    pub(super) choice: Choice,
    /// True where only our own copy has it.
    pub(super) ours: bool,
    pub(super) cell: fn(&R) -> Cell,
}

/// What a column lets choose from.
pub(super) enum Choice {
    Free,
    /// The words of a list: its name in the catalogue, and the words on the wire.
    Words(&'static str, Vec<&'static str>),
    /// Yes or no.
    Flag,
    /// The titles of another sheet: its name's key, and the column they stand in.
    Titles(&'static str, &'static str),
}

impl<R> Column<R> {
    pub(super) fn words<W: Word>(self, list: &'static str) -> Self {
        Self { choice: Choice::Words(list, W::VARIANTS.iter().map(|word| word.word()).collect()), ..self }
    }

    fn titles(self, sheet: &'static str, column: &'static str) -> Self {
        Self { choice: Choice::Titles(sheet, column), ..self }
    }

    pub(super) fn flag(self) -> Self {
        Self { choice: Choice::Flag, ..self }
    }

    pub(super) fn ours(self) -> Self {
        Self { ours: true, ..self }
    }
}

pub(super) fn column<R>(field: &'static str, width: f64, cell: fn(&R) -> Cell) -> Column<R> {
    Column { field, width, choice: Choice::Free, ours: false, cell }
}

pub(super) const TITLE: f64 = 42.0;
pub(super) const PROSE: f64 = 50.0;
pub(super) const NAME: f64 = 22.0;
pub(super) const SHORT: f64 = 13.0;
pub(super) const DATE: f64 = 12.0;
const OBJECTIVES: &str = "workbook_sheet_objective";
const CRITERIA: &str = "workbook_sheet_criterion";
const INITIATIVES: &str = "workbook_sheet_initiative";
const TASKS: &str = "workbook_sheet_task";

pub(super) fn objectives<'a>() -> Sheet<&'a Objective> {
    Sheet {
        kind: Kind::Objective,
        name: OBJECTIVES,
        id: |it| it.id.to_string(),
        columns: vec![
            column("title", TITLE, |it: &&Objective| Cell::text(&it.title)),
            column("status", SHORT, |it: &&Objective| Cell::word("objective_status", it.status))
                .words::<ObjectiveStatus>("objective_status"),
            column("stage", 19.0, |it: &&Objective| Cell::word("verifiable_outcome_stage", it.stage))
                .words::<VerifiableOutcomeStage>("verifiable_outcome_stage"),
            column("owner", NAME, |it: &&Objective| Cell::text(&it.owner)),
            column("customer_owner", NAME, |it: &&Objective| Cell::text(&it.customer_owner)),
            column("start", DATE, |it: &&Objective| Cell::date(it.start)),
            column("due", DATE, |it: &&Objective| Cell::date(it.due)),
            column("use_case", SHORT, |it: &&Objective| Cell::maybe("use_case", it.use_case))
                .words::<UseCase>("use_case"),
            column("priority", SHORT, |it: &&Objective| Cell::maybe("level", it.priority))
                .words::<Level>("level"),
            column("summary", PROSE, |it: &&Objective| Cell::text(&it.summary)),
            column("business_impact", PROSE, |it: &&Objective| Cell::text(&it.business_impact)),
            column("successes", PROSE, |it: &&Objective| Cell::text(&it.successes)),
            column("risks", PROSE, |it: &&Objective| Cell::text(it.risks.as_deref().unwrap_or_default())),
            column("risks_visibility", SHORT, |it: &&Objective| {
                Cell::maybe("audience", it.internal.as_ref().map(|internal| internal.risks_visibility))
            })
            .words::<Audience>("audience")
            .ours(),
            column("close_reason", NAME, |it: &&Objective| {
                it.internal.as_ref().map_or(Cell::Empty, |internal| Cell::text(&internal.close_reason))
            })
            .ours(),
            column("summary_of_outcome", PROSE, |it: &&Objective| {
                it.internal.as_ref().map_or(Cell::Empty, |internal| Cell::text(&internal.summary_of_outcome))
            })
            .ours(),
        ],
    }
}

pub(super) fn criteria<'a>() -> Sheet<OfCriterion<'a>> {
    fn value(row: &OfCriterion<'_>, value: Option<f64>) -> Cell {
        measured(row.it.kind, value)
    }
    Sheet {
        kind: Kind::Criterion,
        name: CRITERIA,
        id: |row| row.it.id.to_string(),
        columns: vec![
            column("objective_id", TITLE, |row: &OfCriterion<'_>| Cell::Named(row.home.clone()))
                .titles(OBJECTIVES, "title"),
            column("name", TITLE, |row: &OfCriterion<'_>| Cell::text(&row.it.name)),
            column("kind", SHORT, |row: &OfCriterion<'_>| Cell::word("criterion_kind", row.it.kind))
                .words::<CriterionKind>("criterion_kind"),
            column("unit", SHORT, |row: &OfCriterion<'_>| Cell::text(&row.it.unit)),
            column("direction", NAME, |row: &OfCriterion<'_>| Cell::word("direction", row.it.direction))
                .words::<Direction>("direction"),
            column("baseline", SHORT, |row: &OfCriterion<'_>| value(row, row.it.baseline)),
            column("target", SHORT, |row: &OfCriterion<'_>| value(row, row.it.target)),
            column("target_min", SHORT, |row: &OfCriterion<'_>| value(row, row.it.target_min)),
            column("target_max", SHORT, |row: &OfCriterion<'_>| value(row, row.it.target_max)),
            column("target_date", DATE, |row: &OfCriterion<'_>| Cell::date(row.it.target_date)),
            column("interim_targets", NAME, |row: &OfCriterion<'_>| {
                let internal = row.it.internal.as_ref();
                internal.map_or(Cell::Empty, |internal| Cell::Interim(internal.interim_targets.clone()))
            })
            .ours(),
            column("weight", SHORT, |row: &OfCriterion<'_>| {
                Cell::number(row.it.internal.as_ref().map(|internal| internal.weight))
            })
            .ours(),
            column("source", SHORT, |row: &OfCriterion<'_>| {
                Cell::maybe("criterion_source", row.it.internal.as_ref().map(|internal| internal.source))
            })
            .words::<CriterionSource>("criterion_source")
            .ours(),
        ],
    }
}

/// A value in its criterion's unit.
fn measured(kind: CriterionKind, value: Option<f64>) -> Cell {
    match (kind, value) {
        (_, None) => Cell::Empty,
        (CriterionKind::Percent, Some(value)) => Cell::Percent(value),
        (
            CriterionKind::Number
            | CriterionKind::Count
            | CriterionKind::Duration
            | CriterionKind::Money
            | CriterionKind::YesNo,
            Some(value),
        ) => Cell::Number(value),
    }
}

pub(super) fn readings<'a>() -> Sheet<OfReading<'a>> {
    Sheet {
        kind: Kind::Reading,
        name: "workbook_sheet_reading",
        id: |row| row.it.id.to_string(),
        columns: vec![
            column("criterion_id", TITLE, |row: &OfReading<'_>| Cell::Named(row.home.clone()))
                .titles(CRITERIA, "name"),
            column("date", DATE, |row: &OfReading<'_>| Cell::Date(row.it.date)),
            column("value", SHORT, |row: &OfReading<'_>| measured(row.kind, Some(row.it.value))),
            column("note", PROSE, |row: &OfReading<'_>| {
                Cell::text(row.it.note.as_deref().unwrap_or_default())
            }),
            column("note_visibility", SHORT, |row: &OfReading<'_>| {
                Cell::maybe("audience", row.it.internal.as_ref().map(|internal| internal.note_visibility))
            })
            .words::<Audience>("audience")
            .ours(),
            column("evidence", PROSE, |row: &OfReading<'_>| {
                row.it.internal.as_ref().map_or(Cell::Empty, |internal| Cell::text(&internal.evidence))
            })
            .ours(),
            column("who", NAME, |row: &OfReading<'_>| {
                row.it.internal.as_ref().map_or(Cell::Empty, |internal| Cell::text(&internal.who))
            })
            .ours(),
        ],
    }
}

pub(super) fn initiatives<'a>() -> Sheet<OfInitiative<'a>> {
    Sheet {
        kind: Kind::Initiative,
        name: INITIATIVES,
        id: |row| row.it.id.to_string(),
        columns: vec![
            column("objective_id", TITLE, |row: &OfInitiative<'_>| Cell::Named(row.home.clone()))
                .titles(OBJECTIVES, "title"),
            column("title", TITLE, |row: &OfInitiative<'_>| Cell::text(&row.it.title)),
            column("status", SHORT, |row: &OfInitiative<'_>| Cell::word("initiative_status", row.it.status))
                .words::<InitiativeStatus>("initiative_status"),
            column("dri", NAME, |row: &OfInitiative<'_>| Cell::text(&row.it.dri)),
            column("customer_dri", NAME, |row: &OfInitiative<'_>| Cell::text(&row.it.customer_dri)),
            column("due", DATE, |row: &OfInitiative<'_>| Cell::date(row.it.due)),
            column("update_text", PROSE, |row: &OfInitiative<'_>| Cell::text(&row.it.update_text)),
            column("also_serves", TITLE, |row: &OfInitiative<'_>| {
                Cell::Named(row.serves.clone().unwrap_or_default())
            })
            .ours(),
            column("visibility", SHORT, |row: &OfInitiative<'_>| Cell::maybe("audience", row.it.visibility))
                .words::<Audience>("audience")
                .ours(),
        ],
    }
}

pub(super) fn tasks<'a>() -> Sheet<OfTask<'a>> {
    Sheet {
        kind: Kind::Task,
        name: TASKS,
        id: |row| row.it.id.to_string(),
        columns: vec![
            column("initiative_id", TITLE, |row: &OfTask<'_>| Cell::Named(row.home.clone()))
                .titles(INITIATIVES, "title"),
            column("title", TITLE, |row: &OfTask<'_>| Cell::text(&row.it.title)),
            column("status", NAME, |row: &OfTask<'_>| Cell::word("task_status", row.it.status))
                .words::<TaskStatus>("task_status"),
            column("owner", NAME, |row: &OfTask<'_>| Cell::text(&row.it.owner)),
            column("owner_side", SHORT, |row: &OfTask<'_>| Cell::word("side", row.it.owner_side))
                .words::<Side>("side"),
            column("customer_dri", NAME, |row: &OfTask<'_>| Cell::text(&row.it.customer_dri)),
            column("start", DATE, |row: &OfTask<'_>| Cell::date(row.it.start)),
            column("due", DATE, |row: &OfTask<'_>| Cell::date(row.it.due)),
            column("done_date", DATE, |row: &OfTask<'_>| Cell::date(row.it.done_date)),
            column("milestone", SHORT, |row: &OfTask<'_>| Cell::Flag(row.it.milestone)).flag(),
            column("priority", SHORT, |row: &OfTask<'_>| {
                Cell::maybe("level", row.it.internal.as_ref().and_then(|internal| internal.priority))
            })
            .words::<Level>("level")
            .ours(),
            column("milestone_risk", SHORT, |row: &OfTask<'_>| {
                Cell::maybe("level", row.it.internal.as_ref().and_then(|internal| internal.milestone_risk))
            })
            .words::<Level>("level")
            .ours(),
            // In the customer's copy it is empty: what stands here is ours, but Blocked cannot be chosen without a place
            // for its reason.
            column("blocked_reason", PROSE, |row: &OfTask<'_>| {
                row.it.internal.as_ref().map_or(Cell::Empty, |internal| Cell::text(&internal.blocked_reason))
            }),
            column("visibility", SHORT, |row: &OfTask<'_>| {
                Cell::maybe("audience", row.it.internal.as_ref().map(|internal| internal.visibility))
            })
            .words::<Audience>("audience")
            .ours(),
        ],
    }
}

pub(super) fn dependencies<'a>() -> Sheet<OfLink<'a>> {
    Sheet {
        kind: Kind::Dependency,
        name: "workbook_sheet_dependency",
        id: |row| row.it.id.to_string(),
        columns: vec![
            column("predecessor_id", TITLE, |row: &OfLink<'_>| Cell::Named(row.predecessor.clone()))
                .titles(TASKS, "title"),
            column("successor_id", TITLE, |row: &OfLink<'_>| Cell::Named(row.successor.clone()))
                .titles(TASKS, "title"),
            column("lag_days", SHORT, |row: &OfLink<'_>| Cell::Number(row.it.lag_days as f64)),
        ],
    }
}
