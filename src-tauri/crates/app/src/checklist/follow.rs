//! Steps that follow a record: done when that is done, blocked while it is, open again when it is.
//!
//! Owns what the state of each kind of record means for a step. The steps are brought along in the operation that
//! changes the record, whatever changes it.

use std::collections::BTreeMap;

use cairn_domain::{
    AccountId, Checklist, ChecklistId, ChecklistStep, ChecklistStepId, FollowedKind, Kind, Objective,
    ObjectiveStatus, Problem, Reason, Record, RecordId, StepState, Task, TaskStatus, Touchpoint,
    VerifiableOutcomeStage, Workshop, WorkshopState,
};
use cairn_store::{Rows, StoreError, Tx};
use cairn_wire::{FollowStep, StepChanged, StepMoves};
use chrono::NaiveDate;
use uuid::Uuid;

use super::run::{Cause, ChecklistRun, write_dates_of};
use crate::{context::Context, crud::put_one, error::Result};

/// What the followed record means for a step: its state, the day it was done if that is known, and why.
struct Followed {
    state: StepState,
    on: Option<NaiveDate>,
    why: String,
}

impl Followed {
    fn new(state: StepState, on: Option<NaiveDate>, why: &str) -> Self {
        Self { state, on, why: why.to_owned() }
    }
}

/// A record that is there and not deleted.
async fn present<R: Record>(rows: Rows<'_>, id: Uuid) -> Result<Option<R>, StoreError> {
    let found = rows.find::<R>(R::Id::from_uuid(id)).await?;
    Ok(found.filter(|found| found.deleted_at.is_none()).map(|found| found.record))
}

/// What a record says; nothing where it is gone.
async fn said(rows: Rows<'_>, kind: FollowedKind, id: Uuid) -> Result<Option<Followed>> {
    use StepState::{Blocked, Done, Open, Skipped};
    Ok(match kind {
        FollowedKind::Task => present::<Task>(rows, id).await?.map(|task| match task.status {
            TaskStatus::ClosedSuccess => Followed::new(Done, task.done_date, ""),
            TaskStatus::Closed => Followed::new(Skipped, None, ""),
            TaskStatus::Blocked => Followed::new(Blocked, None, &task.blocked_reason),
            TaskStatus::New | TaskStatus::WorkInProgress => Followed::new(Open, None, ""),
        }),
        FollowedKind::Objective => present::<Objective>(rows, id).await?.map(|objective| {
            use VerifiableOutcomeStage::{Accepted, Delivered, Proposed, Verified};
            match (objective.status, objective.stage) {
                (ObjectiveStatus::ClosedLost | ObjectiveStatus::Closed, _) => {
                    Followed::new(Skipped, None, &objective.close_reason)
                }
                (ObjectiveStatus::ClosedSuccess, _) | (_, Delivered | Verified) => {
                    Followed::new(Done, objective.confirmed_on, "")
                }
                (_, Proposed | Accepted) => Followed::new(Open, None, ""),
            }
        }),
        FollowedKind::Workshop => present::<Workshop>(rows, id).await?.map(|workshop| match workshop.state {
            WorkshopState::Done => Followed::new(Done, workshop.day(), ""),
            WorkshopState::Cancelled => Followed::new(Skipped, None, ""),
            WorkshopState::Planned | WorkshopState::Scheduled | WorkshopState::Running => {
                Followed::new(Open, None, "")
            }
        }),
        // A touchpoint is logged once it was held.
        FollowedKind::Touchpoint => {
            present::<Touchpoint>(rows, id).await?.map(|held| Followed::new(Done, Some(held.held_on), ""))
        }
    })
}

/// The step in the state of the record that it follows; open, where that record is gone.
async fn in_state_of_followed(
    rows: Rows<'_>,
    step: &ChecklistStep,
    today: NaiveDate,
) -> Result<ChecklistStep> {
    let (Some(kind), Some(id)) = (step.follows_kind, step.follows_id) else { return Ok(step.clone()) };
    let Followed { state, on, why } =
        said(rows, kind, id).await?.unwrap_or_else(|| Followed::new(StepState::Open, None, ""));
    // Where the record says no day, it is the day on which it was found to be done.
    let done_on = (state == StepState::Done).then(|| on.or(step.done_on).unwrap_or(today).min(today));
    Ok(step.clone().turned(state, done_on, &why))
}

/// The kinds of record that a step can follow.
const FOLLOWED: [Kind; 4] = [Kind::Task, Kind::Objective, Kind::Workshop, Kind::Touchpoint];

/// Brings along the steps that follow what the open operation changed. `today` is asked for only where there are some.
pub(crate) async fn sync(tx: &mut Tx, today: impl AsyncFnOnce() -> Result<NaiveDate>) -> Result<()> {
    if !FOLLOWED.iter().any(|kind| tx.touched().contains(kind)) {
        return Ok(());
    }
    let followers = tx.rows().followers().await?;
    if followers.is_empty() {
        return Ok(());
    }
    let today = today().await?;
    let mut runs: BTreeMap<ChecklistId, Cause> = BTreeMap::new();
    for step in followers {
        let checklist = tx.rows().get::<Checklist>(step.record.checklist_id).await?;
        let record = in_state_of_followed(tx.rows(), &step.record, today).await?;
        if record != step.record && checklist.record.closed_on.is_none() {
            runs.entry(checklist.id).or_default().steps.insert(step.id);
            put_one(tx, step, record).await?;
        }
    }
    for (run, cause) in runs {
        write_dates_of(tx, run, cause).await?;
    }
    Ok(())
}

/// A step of a checklist as it is once it follows what is asked for, or goes its own way in the state it has.
async fn followed(
    rows: Rows<'_>,
    run: &ChecklistRun,
    at: usize,
    asked: (Option<FollowedKind>, Option<Uuid>),
    today: NaiveDate,
) -> Result<ChecklistStep> {
    run.still_open("step_id")?;
    let mut record = run.steps[at].record.clone();
    match asked {
        (Some(kind), Some(id)) => {
            if said(rows, kind, id).await?.is_none() {
                return Err(Problem::new("id", Reason::Elsewhere).into());
            }
            (record.follows_kind, record.follows_id) = (Some(kind), Some(id));
            in_state_of_followed(rows, &record, today).await
        }
        (None, None) => {
            record.follows_id = None;
            Ok(record)
        }
        (Some(_), None) => Err(Problem::new("id", Reason::Empty).into()),
        (None, Some(_)) => Err(Problem::new("kind", Reason::Empty).into()),
    }
}

/// Lets a step follow a record that was just made, as part of the operation that made it.
pub(crate) async fn attach(
    tx: &mut Tx,
    step: ChecklistStepId,
    (kind, id): (FollowedKind, Uuid),
    account: AccountId,
    today: NaiveDate,
) -> Result<()> {
    let (mut run, at) = ChecklistRun::of_step(tx.rows(), step).await?;
    if run.list.record.account_id != account {
        return Err(Problem::new("step_id", Reason::Elsewhere).into());
    }
    let record = followed(tx.rows(), &run, at, (Some(kind), Some(id)), today).await?;
    run.write(tx, at, record).await?;
    run.write_dates(tx).await.map(drop)
}

/// Every date that would move if a step followed a record: it takes over the state of that.
pub(crate) async fn preview_follow(context: &Context, request: FollowStep) -> Result<StepMoves> {
    let FollowStep { step_id, kind, id } = request;
    let today = context.today().await?;
    let open = context.workspace().await?;
    let rows = open.store.rows();
    let (mut run, at) = ChecklistRun::of_step(rows, step_id).await?;
    let record = followed(rows, &run, at, (kind, id), today).await?;
    run.put(at, record);
    Ok(StepMoves { moves: run.moves()? })
}

/// Lets a step follow a record, or go its own way again in the state it has.
pub(crate) async fn follow(context: &Context, request: FollowStep) -> Result<StepChanged> {
    let FollowStep { step_id, kind, id } = request;
    let today = context.today().await?;
    let open = context.workspace_to_write().await?;
    let mut tx = context.begin(&open, "checklist.follow").await?;
    let (mut run, at) = ChecklistRun::of_step(tx.rows(), step_id).await?;
    let record = followed(tx.rows(), &run, at, (kind, id), today).await?;
    if record == run.steps[at].record {
        return run.changed(at, Vec::new());
    }
    run.write(&mut tx, at, record).await?;
    let moves = run.write_dates(&mut tx).await?;
    let shown = run.changed(at, moves)?;
    context.commit(tx, shown).await
}
