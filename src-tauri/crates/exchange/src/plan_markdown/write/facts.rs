//! Criteria and tasks in a line each: the name in bold, then facts parted by commas, then the record's id.

use cairn_domain::{
    Audience, CriterionKind, Direction, Side, TaskStatus,
    gitlab::{self, Label as _, name},
};

use cairn_documents::success_plan::{Criterion, Reading, Task};

/// `**Failed pipelines**: percent, lower is better, baseline 30 %, target 5 %, date 2027-03-31, current 12 % on ..`
pub(super) fn criterion(criterion: &Criterion) -> String {
    let cairn_domain::Criterion {
        objective_id: _,
        name,
        kind,
        unit,
        direction,
        baseline,
        target,
        target_min,
        target_max,
        target_date,
        interim_targets: _,
        source: _,
        weight: _,
        position: _,
    } = &criterion.record;
    let value = |number: f64| value(*kind, number);
    let target = match direction {
        Direction::HigherIsBetter | Direction::LowerIsBetter => {
            target.map(|to| format!("target {}", value(to)))
        }
        Direction::InRange => match (target_min, target_max) {
            (Some(min), Some(max)) => Some(format!("target {} to {}", value(*min), value(*max))),
            (Some(min), None) => Some(format!("target from {}", value(*min))),
            (None, Some(max)) => Some(format!("target up to {}", value(*max))),
            (None, None) => None,
        },
    };
    let latest = criterion.readings.iter().max_by_key(|reading| reading.date);
    let current = |reading: &Reading| format!("current {} on {}", value(reading.value), reading.date);
    let facts = [
        Some(kind_and_unit(*kind, unit)),
        Some(gitlab::term(*direction).to_lowercase()),
        baseline.map(|from| format!("baseline {}", value(from))),
        target,
        target_date.map(|day| format!("date {day}")),
        latest.map(current),
    ];
    line(name, facts, &format!("criterion {}", criterion.id))
}

/// `[x] **Move the runners**: owner Mara Lindt, due 2026-11-20, done 2026-11-18`
pub(super) fn task(task: &Task) -> String {
    let cairn_domain::Task {
        home: _,
        title,
        owner,
        owner_side,
        customer_dri,
        start,
        due,
        done_date,
        status,
        priority,
        milestone,
        milestone_risk,
        blocked_reason,
        visibility,
        recurrence: _,
        position: _,
    } = &task.record;
    let (done, status) = match status {
        TaskStatus::New => (' ', None),
        TaskStatus::ClosedSuccess => ('x', None),
        TaskStatus::Closed => ('x', Some(*status)),
        TaskStatus::WorkInProgress | TaskStatus::Blocked => (' ', Some(*status)),
    };
    let owner = match owner_side {
        Side::Ours if owner.is_empty() => None,
        Side::Ours => Some(format!("owner {}", name(owner))),
        Side::Customer => Some(format!("customer owner {}", name(owner))),
    };
    let facts = [
        owner,
        (!customer_dri.is_empty()).then(|| format!("customer DRI {}", name(customer_dri))),
        start.map(|day| format!("start {day}")),
        due.map(|day| format!("due {day}")),
        done_date.map(|day| format!("done {day}")),
        status.map(|status| format!("status {}", gitlab::term(status))),
        milestone.then(|| "milestone".to_owned()),
        priority.map(|level| format!("priority {}", level.term())),
        milestone_risk.map(|level| format!("milestone risk {}", level.term())),
        (!blocked_reason.is_empty()).then(|| format!("waits for {}", name(blocked_reason))),
        (*visibility == Audience::Internal).then(|| "internal".to_owned()),
    ];
    format!("[{done}] {}", line(title, facts, &format!("task {}", task.id)))
}

fn line(title: &str, facts: impl IntoIterator<Item = Option<String>>, mark: &str) -> String {
    let facts: Vec<_> = facts.into_iter().flatten().collect();
    let facts = if facts.is_empty() { String::new() } else { format!(": {}", facts.join(", ")) };
    format!("**{}**{facts} <!-- cairn:{mark} -->", name(title))
}

/// `duration in days`, `count of pipelines`, `percent`.
fn kind_and_unit(kind: CriterionKind, unit: &str) -> String {
    let word = match kind {
        CriterionKind::YesNo => "yes/no",
        CriterionKind::Number
        | CriterionKind::Percent
        | CriterionKind::Count
        | CriterionKind::Duration
        | CriterionKind::Money => kind.into(),
    };
    match (unit.is_empty(), kind) {
        (true, _) => word.to_owned(),
        (false, CriterionKind::Count) => format!("{word} of {}", name(unit)),
        (false, _) => format!("{word} in {}", name(unit)),
    }
}

/// A value of a criterion. The shortest number that is read as the same one.
fn value(kind: CriterionKind, number: f64) -> String {
    match kind {
        CriterionKind::Percent => format!("{number} %"),
        CriterionKind::YesNo if number == 0.0 => "no".to_owned(),
        CriterionKind::YesNo if number == 1.0 => "yes".to_owned(),
        CriterionKind::YesNo
        | CriterionKind::Number
        | CriterionKind::Count
        | CriterionKind::Duration
        | CriterionKind::Money => number.to_string(),
    }
}
