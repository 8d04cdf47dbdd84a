//! A checklist with its steps: what moves, and writing it.

use std::collections::{BTreeSet, HashMap};

use cairn_domain::{
    Calendars, Checklist, ChecklistId, ChecklistStep, ChecklistStepId, Kind, OffsetFrom, Problem, Reason,
    RecordId as _, StepDate, StepStanding, StepState, Stored, hanging_on, step_dates, step_standings,
};
use cairn_store::{Rows, StoreError, Tx};
use cairn_wire::{StepChanged, StepLine, StepMoveReason, StepMoved};
use chrono::NaiveDate;

use crate::{
    crud::{put, put_one},
    error::Result,
    shift::calendars,
};

/// What of a checklist changed, so that only dates move that depend on it.
#[derive(Default)]
pub(crate) struct Cause {
    /// The steps that changed, or are new.
    pub(crate) steps: BTreeSet<ChecklistStepId>,
    /// Whether an anchor did.
    pub(crate) anchors: bool,
}

/// A checklist, its steps in the order in which they are read, and whose days count for it.
pub(crate) struct ChecklistRun {
    pub(crate) list: Stored<Checklist>,
    pub(crate) steps: Vec<Stored<ChecklistStep>>,
    pub(super) calendars: Calendars,
    /// What changed, since it was read or before.
    pub(super) cause: Cause,
}

impl ChecklistRun {
    /// Reads it.
    pub(crate) async fn of(rows: Rows<'_>, id: ChecklistId) -> Result<Self> {
        let list = rows.get::<Checklist>(id).await?;
        if list.deleted_at.is_some() {
            return Err(StoreError::Deleted { kind: Kind::Checklist }.into());
        }
        let calendars = calendars(rows, list.record.account_id).await?;
        let mut steps: Vec<Stored<ChecklistStep>> = rows.under(Kind::Checklist, [id.uuid()]).await?;
        let place = |step: &Stored<ChecklistStep>| {
            list.record.phases.iter().position(|phase| phase.title == step.record.phase)
        };
        steps.sort_by_key(place);
        Ok(Self { list, steps, calendars, cause: Cause::default() })
    }

    /// The checklist of a step, and the step's place in it.
    pub(super) async fn of_step(rows: Rows<'_>, id: ChecklistStepId) -> Result<(Self, usize)> {
        let step = rows.get::<ChecklistStep>(id).await?;
        if step.deleted_at.is_some() {
            return Err(StoreError::Deleted { kind: Kind::ChecklistStep }.into());
        }
        let run = Self::of(rows, step.record.checklist_id).await?;
        let at = run.place(id)?;
        Ok((run, at))
    }

    /// The place of a step, which must be one of these.
    pub(super) fn place(&self, id: ChecklistStepId) -> Result<usize> {
        let at = self.steps.iter().position(|step| step.id == id);
        Ok(at.ok_or(StoreError::NotFound { kind: Kind::ChecklistStep, id: id.uuid() })?)
    }

    /// Refuses a change of what is closed. `field` names it in the request.
    pub(super) fn still_open(&self, field: &'static str) -> Result<(), Problem> {
        match self.list.record.closed_on {
            Some(_) => Err(Problem::new(field, Reason::ChecklistClosed)),
            None => Ok(()),
        }
    }

    /// Ticks every step that was due before a day, on the day it was due; what is over stays.
    pub(crate) async fn tick_before(&mut self, tx: &mut Tx, day: NaiveDate) -> Result<()> {
        let ticked = |step: &Stored<ChecklistStep>| {
            let due = step.record.due.filter(|due| *due < day && !step.record.is_over())?;
            Some((step.clone(), step.record.clone().turned(StepState::Done, Some(due), "")))
        };
        let ticked: Vec<_> = self.steps.iter().filter_map(ticked).collect();
        let steps = ticked.iter().map(|(step, _)| step.id).collect();
        put(tx, ticked).await?;
        *self = Self::of(tx.rows(), self.list.id).await?;
        self.cause.steps = steps;
        self.write_dates(tx).await.map(drop)
    }

    /// Closes it on a day, if one is given, and says why it takes long.
    pub(crate) async fn told(
        &mut self,
        tx: &mut Tx,
        closed_on: Option<NaiveDate>,
        why: String,
    ) -> Result<()> {
        let record = Checklist { closed_on, delay_reason: why, ..self.list.record.clone() };
        if record != self.list.record {
            self.list = put_one(tx, self.list.clone(), record).await?;
        }
        Ok(())
    }

    fn dates(&self) -> Result<Vec<StepDate>, Problem> {
        step_dates(&self.steps, &self.list.record.anchors, &self.calendars)
    }

    /// The dates that depend on what changed and differ from those kept, each with the place of its step. A step that
    /// is over keeps its date.
    fn moved(&self) -> Result<Vec<(usize, StepDate)>, Problem> {
        let dates = self.dates()?.into_iter().enumerate();
        let changed: Vec<bool> = self.steps.iter().map(|step| self.cause.steps.contains(&step.id)).collect();
        let hanging = hanging_on(&self.steps, &changed, self.cause.anchors)?;
        let moves = |(at, date): &(usize, StepDate)| {
            hanging.get(*at) == Some(&true)
                && self
                    .steps
                    .get(*at)
                    .is_some_and(|step| !step.record.is_over() && step.record.due != date.due)
        };
        Ok(dates.filter(moves).collect())
    }

    /// Every date that moves, with its reason.
    pub(super) fn moves(&self) -> Result<Vec<StepMoved>, Problem> {
        let shown = |(at, date): (usize, StepDate)| {
            let step = self.steps.get(at)?;
            Some(self.move_of(step, step.record.due, date.due))
        };
        Ok(self.moved()?.into_iter().filter_map(shown).collect())
    }

    /// The dates that are other than they were when the same checklist was read before.
    pub(super) fn moves_since(&self, before: &Self) -> Vec<StepMoved> {
        let old: HashMap<ChecklistStepId, _> =
            before.steps.iter().map(|step| (step.id, step.record.due)).collect();
        let moved = |step: &Stored<ChecklistStep>| {
            let was = *old.get(&step.id)?;
            (was != step.record.due).then(|| self.move_of(step, was, step.record.due))
        };
        self.steps.iter().filter_map(moved).collect()
    }

    /// The move of a step, with its reason.
    fn move_of(
        &self,
        step: &Stored<ChecklistStep>,
        old_due: Option<NaiveDate>,
        new_due: Option<NaiveDate>,
    ) -> StepMoved {
        let title = |key: &str| {
            let named = self.steps.iter().find(|other| other.record.key == key);
            named.map(|other| other.record.title.clone()).unwrap_or_default()
        };
        let why = match &step.record.offset_from {
            None => StepMoveReason::Asked,
            Some(OffsetFrom::Anchor(key)) => StepMoveReason::Anchor { anchor: key.clone() },
            Some(OffsetFrom::Due(key)) => StepMoveReason::AfterDue { step: title(key) },
            Some(OffsetFrom::Done(key)) => StepMoveReason::AfterDone { step: title(key) },
        };
        StepMoved { id: step.id, title: step.record.title.clone(), old_due, new_due, why }
    }

    /// Writes a step.
    pub(super) async fn write(&mut self, tx: &mut Tx, at: usize, record: ChecklistStep) -> Result<()> {
        let Some(step) = self.steps.get(at).cloned() else { return Ok(()) };
        self.put(at, record.clone());
        self.steps[at] = put_one(tx, step, record).await?;
        Ok(())
    }

    /// Puts a step in the place of what it was, here alone.
    pub(super) fn put(&mut self, at: usize, record: ChecklistStep) {
        if let Some(step) = self.steps.get_mut(at) {
            if !step.record.is_dated_as(&record) {
                self.cause.steps.insert(step.id);
            }
            step.record = record;
        }
    }

    /// The same checklist after others wrote: what changed since `before` was read is the cause of what moves.
    pub(crate) async fn since(rows: Rows<'_>, before: &Self) -> Result<Self> {
        let mut run = Self::of(rows, before.list.id).await?;
        let old: HashMap<ChecklistStepId, &ChecklistStep> =
            before.steps.iter().map(|step| (step.id, &step.record)).collect();
        let is_new = |step: &&Stored<ChecklistStep>| {
            old.get(&step.id).is_none_or(|was| !was.is_dated_as(&step.record))
        };
        run.cause.steps = run.steps.iter().filter(is_new).map(|step| step.id).collect();
        run.cause.anchors = run.list.record.anchors != before.list.record.anchors;
        Ok(run)
    }

    /// Writes every date that moves, and says which.
    pub(crate) async fn write_dates(&mut self, tx: &mut Tx) -> Result<Vec<StepMoved>> {
        let moves = self.moves()?;
        let moved = self.moved()?;
        if moved.is_empty() {
            return Ok(moves);
        }
        let change = |(at, date): &(usize, StepDate)| {
            let step = self.steps.get(*at)?;
            Some((step.clone(), ChecklistStep { due: date.due, ..step.record.clone() }))
        };
        let changes = moved.iter().filter_map(change).collect();
        let written = put(tx, changes).await?;
        for ((at, _), step) in moved.into_iter().zip(written) {
            if let Some(place) = self.steps.get_mut(at) {
                *place = step;
            }
        }
        Ok(moves)
    }

    /// What follows from the dates of the steps, in their order.
    pub(crate) fn standings(&self) -> Result<Vec<StepStanding>, Problem> {
        Ok(self.standings_by(&self.dates()?))
    }

    fn standings_by(&self, dates: &[StepDate]) -> Vec<StepStanding> {
        step_standings(&self.list.record.phases, &self.steps, dates, &self.calendars)
    }

    /// The steps as a list shows them.
    pub(super) fn lines(&self) -> Result<Vec<StepLine>, Problem> {
        Ok(self.lines_by(&self.dates()?))
    }

    /// The same by dates that are known.
    pub(super) fn lines_by(&self, dates: &[StepDate]) -> Vec<StepLine> {
        let line = |(step, standing): (&Stored<ChecklistStep>, _)| line(step, standing);
        self.steps.iter().zip(self.standings_by(dates)).map(line).collect()
    }

    /// A step that changed, with what moved along.
    pub(super) fn changed(&self, at: usize, moves: Vec<StepMoved>) -> Result<StepChanged> {
        let step = self.lines()?.into_iter().nth(at);
        let step = step.ok_or_else(|| StoreError::Corrupt("a step is not in its checklist".into()))?;
        Ok(StepChanged { step, moves })
    }
}

fn line(step: &Stored<ChecklistStep>, standing: StepStanding) -> StepLine {
    let record = &step.record;
    StepLine {
        id: step.id,
        version: step.version,
        title: record.title.clone(),
        phase: record.phase.clone(),
        depth: record.depth,
        due: record.due,
        state: record.state,
        done_on: record.done_on,
        reason: record.reason.clone(),
        required: record.required,
        provisional: standing.provisional,
        gated: standing.gated,
        on_day_off: standing.on_day_off,
        owner_side: record.owner_side,
        visibility: record.visibility,
    }
}

/// Brings the dates of a checklist up to date that hang on what changed in it, if it is there.
pub(crate) async fn write_dates_of(tx: &mut Tx, id: ChecklistId, cause: Cause) -> Result<()> {
    if tx.rows().get::<Checklist>(id).await?.deleted_at.is_none() {
        let mut run = ChecklistRun::of(tx.rows(), id).await?;
        run.cause = cause;
        run.write_dates(tx).await?;
    }
    Ok(())
}
