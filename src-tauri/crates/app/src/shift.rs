//! `plan.preview_shift` and `plan.shift`, and both for many: new dates for tasks, and all that they push.

use std::collections::{HashMap, HashSet};

use cairn_domain::{
    Account, AccountId, Bar, Calendars, Cascade, Dependency, Held, Kind, Me, Plan, PlanId, Problem, Reason,
    Record as _, RecordId, Stored, Task, TaskId, TaskLink, Wish, WorkingCalendar, cascade_of, days_off,
    wish_by,
};
use cairn_store::{Rows, StoreError};
use cairn_wire::{
    Code, Failure, HeldMilestone, MoveReason, Moved, ShiftApply, ShiftMany, ShiftPreview, ShiftRequest,
};
use chrono::NaiveDate;

use crate::{
    context::Context,
    crud::put_one,
    error::{AppError, Result},
    single_id::Single as _,
};

/// Most working days that several tasks move at once.
const BY_MAX: u32 = 1_000;

/// The plan of a task, which must stand in one; `field` names the task in the request.
pub(crate) async fn plan_of(rows: Rows<'_>, task: TaskId, field: &'static str) -> Result<PlanId> {
    let task = rows.get::<Task>(task).await?;
    if task.deleted_at.is_some() {
        return Err(StoreError::Deleted { kind: Kind::Task }.into());
    }
    let plan = match task.record.home.get() {
        Some(home) => rows.above(home, Kind::Plan).await?,
        None => None,
    };
    plan.map(PlanId::from_uuid).ok_or_else(|| Problem::new(field, Reason::Elsewhere).into())
}

/// A dependency as the cascade reads it.
pub(crate) fn link(dependency: &Dependency) -> TaskLink {
    TaskLink {
        predecessor: dependency.predecessor_id,
        successor: dependency.successor_id,
        lag_days: u32::try_from(dependency.lag_days).unwrap_or_default(),
    }
}

/// The tasks of a plan and what joins them.
pub(crate) struct Timeline {
    tasks: HashMap<TaskId, Stored<Task>>,
    pub(crate) dependencies: Vec<Stored<Dependency>>,
}

impl Timeline {
    /// Reads it.
    pub(crate) async fn of(rows: Rows<'_>, plan: PlanId) -> Result<Self> {
        let mut tree = rows.tree(Kind::Plan, [plan.uuid()]);
        let tasks: Vec<Stored<Task>> = tree.all().await?;
        let dependencies = tree.all().await?;
        Ok(Self { tasks: tasks.into_iter().map(|task| (task.id, task)).collect(), dependencies })
    }

    /// A task's title.
    pub(crate) fn title(&self, id: TaskId) -> String {
        self.tasks.get(&id).map(|task| task.record.title.clone()).unwrap_or_default()
    }

    /// Its tasks as bars and its dependencies as links, in the same order every time.
    pub(crate) fn net(&self) -> (Vec<Bar>, Vec<TaskLink>) {
        let mut bars: Vec<Bar> = self.tasks.values().map(bar).collect();
        bars.sort_unstable_by_key(|bar| bar.id);
        (bars, self.dependencies.iter().map(|dependency| link(&dependency.record)).collect())
    }

    /// The refusal of a loop, named by its titles.
    pub(crate) fn refuse(&self, path: Vec<TaskId>) -> AppError {
        let path: Vec<String> = path.into_iter().map(|id| self.title(id)).collect();
        let message = format!("These tasks wait for each other: {}.", path.join(" > "));
        let details = serde_json::json!({ "path": path });
        Failure::new(Code::DependencyLoop, message).with(details).into()
    }

    /// The wishes that are asked for.
    fn wishes(&self, ask: &Ask, calendars: &Calendars) -> Result<Vec<Wish>> {
        let (ids, to) = match ask {
            Ask::One(wish) => return Ok(vec![*wish]),
            Ask::Many { ids, to } => (ids, *to),
        };
        let mut wishes = Vec::with_capacity(ids.len());
        for id in ids {
            let task = self.tasks.get(id).ok_or_else(|| Problem::new("task_ids", Reason::Elsewhere))?;
            let bar = bar(task);
            wishes.extend(match to {
                To::Later(days) => wish_by(&bar, days, calendars).filter(|_| !bar.closed),
                To::Due(day) => Some(Wish { id: *id, start: None, due: Some(day) }),
            });
        }
        Ok(wishes)
    }

    fn shown(&self, cascade: &Cascade, plan: &Plan) -> ShiftPreview {
        let (mut moves, mut outside) = (Vec::new(), Vec::new());
        for shift in &cascade.shifts {
            let Some(task) = self.tasks.get(&shift.id) else { continue };
            let beyond = |day: NaiveDate| {
                plan.period_start.is_some_and(|start| day < start)
                    || plan.period_end.is_some_and(|end| day > end)
            };
            if [shift.start, shift.due].into_iter().flatten().any(beyond) {
                outside.push(shift.id);
            }
            let after = |predecessor| MoveReason::After { predecessor: self.title(predecessor) };
            moves.push(Moved {
                id: shift.id,
                title: task.record.title.clone(),
                old_start: task.record.start,
                new_start: shift.start,
                old_due: task.record.due,
                new_due: shift.due,
                why: shift.pushed_by.map_or(MoveReason::Asked, after),
            });
        }
        let held = |held: &Held| HeldMilestone {
            id: held.id,
            title: self.title(held.id),
            due: self.tasks.get(&held.id).and_then(|task| task.record.due),
            predecessor: self.title(held.predecessor),
        };
        ShiftPreview { moves, fixed: cascade.held.iter().map(held).collect(), outside }
    }
}

fn bar(task: &Stored<Task>) -> Bar {
    let record = &task.record;
    Bar {
        id: task.id,
        start: record.start,
        due: record.due,
        side: record.owner_side,
        fixed: record.milestone,
        closed: record.is_over(),
    }
}

/// Whose days count for whom: ours by my week, my country's holidays and my leave; the customer's by Monday to
/// Friday and the holidays of where they are. Both with what was changed in their own calendar; without a country
/// there are no other holidays.
pub(crate) async fn calendars(rows: Rows<'_>, account: AccountId) -> Result<Calendars> {
    calendars_with(rows, &rows.get::<Account>(account).await?.record).await
}

/// The same, of an account that was read.
pub(crate) async fn calendars_with(rows: Rows<'_>, account: &Account) -> Result<Calendars> {
    let me = rows.find::<Me>(Me::id()).await?.map(|me| me.record).unwrap_or_default();
    let away = me.leave.iter().flat_map(|leave| {
        let last = leave.to;
        leave.from.iter_days().take_while(move |day| *day <= last)
    });
    let off = days_off(me.country.as_ref(), &me.subdivision, &me.holidays).into_iter().chain(away);
    let customer = days_off(account.country.as_ref(), &account.subdivision, &account.holidays);
    let week = Me::default().working_week;
    Ok(Calendars {
        ours: WorkingCalendar::new(&me.working_week, off),
        customer: WorkingCalendar::new(&week, customer),
    })
}

/// What is asked for.
enum Ask {
    /// Dates for one task.
    One(Wish),
    /// The same for several tasks.
    Many { ids: Vec<TaskId>, to: To },
}

/// Where several tasks go.
#[derive(Clone, Copy)]
enum To {
    /// So many working days later, or earlier below zero.
    Later(i32),
    /// All to one last day.
    Due(NaiveDate),
}

impl Ask {
    /// What a request asks for, and whether those tasks are to move alone.
    fn of_many(request: ShiftMany) -> Result<(Self, bool)> {
        let ShiftMany { task_ids: ids, working_days, due, only } = request;
        let to = match (working_days, due) {
            (Some(days), None) if days.unsigned_abs() > BY_MAX => Err(("working_days", Reason::TooLarge)),
            (Some(days), None) => Ok(To::Later(days)),
            (None, Some(day)) => Ok(To::Due(day)),
            (None, None) => Err(("working_days", Reason::Empty)),
            (Some(_), Some(_)) => Err(("due", Reason::Beside { other: "working_days".into() })),
        };
        let to = to.map_err(|(field, reason)| Problem::new(field, reason))?;
        Ok((Self::Many { ids, to }, only))
    }

    /// The plan that it is about.
    async fn plan(&self, rows: Rows<'_>) -> Result<PlanId> {
        match self {
            Self::One(wish) => plan_of(rows, wish.id, "task_id").await,
            Self::Many { ids, to: _ } => match ids.first() {
                Some(first) => plan_of(rows, *first, "task_ids").await,
                None => Err(Problem::new("task_ids", Reason::Empty).into()),
            },
        }
    }
}

/// What it would push; for `only`, nothing.
async fn read(rows: Rows<'_>, ask: &Ask, only: bool) -> Result<(Timeline, Cascade, ShiftPreview)> {
    let plan = ask.plan(rows).await?;
    let timeline = Timeline::of(rows, plan).await?;
    let plan = rows.get::<Plan>(plan).await?;
    let calendars = calendars(rows, plan.record.account_id).await?;
    let wishes = timeline.wishes(ask, &calendars)?;
    let (bars, mut links) = timeline.net();
    if only {
        links.clear();
    }
    let cascade = cascade_of(&bars, &links, &wishes, &calendars).map_err(|path| timeline.refuse(path))?;
    let shown = timeline.shown(&cascade, &plan.record);
    Ok((timeline, cascade, shown))
}

/// Moves what is asked for and what it pushes, as one step.
async fn write(context: &Context, name: &'static str, ask: Ask, only: bool) -> Result<ShiftPreview> {
    let today = context.today().await?;
    let open = context.workspace_to_write().await?;
    let mut tx = context.begin(&open, name).await?;
    let (mut timeline, cascade, shown) = read(tx.rows(), &ask, only).await?;
    let mut any = false;
    for shift in cascade.shifts {
        let Some(task) = timeline.tasks.remove(&shift.id) else { continue };
        let record = Task { start: shift.start, due: shift.due, ..task.record.clone() };
        record.check(today)?;
        if record != task.record {
            put_one(&mut tx, task, record).await?;
            any = true;
        }
    }
    if any { context.commit(tx, shown).await } else { Ok(shown) }
}

/// Every date that would move, with its reason.
pub(crate) async fn preview(context: &Context, request: ShiftRequest) -> Result<ShiftPreview> {
    let ShiftRequest { task_id, start, due, among } = request;
    let open = context.workspace().await?;
    let ask = Ask::One(Wish { id: task_id, start, due });
    let ShiftPreview { mut moves, mut fixed, mut outside } = read(open.store.rows(), &ask, false).await?.2;
    if let Some(among) = among {
        let among: HashSet<TaskId> = among.into_iter().chain([task_id]).collect();
        moves.retain(|moved| among.contains(&moved.id));
        fixed.retain(|held| among.contains(&held.id));
        outside.retain(|task| among.contains(task));
    }
    Ok(ShiftPreview { moves, fixed, outside })
}

/// Moves them as one step.
pub(crate) async fn apply(context: &Context, request: ShiftApply) -> Result<ShiftPreview> {
    let ShiftApply { task_id, start, due, only } = request;
    write(context, "plan.shift", Ask::One(Wish { id: task_id, start, due }), only).await
}

/// Every date that would move if several tasks did.
pub(crate) async fn preview_many(context: &Context, request: ShiftMany) -> Result<ShiftPreview> {
    let (ask, only) = Ask::of_many(request)?;
    let open = context.workspace().await?;
    Ok(read(open.store.rows(), &ask, only).await?.2)
}

/// Moves several tasks as one step.
pub(crate) async fn apply_many(context: &Context, request: ShiftMany) -> Result<ShiftPreview> {
    let (ask, only) = Ask::of_many(request)?;
    write(context, "plan.shift_many", ask, only).await
}
