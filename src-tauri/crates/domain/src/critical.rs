//! The critical path: how much room each task has before it moves the end of the plan or breaks a milestone.

use chrono::NaiveDate;

use crate::{
    calendar::WorkingCalendar,
    cascade::{Bar, Calendars, Net, TaskLink},
    id::TaskId,
};

/// The room of one task.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Slack {
    /// The task.
    pub id: TaskId,
    /// The working days, in the calendar of its side, by which it can end later and neither the plan's end moves
    /// nor a milestone breaks; below zero where it ends too late already. None for what is over, for what has no
    /// last day, and for a milestone that waits for nothing: there is nothing that could slip.
    pub days: Option<i64>,
    /// The last day on which it can end; none where `days` is none. For a milestone its own day.
    pub latest: Option<NaiveDate>,
}

impl Slack {
    /// True where the smallest delay is felt.
    #[must_use]
    pub fn is_critical(&self) -> bool {
        self.days.is_some_and(|days| days <= 0)
    }
}

/// The room of every task, and the links that leave none.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct CriticalPath {
    /// One for each bar, in their order.
    pub slack: Vec<Slack>,
    /// The links, as given, over which the smallest delay is handed on.
    pub tight: Vec<TaskLink>,
    /// The last day of all that is still open; none where nothing is.
    pub end: Option<NaiveDate>,
}

/// Goes backwards over the links: the plan's end is the last day of what is still open, a milestone stays on its
/// own day, and every other bar may end as late as its successors can still start. A milestone's own room is how
/// much earlier than it the last thing it waits for ends.
///
/// # Errors
/// The tasks of a loop, in order, the first again at the end.
pub fn critical_path(
    bars: &[Bar],
    links: &[TaskLink],
    calendars: &Calendars,
) -> Result<CriticalPath, Vec<TaskId>> {
    let net = Net::new(bars, links);
    let all: Vec<usize> = (0..bars.len()).collect();
    let order = net.below(&all)?;
    let open = |bar: &Bar| if bar.closed { None } else { bar.due };
    let Some(end) = bars.iter().filter_map(open).max() else {
        let slack = |bar: &Bar| Slack { id: bar.id, days: None, latest: None };
        return Ok(CriticalPath { slack: bars.iter().map(slack).collect(), tight: Vec::new(), end: None });
    };
    let mut latest = vec![end; bars.len()];
    // What a milestone waits for, and the room that leaves it.
    let mut room: Vec<Option<i64>> = vec![None; bars.len()];
    let count = Counts::new(bars, end, calendars);
    for &index in order.iter().rev() {
        let bar = &bars[index];
        let Some(due) = open(bar) else { continue };
        if bar.fixed {
            latest[index] = due;
        }
        let start = latest_start(bar, latest[index], calendars.of(bar.side));
        for &(from, lag) in net.before(index) {
            let until = latest_end(start, lag, calendars.of(bar.side));
            latest[from] = latest[from].min(until);
            if let Some(ends) = open(&bars[from]).filter(|_| bar.fixed) {
                let days = count.between(bar, ends, until);
                room[index] = Some(room[index].map_or(days, |least| least.min(days)));
            }
        }
    }
    let slack: Vec<Slack> = bars
        .iter()
        .enumerate()
        .map(|(index, bar)| {
            let own =
                |due| if bar.fixed { room[index] } else { Some(count.between(bar, due, latest[index])) };
            let days = open(bar).and_then(own);
            Slack { id: bar.id, days, latest: days.map(|_| latest[index]) }
        })
        .collect();
    let tight = |link: &&TaskLink| {
        let (Some(from), Some(to)) = (net.place(link.predecessor), net.place(link.successor)) else {
            return false;
        };
        let (Some(ends), Some(_)) = (open(&bars[from]), open(&bars[to])) else { return false };
        let calendar = calendars.of(bars[to].side);
        let until = latest_end(latest_start(&bars[to], latest[to], calendar), link.lag_days, calendar);
        count.between(&bars[from], ends, until) <= 0
    };
    let tight = links.iter().filter(tight).copied().collect();
    Ok(CriticalPath { slack, tight, end: Some(end) })
}

/// The last day on which a bar can start and still end on `latest`. A milestone starts on its own day. Any other bar
/// may start on the day it has, even if that is a day off; where it is pushed it starts on a working day.
fn latest_start(bar: &Bar, latest: NaiveDate, calendar: &WorkingCalendar) -> NaiveDate {
    let limit = match (bar.start, bar.due) {
        (Some(start), _) if bar.fixed => return start,
        (Some(start), Some(due)) => calendar.begin_for(start, due, latest),
        _ => latest,
    };
    let pushed = calendar.on_or_before(limit);
    bar.start.or(bar.due).filter(|own| *own <= limit).map_or(pushed, |own| own.max(pushed))
}

/// The last day on which a predecessor can end for a successor to start on `start`, in the successor's calendar.
fn latest_end(start: NaiveDate, lag: u32, calendar: &WorkingCalendar) -> NaiveDate {
    let next = if lag == 0 { start } else { calendar.minus(start, lag) };
    next.pred_opt().unwrap_or(next)
}

/// How many working days there are up to each day, for both sides. They are added up once, because they are needed for
/// every task.
struct Counts {
    first: NaiveDate,
    ours: Vec<i64>,
    customer: Vec<i64>,
}

impl Counts {
    fn new(bars: &[Bar], end: NaiveDate, calendars: &Calendars) -> Self {
        let first = bars.iter().flat_map(|bar| [bar.start, bar.due]).flatten().min().unwrap_or(end);
        let upto = |calendar: &WorkingCalendar| {
            let days = first.iter_days().take_while(|day| *day <= end);
            let counted = days.scan(0, |sum, day| {
                *sum += i64::from(calendar.is_working(day));
                Some(*sum)
            });
            counted.collect()
        };
        Self { first, ours: upto(&calendars.ours), customer: upto(&calendars.customer) }
    }

    /// The working days after `from` up to `to`, below zero where `to` comes first.
    fn between(&self, bar: &Bar, from: NaiveDate, to: NaiveDate) -> i64 {
        let upto = match bar.side {
            crate::words::Side::Ours => &self.ours,
            crate::words::Side::Customer => &self.customer,
        };
        // Up to a day before the first there are no working days.
        let at = |day: NaiveDate| {
            usize::try_from((day - self.first).num_days())
                .ok()
                .and_then(|place| upto.get(place.min(upto.len().saturating_sub(1))).copied())
        };
        at(to).unwrap_or_default() - at(from).unwrap_or_default()
    }
}
