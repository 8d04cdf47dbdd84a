//! `plan.critical_path date_conflicts days_off`: what the roadmap draws beside the dates themselves.

use std::collections::HashSet;

use cairn_domain::{
    Account, CalendarDay, Calendars, DateConflict, Dependency, Me, Plan, PlanId, Problem, Reason, Side,
    Slack, Stored, TaskId, WorkingCalendar, calendar_year, critical_path, date_conflicts,
};
use cairn_store::Rows;
use cairn_wire::{
    ById, CriticalTasks, DateConflicts, DatesInConflict, DaysOff, DaysOffRequest, NamedDayOff, TaskRoom,
};
use chrono::{Datelike as _, NaiveDate};

use crate::{
    context::Context,
    error::Result,
    shift::{Timeline, calendars},
    single_id::Single as _,
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

/// The dependencies that dates contradict.
pub(crate) async fn conflicts(context: &Context, ById { id }: ById<Plan>) -> Result<DateConflicts> {
    let open = context.workspace().await?;
    Ok(DateConflicts { conflicts: in_conflict(open.store.rows(), id).await? })
}

/// Every open task of a plan that begins before what it waits for is over, by the day on which it begins.
pub(crate) async fn in_conflict(rows: Rows<'_>, plan: PlanId) -> Result<Vec<DatesInConflict>> {
    let account = rows.get::<Plan>(plan).await?.record.account_id;
    let timeline = Timeline::of(rows, plan).await?;
    let (bars, links) = timeline.net();
    let shown = |conflict: DateConflict| {
        let DateConflict { link, ends, begins, earliest } = conflict;
        let joins = |one: &&Stored<Dependency>| {
            (one.record.predecessor_id, one.record.successor_id) == (link.predecessor, link.successor)
        };
        Some(DatesInConflict {
            dependency_id: timeline.dependencies.iter().find(joins)?.id,
            predecessor_id: link.predecessor,
            predecessor: timeline.title(link.predecessor),
            ends,
            successor_id: link.successor,
            successor: timeline.title(link.successor),
            begins,
            earliest,
        })
    };
    let found = date_conflicts(&bars, &links, &calendars(rows, account).await?);
    let mut shown: Vec<DatesInConflict> = found.into_iter().filter_map(shown).collect();
    shown.sort_by_key(|one| (one.begins, one.dependency_id));
    Ok(shown)
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
    let (ours, customer) = (off(&ours), off(&customer));
    let account = rows.get::<Account>(plan.record.account_id).await?.record;
    let me = rows.find::<Me>(Me::id()).await?.map(|me| me.record).unwrap_or_default();
    let span = from..=to;
    let within = |day: &NaiveDate| span.contains(day);
    let mut named: Vec<NamedDayOff> = Vec::new();
    let mut name = |side, days: Vec<CalendarDay>| {
        let off = days.into_iter().filter(|day| !day.working && within(&day.date));
        named.extend(off.map(|CalendarDay { date, name, .. }| NamedDayOff { date, side, name }));
    };
    for year in from.year()..=to.year() {
        name(Side::Ours, calendar_year(me.country.as_ref(), &me.subdivision, &me.holidays, year));
        let theirs = calendar_year(account.country.as_ref(), &account.subdivision, &account.holidays, year);
        name(Side::Customer, theirs);
    }
    for leave in &me.leave {
        let days = leave.from.max(from).iter_days().take_while(|day| *day <= leave.to.min(to));
        named.extend(days.map(|date| NamedDayOff { date, side: Side::Ours, name: leave.note.clone() }));
    }
    named.sort();
    Ok(DaysOff { ours, customer, named })
}
