//! `plan.critical_path` and `plan.days_off`: what the roadmap draws beside the dates themselves.

use std::collections::HashSet;

use cairn_domain::{
    Calendars, Dependency, Plan, Problem, Reason, Slack, Stored, TaskId, WorkingCalendar, critical_path,
};
use cairn_wire::{ById, CriticalTasks, DaysOff, DaysOffRequest, TaskRoom};

use crate::{
    context::Context,
    error::Result,
    shift::{Timeline, calendars},
};

/// Most days that are asked about at once: a hundred years.
const SPAN_MAX: i64 = 36_600;

/// The room of every task before the plan's end moves or a milestone breaks.
pub(crate) async fn critical(context: &Context, ById { id }: ById<Plan>) -> Result<CriticalTasks> {
    let open = context.workspace().await?;
    let rows = open.store.rows();
    let plan = rows.get::<Plan>(id).await?;
    let timeline = Timeline::of(rows, id).await?;
    let (bars, links) = timeline.net();
    let calendars = calendars(rows, plan.record.account_id).await?;
    let found = critical_path(&bars, &links, &calendars).map_err(|path| timeline.refuse(path))?;
    let tight: HashSet<(TaskId, TaskId)> =
        found.tight.iter().map(|link| (link.predecessor, link.successor)).collect();
    let is_tight = |dependency: &&Stored<Dependency>| {
        tight.contains(&(dependency.record.predecessor_id, dependency.record.successor_id))
    };
    let room =
        |slack: &Slack| TaskRoom { id: slack.id, slack_days: slack.days, critical: slack.is_critical() };
    Ok(CriticalTasks {
        tasks: found.slack.iter().map(room).collect(),
        tight: timeline.dependencies.iter().filter(is_tight).map(|dependency| dependency.id).collect(),
        end: found.end,
    })
}

/// The days on which nobody works, each side by its own calendar.
pub(crate) async fn days_off(context: &Context, request: DaysOffRequest) -> Result<DaysOff> {
    let DaysOffRequest { id, from, to } = request;
    if to < from {
        return Err(Problem::new("to", Reason::BeforeStart { start: from }).into());
    }
    if (to - from).num_days() > SPAN_MAX {
        return Err(Problem::new("to", Reason::TooLarge).into());
    }
    let open = context.workspace().await?;
    let rows = open.store.rows();
    let plan = rows.get::<Plan>(id).await?;
    let Calendars { ours, customer } = calendars(rows, plan.record.account_id).await?;
    let off = |calendar: &WorkingCalendar| {
        let days = from.iter_days().take_while(|day| *day <= to);
        days.filter(|day| !calendar.is_working(*day)).collect()
    };
    Ok(DaysOff { ours: off(&ours), customer: off(&customer) })
}
