//! The cascade: what a new date pushes. A bar moves only as far as a link demands, and never earlier.

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
    /// True for one that is over: it is not pushed.
    pub closed: bool,
}

/// The successor starts on the next working day after the predecessor's due plus the lag.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct TaskLink {
    /// What must be done first.
    pub predecessor: TaskId,
    /// What follows.
    pub successor: TaskId,
    /// Working days between the two, beyond the next one.
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

/// All that follows from one wish.
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

/// What one wish moves, as [`cascade_of`] does.
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

/// What some wishes move. Only what moves pushes: a wish that breaks a link from something that stays is granted.
/// Links to tasks that are not among `bars` are left aside, and so are wishes for them.
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
    let mut dates: HashMap<usize, (Option<NaiveDate>, Option<NaiveDate>)> = HashMap::new();
    let mut cascade = Cascade::default();
    for index in net.below(&roots)? {
        let mut bar = bars[index].clone();
        let wish = asked.get(&index);
        if let Some(wish) = wish {
            (bar.start, bar.due) = wished(&bar, *wish, calendars);
        }
        let too_early = |(earliest, _): &(NaiveDate, usize)| {
            !bar.closed && bar.start.or(bar.due).is_some_and(|begin| begin < *earliest)
        };
        let mut pushed_by = None;
        if let Some((earliest, predecessor)) = net.earliest(index, &dates, calendars).filter(too_early) {
            let predecessor = bars[predecessor].id;
            if bar.fixed {
                cascade.held.push(Held { id: bar.id, predecessor });
            } else {
                (bar.start, bar.due) = moved(&bar, earliest, calendars);
                pushed_by = Some(predecessor);
            }
        }
        if wish.is_some() || pushed_by.is_some() {
            dates.insert(index, (bar.start, bar.due));
            cascade.shifts.push(Shift { id: bar.id, start: bar.start, due: bar.due, pushed_by });
        }
    }
    Ok(cascade)
}

/// The wish that a bar stands so many working days of its side's calendar later, or earlier below zero, as long as
/// it is; none for a bar without dates.
#[must_use]
pub fn wish_by(bar: &Bar, days: i32, calendars: &Calendars) -> Option<Wish> {
    let calendar = calendars.of(bar.side);
    let by = |day: NaiveDate| match days {
        0 => day,
        1.. => calendar.plus(day.succ_opt().unwrap_or(day), days.unsigned_abs() - 1),
        ..0 => calendar.minus(day.pred_opt().unwrap_or(day), days.unsigned_abs() - 1),
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

/// The bar from another first day on, as long in working days as it was.
fn moved(bar: &Bar, start: NaiveDate, calendars: &Calendars) -> (Option<NaiveDate>, Option<NaiveDate>) {
    let calendar = calendars.of(bar.side);
    match (bar.start, bar.due) {
        (Some(old), Some(due)) => {
            let length = calendar.length(old, due);
            (Some(start), Some(calendar.plus(start, length - 1).max(start)))
        }
        (Some(_), None) => (Some(start), None),
        (None, _) => (None, Some(start)),
    }
}

/// The links by the places of their bars.
pub(crate) struct Net<'a> {
    bars: &'a [Bar],
    index: HashMap<TaskId, usize>,
    after: Vec<Vec<usize>>,
    before: Vec<Vec<(usize, u32)>>,
}

impl<'a> Net<'a> {
    pub(crate) fn new(bars: &'a [Bar], links: &[TaskLink]) -> Self {
        let index: HashMap<TaskId, usize> = bars.iter().enumerate().map(|(at, bar)| (bar.id, at)).collect();
        let mut after = vec![Vec::new(); bars.len()];
        let mut before = vec![Vec::new(); bars.len()];
        for link in links {
            if let (Some(&from), Some(&to)) = (index.get(&link.predecessor), index.get(&link.successor)) {
                after[from].push(to);
                before[to].push((from, link.lag_days));
            }
        }
        Self { bars, index, after, before }
    }

    /// The place of a task.
    pub(crate) fn place(&self, id: TaskId) -> Option<usize> {
        self.index.get(&id).copied()
    }

    /// What a bar waits for, with the lag of each link in working days.
    pub(crate) fn before(&self, index: usize) -> &[(usize, u32)] {
        &self.before[index]
    }

    /// The bars and all that hangs behind them, each after everything it waits for. No bar is named twice.
    pub(crate) fn below(&self, roots: &[usize]) -> Result<Vec<usize>, Vec<TaskId>> {
        let mut waits: HashMap<usize, usize> = roots.iter().map(|&root| (root, 0)).collect();
        let mut reached: VecDeque<usize> = roots.iter().copied().collect();
        while let Some(from) = reached.pop_front() {
            for &to in &self.after[from] {
                let seen = waits.entry(to).or_insert_with(|| {
                    reached.push_back(to);
                    0
                });
                *seen += 1;
            }
        }
        let all = waits.len();
        let mut ready: VecDeque<usize> =
            roots.iter().copied().filter(|root| waits.get(root) == Some(&0)).collect();
        let mut order = Vec::with_capacity(all);
        while let Some(from) = ready.pop_front() {
            order.push(from);
            for to in &self.after[from] {
                if let Some(left) = waits.get_mut(to) {
                    *left -= 1;
                    if *left == 0 {
                        ready.push_back(*to);
                    }
                }
            }
        }
        if order.len() == all { Ok(order) } else { Err(self.find_loop(&waits)) }
    }

    /// A loop among the bars that still wait for something.
    fn find_loop(&self, waits: &HashMap<usize, usize>) -> Vec<TaskId> {
        let stuck = |index: &usize| waits.get(index).is_some_and(|left| *left > 0);
        let mut path: Vec<usize> =
            waits.keys().copied().filter(|index| stuck(index)).min().into_iter().collect();
        while let Some(&last) = path.last() {
            // Every stuck bar waits for another stuck one, so going back must meet itself.
            let Some((back, _)) = self.before[last].iter().find(|(from, _)| stuck(from)) else { break };
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

    /// The earliest day on which a bar can start, and the predecessor that says so.
    fn earliest(
        &self,
        index: usize,
        dates: &HashMap<usize, (Option<NaiveDate>, Option<NaiveDate>)>,
        calendars: &Calendars,
    ) -> Option<(NaiveDate, usize)> {
        let calendar = calendars.of(self.bars[index].side);
        self.before[index]
            .iter()
            .filter_map(|&(from, lag)| {
                let (_, due) = dates.get(&from)?;
                let next = (*due)?.succ_opt()?;
                Some((calendar.plus(next, lag), from))
            })
            .max_by_key(|(day, _)| *day)
    }
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
