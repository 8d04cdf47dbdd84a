//! What needs somebody today, and why: the list, how much of it there is, the days ahead, and what is told of.
//!
//! Owns which records are asked about and where each stands. What is urgent, and for which reason, is the domain's. Each
//! body asks the file for what may need somebody, and for no whole table; dated tasks and objectives, of which there may
//! be tens of thousands, are counted there and read in parts.

mod asked;
mod care;
mod found;
mod steps;
mod touch;
mod work;

use cairn_domain::today::{TodayReason, Urgency};
use cairn_store::{DueCounts, Sector, WorkDays};
use cairn_wire::{
    Nothing, PageOf, Today, TodayCount, TodayDay, TodayItem, TodayQuery, TodayReminders, TodayWeekOf,
};
use chrono::NaiveDate;

use crate::{
    context::Context,
    error::Result,
    today::{
        asked::Asked,
        found::{Found, Ranked},
    },
};

/// Items where nobody says how many.
const FIRST: u64 = 200;
/// Of each of the days ahead, where nobody says how many.
const OF_A_DAY: u64 = 4;
/// How much of what needs somebody now is named where it is told of.
const NAMED: u64 = 3;

/// A part of what needs somebody, the most urgent first.
pub(crate) async fn list(context: &Context, query: TodayQuery) -> Result<Today> {
    let open = context.workspace().await?;
    let asked = Asked::of(context, open.store.rows(), Sector::Every).await?;
    let wanted = query.urgency.map_or(Urgency::ALL.to_vec(), |urgency| vec![urgency]);
    let PageOf { limit, offset } = query.page.unwrap_or(PageOf { limit: FIRST, offset: 0 });
    let (items, total) = part(&asked, &wanted, limit, offset).await?;
    Ok(Today { today: asked.today, items, total })
}

/// How much needs somebody now.
pub(crate) async fn count(context: &Context, _: Nothing) -> Result<TodayCount> {
    let open = context.workspace().await?;
    counted(&Asked::of(context, open.store.rows(), Sector::Every).await?).await
}

/// Today and the days that count as soon, each with what begins and what is due on it.
pub(crate) async fn week(context: &Context, request: TodayWeekOf) -> Result<Vec<TodayDay>> {
    let open = context.workspace().await?;
    let asked = Asked::of(context, open.store.rows(), Sector::Every).await?;
    let limit = request.limit.unwrap_or(OF_A_DAY);
    let (counts, others) = tokio::try_join!(
        counts(&asked, asked.work_days()),
        gather(&asked, &[Urgency::Today, Urgency::Soon])
    )?;
    let mut days = Vec::new();
    for day in asked.days_ahead() {
        let mut items: Vec<Ranked> = others.iter().filter(|one| one.item.due == Some(day)).cloned().collect();
        let total = size(&items) + due_on(&counts, day, asked.today);
        items.extend(work::due(&asked, &(day..=day), limit).await?);
        items.sort_by(|one, other| {
            let begins = |one: &Ranked| (one.item.starts_at.is_none(), one.item.starts_at);
            begins(one).cmp(&begins(other)).then_with(|| one.cmp_place(other))
        });
        let shown = items.into_iter().take(clamped(limit));
        days.push(TodayDay { day, items: shown.map(|one| one.item).collect(), total });
    }
    Ok(days)
}

/// What may be told of without being asked. Nothing is automatic for the public sector.
pub(crate) async fn reminders(context: &Context, _: Nothing) -> Result<TodayReminders> {
    let open = context.workspace().await?;
    let asked = Asked::of(context, open.store.rows(), Sector::Private).await?;
    let mut items = part(&asked, &Urgency::NOW, NAMED, 0).await?.0;
    let (steps, workshops, freed) =
        tokio::try_join!(steps::checklists(&asked, None), touch::workshops(&asked), work::freed(&asked))?;
    let mut told = steps.and(workshops).settled(&asked, &Urgency::ALL).await?;
    told.extend(freed);
    told.sort_by(Ranked::cmp_place);
    let tells = |item: &TodayItem| matches!(item.reason, TodayReason::Unblocked | TodayReason::WorkshopNext);
    for item in told.into_iter().map(|one| one.item).filter(tells) {
        if !items.contains(&item) {
            items.push(item);
        }
    }
    Ok(TodayReminders { today: asked.today, count: counted(&asked).await?, items })
}

/// How much needs somebody now.
async fn counted(asked: &Asked<'_>) -> Result<TodayCount> {
    let days = WorkDays { today: asked.today, soon: asked.today };
    let (due, others) = tokio::try_join!(counts(asked, days), gather(asked, &Urgency::NOW))?;
    let (late, today): (Vec<_>, Vec<_>) = others.iter().partition(|one| one.urgency() == Urgency::Late);
    Ok(TodayCount { late: due.late + size(&late), today: due.today + size(&today) })
}

/// A part of what is as urgent as is wanted, and how much there is of it in all.
async fn part(
    asked: &Asked<'_>,
    wanted: &[Urgency],
    limit: u64,
    offset: u64,
) -> Result<(Vec<TodayItem>, u64)> {
    let dated = wanted != [Urgency::Watch];
    let (counts, others) =
        tokio::try_join!(when(dated, counts(asked, asked.work_days())), gather(asked, wanted))?;
    let (mut items, mut total, mut skip) = (Vec::new(), 0, offset);
    for urgency in wanted {
        let mut all: Vec<Ranked> = others.iter().filter(|one| one.urgency() == *urgency).cloned().collect();
        let there = size(&all) + due_of(&counts, *urgency);
        total += there;
        let left = limit.saturating_sub(size(&items));
        if left == 0 || skip >= there {
            skip = skip.saturating_sub(there);
            continue;
        }
        if let Some(days) = urgency.due_days(asked.today) {
            all.extend(work::due(asked, &days, skip.saturating_add(left)).await?);
            all.sort_by(Ranked::cmp_place);
        }
        items.extend(all.into_iter().skip(clamped(skip)).take(clamped(left)).map(|one| one.item));
        skip = 0;
    }
    Ok((items, total))
}

/// All that is as urgent as is wanted, in order, but tasks and objectives with a day that comes or went by. What does not
/// wait for each other is asked at the same time.
async fn gather(asked: &Asked<'_>, wanted: &[Urgency]) -> Result<Vec<Ranked>> {
    let wants = |urgency| wanted.contains(&urgency);
    let watch = wants(Urgency::Watch);
    let (now, dated) = (wants(Urgency::Late) || wants(Urgency::Today), wanted != [Urgency::Watch]);
    // What is not wanted of the steps is dropped below; what is due later is not even read.
    let due_by = wanted.iter().filter_map(|urgency| urgency.due_days(asked.today)).map(|days| *days.end());
    let due_by = if watch { None } else { due_by.max() };
    let (steps, workshops, recaps, watched, undated) = tokio::try_join!(
        steps::checklists(asked, due_by),
        when(dated, touch::workshops(asked)),
        when(now, touch::recaps(asked)),
        when(watch, watched(asked)),
        when(watch, work::undated(asked)),
    )?;
    let found = steps.and(workshops).and(recaps).and(watched);
    let mut all = found.settled(asked, wanted).await?;
    all.extend(undated);
    all.sort_by(Ranked::cmp_place);
    Ok(all)
}

/// Whom and what nobody looked after for too long.
async fn watched(asked: &Asked<'_>) -> Result<Found> {
    let (people, accounts, plans, criteria) = tokio::try_join!(
        touch::people(asked),
        care::accounts(asked),
        care::plans(asked),
        care::criteria(asked)
    )?;
    Ok(people.and(accounts).and(plans).and(criteria))
}

/// The answer where it is wanted, else none.
async fn when<T: Default>(wanted: bool, answer: impl Future<Output = Result<T>>) -> Result<T> {
    if wanted { answer.await } else { Ok(T::default()) }
}

/// How many tasks and objectives are due, by day.
async fn counts(asked: &Asked<'_>, days: WorkDays) -> Result<DueCounts> {
    Ok(asked.rows.due_counts(days, asked.sector).await?)
}

/// How many dated tasks and objectives are this urgent.
fn due_of(counts: &DueCounts, urgency: Urgency) -> u64 {
    match urgency {
        Urgency::Late => counts.late,
        Urgency::Today => counts.today,
        Urgency::Soon => counts.soon.iter().map(|(_, count)| count).sum(),
        Urgency::Watch => 0,
    }
}

/// How many of them are due on today or a later day.
fn due_on(counts: &DueCounts, day: NaiveDate, today: NaiveDate) -> u64 {
    if day == today {
        return counts.today;
    }
    counts.soon.iter().find(|(soon, _)| *soon == day).map_or(0, |(_, count)| *count)
}

fn size<T>(items: &[T]) -> u64 {
    u64::try_from(items.len()).unwrap_or(u64::MAX)
}

fn clamped(count: u64) -> usize {
    usize::try_from(count).unwrap_or(usize::MAX)
}
