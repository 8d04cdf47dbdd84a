//! The cascade: which dates a new date pushes. A bar moves only as far as a link demands, and never earlier.

use std::collections::{HashMap, VecDeque};

use chrono::NaiveDate;

use crate::{calendar::WorkingCalendar, id::TaskId, words::Side};

/// A task on the timeline.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Bar {
    /// The task.
    pub id: TaskId,
    /// First day; a bar without one is a day long, on its due date.
    pub start: Option<NaiveDate>,
    /// Last day; a bar without one is not pushed and pushes nobody.
    pub due: Option<NaiveDate>,
    /// Whose working days it follows.
    pub side: Side,
    /// True for a milestone: it never moves and is named instead.
    pub fixed: bool,
    /// True for one that is over: it is not pushed, and pushes nobody.
    pub closed: bool,
}

/// The successor starts once the predecessor's due and as many working days as the lag are over: on the next working
/// day, or on a day off where somebody put it there.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct TaskLink {
    /// What must be done first.
    pub predecessor: TaskId,
    /// What follows.
    pub successor: TaskId,
    /// Working days between the two.
    pub lag_days: u32,
}

/// The dates somebody gives a task.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Wish {
    /// The task.
    pub id: TaskId,
    /// Its new first day; alone it moves the bar, which keeps its length in working days.
    pub start: Option<NaiveDate>,
    /// Its new last day; alone it changes the length.
    pub due: Option<NaiveDate>,
}

/// Whose days count for whom.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct Calendars {
    /// Ours, with our leave.
    pub ours: WorkingCalendar,
    /// The customer's.
    pub customer: WorkingCalendar,
}

/// A bar that moves.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Shift {
    /// The task.
    pub id: TaskId,
    /// Its new first day.
    pub start: Option<NaiveDate>,
    /// Its new last day.
    pub due: Option<NaiveDate>,
    /// The predecessor that pushes it; none for the one that was asked for.
    pub pushed_by: Option<TaskId>,
}

/// A milestone that a link would push, and that stays.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Held {
    /// The milestone.
    pub id: TaskId,
    /// The predecessor that ends too late for it.
    pub predecessor: TaskId,
}

/// All that follows from what was asked for.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct Cascade {
    /// What moves: the task itself first, then what it pushes, predecessors before successors.
    pub shifts: Vec<Shift>,
    /// Milestones that stay although they would have to move.
    pub held: Vec<Held>,
}

impl Calendars {
    /// The days of one side.
    #[must_use]
    pub fn of(&self, side: Side) -> &WorkingCalendar {
        match side {
            Side::Ours => &self.ours,
            Side::Customer => &self.customer,
        }
    }
}

/// What one new date moves, as [`cascade_of`] does.
///
/// # Errors
/// As there.
pub fn cascade(
    bars: &[Bar],
    links: &[TaskLink],
    wish: Wish,
    calendars: &Calendars,
) -> Result<Cascade, Vec<TaskId>> {
    cascade_of(bars, links, &[wish], calendars)
}

/// What some new dates move. Only what moves pushes others: dates that break a link from a task that stays are taken as
/// they are. Links to tasks that are not among `bars` are ignored, and so are wishes for them.
///
/// # Errors
/// The tasks of a loop among what would move, in order, the first again at the end.
pub fn cascade_of(
    bars: &[Bar],
    links: &[TaskLink],
    wishes: &[Wish],
    calendars: &Calendars,
) -> Result<Cascade, Vec<TaskId>> {
    let net = Net::new(bars, links);
    let asked: HashMap<usize, Wish> =
        wishes.iter().filter_map(|wish| Some((net.place(wish.id)?, *wish))).collect();
    let mut roots: Vec<usize> = asked.keys().copied().collect();
    roots.sort_unstable();
    // The last day of each bar that moves, by its place: these push.
    let mut ends: Vec<Option<NaiveDate>> = vec![None; bars.len()];
    let mut cascade = Cascade::default();
    for index in net.below(&roots)? {
        let mut bar = bars[index].clone();
        let wish = asked.get(&index);
        if let Some(wish) = wish {
            (bar.start, bar.due) = wished(&bar, *wish, calendars);
        }
        let too_early = |(until, _): &(NaiveDate, usize)| {
            !bar.closed && bar.start.or(bar.due).is_some_and(|begin| begin <= *until)
        };
        let mut pushed_by = None;
        if let Some((until, predecessor)) = net.until(index, &ends, calendars).filter(too_early) {
            let predecessor = bars[predecessor].id;
            if bar.fixed {
                cascade.held.push(Held { id: bar.id, predecessor });
            } else {
                let earliest = calendars.of(bar.side).plus(until, 1);
                (bar.start, bar.due) = moved(&bar, earliest, calendars);
                pushed_by = Some(predecessor);
            }
        }
        if wish.is_some() || pushed_by.is_some() {
            // A closed task pushes nobody, wherever its dates are.
            ends[index] = bar.due.filter(|_| !bar.closed);
            cascade.shifts.push(Shift { id: bar.id, start: bar.start, due: bar.due, pushed_by });
        }
    }
    Ok(cascade)
}

/// The wish that a bar stands so many working days later by the calendar of its side (below zero: earlier) and stays as
/// long as it is; none for a bar without dates.
#[must_use]
pub fn wish_by(bar: &Bar, days: i32, calendars: &Calendars) -> Option<Wish> {
    let calendar = calendars.of(bar.side);
    let by = |day: NaiveDate| match days {
        0 => day,
        1.. => calendar.plus(day, days.unsigned_abs()),
        ..0 => calendar.minus(day, days.unsigned_abs()),
    };
    // A milestone is its due date.
    let start = bar.start.filter(|_| !bar.fixed || bar.due.is_none());
    let due = if start.is_some() { None } else { bar.due };
    (start.is_some() || due.is_some()).then(|| Wish { id: bar.id, start: start.map(by), due: due.map(by) })
}

/// The dates of the task that was asked for.
fn wished(bar: &Bar, wish: Wish, calendars: &Calendars) -> (Option<NaiveDate>, Option<NaiveDate>) {
    match (wish.start, wish.due) {
        (Some(start), None) => moved(bar, start, calendars),
        (None, Some(due)) => (bar.start.map(|start| start.min(due)), Some(due)),
        (Some(start), Some(due)) => (Some(start), Some(due)),
        (None, None) => (bar.start, bar.due),
    }
}

/// The bar from another first day on, as long as it was.
fn moved(bar: &Bar, start: NaiveDate, calendars: &Calendars) -> (Option<NaiveDate>, Option<NaiveDate>) {
    match (bar.start, bar.due) {
        (Some(old), Some(due)) => (Some(start), Some(calendars.of(bar.side).end_from(old, due, start))),
        (Some(_), None) => (Some(start), None),
        (None, _) => (None, Some(start)),
    }
}

/// The links between bars. Bars are named by their place in the list, so that following a link looks nothing up.
pub(crate) struct Net<'a> {
    bars: &'a [Bar],
    index: HashMap<TaskId, usize>,
    after: Lists<usize>,
    before: Lists<(usize, u32)>,
}

/// One list for each bar, all in one allocation.
struct Lists<T> {
    /// Where each list begins, and where the last one ends.
    begins: Vec<usize>,
    items: Vec<T>,
}

impl<T: Copy + Default> Lists<T> {
    /// Lists of items that each name their place, in the order in which they come.
    fn new(places: usize, items: impl Iterator<Item = (usize, T)> + Clone) -> Self {
        let mut begins = vec![0; places + 1];
        for (place, _) in items.clone() {
            begins[place + 1] += 1;
        }
        for place in 0..places {
            begins[place + 1] += begins[place];
        }
        let mut next = begins.clone();
        let mut lists = vec![T::default(); begins[places]];
        for (place, item) in items {
            lists[next[place]] = item;
            next[place] += 1;
        }
        Self { begins, items: lists }
    }

    fn of(&self, place: usize) -> &[T] {
        &self.items[self.begins[place]..self.begins[place + 1]]
    }
}

/// Not reached from where the way begins.
const UNREACHED: u32 = u32::MAX;

impl<'a> Net<'a> {
    pub(crate) fn new(bars: &'a [Bar], links: &[TaskLink]) -> Self {
        let index: HashMap<TaskId, usize> = bars.iter().enumerate().map(|(at, bar)| (bar.id, at)).collect();
        let placed = |link: &TaskLink| {
            Some((*index.get(&link.predecessor)?, *index.get(&link.successor)?, link.lag_days))
        };
        let placed: Vec<(usize, usize, u32)> = links.iter().filter_map(placed).collect();
        let after = Lists::new(bars.len(), placed.iter().map(|&(from, to, _)| (from, to)));
        let before = Lists::new(bars.len(), placed.iter().map(|&(from, to, lag)| (to, (from, lag))));
        Self { bars, index, after, before }
    }

    /// The place of a task.
    pub(crate) fn place(&self, id: TaskId) -> Option<usize> {
        self.index.get(&id).copied()
    }

    /// What a bar waits for, with the lag of each link in working days.
    pub(crate) fn before(&self, index: usize) -> &[(usize, u32)] {
        self.before.of(index)
    }

    /// The bars and all that waits for them, directly or not, each once and after everything it waits for.
    pub(crate) fn below(&self, roots: &[usize]) -> Result<Vec<usize>, Vec<TaskId>> {
        // For each bar that is reached, how many links lead to it from bars that are reached too.
        let mut waits = vec![UNREACHED; self.bars.len()];
        let mut reached = Vec::with_capacity(roots.len());
        for &root in roots {
            if waits[root] == UNREACHED {
                waits[root] = 0;
                reached.push(root);
            }
        }
        let mut at = 0;
        while let Some(&from) = reached.get(at) {
            at += 1;
            for &to in self.after.of(from) {
                if waits[to] == UNREACHED {
                    waits[to] = 0;
                    reached.push(to);
                }
                waits[to] += 1;
            }
        }
        // The order found so far is also the queue of what to look at next.
        let mut order: Vec<usize> = Vec::with_capacity(reached.len());
        order.extend(roots.iter().copied().filter(|root| waits[*root] == 0));
        order.dedup();
        let mut at = 0;
        while let Some(&from) = order.get(at) {
            at += 1;
            for &to in self.after.of(from) {
                waits[to] -= 1;
                if waits[to] == 0 {
                    order.push(to);
                }
            }
        }
        if order.len() == reached.len() { Ok(order) } else { Err(self.find_loop(&waits)) }
    }

    /// A loop among the bars that still wait for something.
    fn find_loop(&self, waits: &[u32]) -> Vec<TaskId> {
        let stuck = |index: &usize| waits[*index] != UNREACHED && waits[*index] > 0;
        let mut path: Vec<usize> = (0..waits.len()).find(stuck).into_iter().collect();
        while let Some(&last) = path.last() {
            // Every stuck bar waits for another stuck one, so going back must meet itself.
            let Some((back, _)) = self.before(last).iter().find(|(from, _)| stuck(from)) else { break };
            if let Some(met) = path.iter().position(|index| index == back) {
                let mut circle: Vec<TaskId> =
                    path[met..].iter().rev().map(|&index| self.bars[index].id).collect();
                circle.extend(circle.first().copied());
                return circle;
            }
            path.push(*back);
        }
        Vec::new()
    }

    /// The last day that keeps a bar from starting, and the predecessor that says so.
    fn until(
        &self,
        index: usize,
        ends: &[Option<NaiveDate>],
        calendars: &Calendars,
    ) -> Option<(NaiveDate, usize)> {
        let calendar = calendars.of(self.bars[index].side);
        self.before(index)
            .iter()
            .filter_map(|&(from, lag)| Some((kept_until(ends[from]?, lag, calendar), from)))
            .max_by_key(|(day, _)| *day)
    }
}

/// The last day on which a successor cannot begin yet: the predecessor's end and the lag, by the successor's calendar.
pub(crate) fn kept_until(end: NaiveDate, lag: u32, calendar: &WorkingCalendar) -> NaiveDate {
    if lag == 0 { end } else { calendar.plus(end, lag) }
}

/// A link whose successor starts too early.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct DateConflict {
    /// The link.
    pub link: TaskLink,
    /// The last day of the predecessor.
    pub ends: NaiveDate,
    /// The first day of the successor.
    pub begins: NaiveDate,
    /// The first working day on which the successor could start.
    pub earliest: NaiveDate,
}

/// Every link between open tasks whose dates contradict it, in the order of `links`.
#[must_use]
pub fn date_conflicts(bars: &[Bar], links: &[TaskLink], calendars: &Calendars) -> Vec<DateConflict> {
    let open: HashMap<TaskId, &Bar> =
        bars.iter().filter(|bar| !bar.closed).map(|bar| (bar.id, bar)).collect();
    let conflict = |link: &TaskLink| {
        let (before, after) = (open.get(&link.predecessor)?, open.get(&link.successor)?);
        let (ends, begins) = (before.due?, after.start.or(after.due)?);
        let calendar = calendars.of(after.side);
        let until = kept_until(ends, link.lag_days, calendar);
        (begins <= until).then(|| DateConflict {
            link: *link,
            ends,
            begins,
            earliest: calendar.plus(until, 1),
        })
    };
    links.iter().filter_map(conflict).collect()
}

/// The loop that a new link would close: the tasks in order, the first again at the end. `None` where it closes none.
#[must_use]
pub fn closed_loop(links: &[TaskLink], new: TaskLink) -> Option<Vec<TaskId>> {
    let mut after: HashMap<TaskId, Vec<TaskId>> = HashMap::new();
    for link in links {
        after.entry(link.predecessor).or_default().push(link.successor);
    }
    // A way from the successor back to the predecessor is what the new link would close.
    let mut came: HashMap<TaskId, TaskId> = HashMap::new();
    let mut reached = VecDeque::from([new.successor]);
    while let Some(at) = reached.pop_front() {
        if at == new.predecessor {
            let mut way = vec![at];
            while let Some(&back) =
                way.last().filter(|last| **last != new.successor).and_then(|last| came.get(last))
            {
                way.push(back);
            }
            way.push(new.predecessor);
            way.reverse();
            return Some(way);
        }
        for &next in after.get(&at).into_iter().flatten() {
            if next != new.successor && !came.contains_key(&next) {
                came.insert(next, at);
                reached.push_back(next);
            }
        }
    }
    None
}
