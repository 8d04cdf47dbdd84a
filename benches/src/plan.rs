//! The content of the race: one success plan, the same on every machine and day.
//!
//! Owns: what the plan says. Does not own how it becomes a workspace or a web page.

/// A plan with its objectives.
pub(crate) struct Plan {
    pub(crate) account: &'static str,
    pub(crate) title: &'static str,
    pub(crate) strategy: &'static str,
    pub(crate) highlights: &'static str,
    pub(crate) sponsor: &'static str,
    pub(crate) objectives: Vec<Objective>,
}

/// An objective, two pages of the document.
pub(crate) struct Objective {
    pub(crate) title: String,
    pub(crate) summary: &'static str,
    pub(crate) impact: &'static str,
    pub(crate) successes: &'static str,
    pub(crate) criteria: Vec<Criterion>,
    pub(crate) initiatives: Vec<Initiative>,
}

/// A criterion that falls or rises from its baseline towards its target.
pub(crate) struct Criterion {
    pub(crate) name: &'static str,
    pub(crate) unit: &'static str,
    pub(crate) baseline: f64,
    pub(crate) target: f64,
    /// Date and value, oldest first.
    pub(crate) readings: Vec<(String, f64)>,
}

/// An initiative with its tasks.
pub(crate) struct Initiative {
    pub(crate) title: &'static str,
    pub(crate) update: &'static str,
    pub(crate) tasks: Vec<Task>,
}

/// A task and the date it is due.
pub(crate) struct Task {
    pub(crate) title: String,
    pub(crate) owner: &'static str,
    pub(crate) due: String,
    pub(crate) done: bool,
}

const GOALS: &[&str] = &[
    "Halve the lead time",
    "Find flaws before the merge",
    "Make every release routine",
    "Onboard a team in a week",
];
const AREAS: &[&str] =
    &["payments", "logistics", "the customer portal", "the data platform", "mobile", "the mainframe bridge"];
const SUMMARIES: &[&str] = &[
    "Every change reaches production through one pipeline with automatic tests, a staged release and a review that starts on the day the work is done.",
    "Scans run on every merge request; a critical finding stops it until a named person has decided, and the decision is kept beside the change.",
    "Teams release when the work is ready instead of when the calendar says so, and take a change back with the same button that shipped it.",
];
const IMPACTS: &[&str] = &[
    "Half the lead time means we answer a regulator's request within one sprint instead of three.",
    "An audit finding costs us a quarter; the same finding in a merge request costs an afternoon.",
];
/// Name, unit, baseline, target.
const MEASURES: &[(&str, &str, f64, f64)] = &[
    ("Median lead time", "days", 20.0, 10.0),
    ("Deployments a week", "deployments", 4.0, 20.0),
    ("Projects with scans on every merge request", "%", 12.0, 90.0),
    ("Change failure rate", "%", 18.0, 5.0),
];
const TASKS: &[&str] = &[
    "Agree on the shared pipeline template with the platform team",
    "Move the next wave of teams onto the template",
    "Provide runners for the scans in both data centres",
    "Write down who decides on a critical finding",
    "Show the first results to the steering group",
];
const INITIATIVES: &[(&str, &str)] = &[
    (
        "One pipeline for every team",
        "Three of nine teams moved; the template carries tests, scans and a staged release.",
    ),
    (
        "Security lab with the first four teams",
        "Two teams are through; the lab for the other two waits for runners.",
    ),
];

impl Plan {
    /// The plan with this many objectives.
    pub(crate) fn of(objectives: usize) -> Self {
        Self {
            account: "Nordwind AG",
            title: "From commit to customer, FY27",
            strategy: "Shorten the way from an idea to a customer who uses it, and let security travel along instead of waiting at the end. Start where the pain is known and the sponsor close, prove the result in numbers, then repeat.",
            highlights: "Three teams moved to one pipeline in October. The median lead time fell for the first time in a year, and nobody asks for the old release calendar back.",
            sponsor: "VP Engineering",
            objectives: (0..objectives).map(Objective::nth).collect(),
        }
    }

    /// What the plan holds, in one line.
    pub(crate) fn line(&self) -> String {
        let criteria: usize = self.objectives.iter().map(|objective| objective.criteria.len()).sum();
        let initiatives = self.objectives.iter().flat_map(|objective| &objective.initiatives);
        let tasks: usize = initiatives.map(|initiative| initiative.tasks.len()).sum();
        format!("{} objectives, {criteria} criteria, {tasks} tasks", self.objectives.len())
    }
}

impl Objective {
    fn nth(n: usize) -> Self {
        Self {
            title: format!("{} in {}", nth(GOALS, n), nth(AREAS, n)),
            summary: nth(SUMMARIES, n),
            impact: nth(IMPACTS, n),
            successes: "The first team deploys daily since October, and its on-call nights are quiet.",
            criteria: (0..3).map(|m| Criterion::nth(n + m)).collect(),
            initiatives: (0..2).map(|m| Initiative::nth(n, m)).collect(),
        }
    }
}

impl Criterion {
    fn nth(n: usize) -> Self {
        let (name, unit, baseline, target) = nth(MEASURES, n);
        let reading = |month: u8| {
            // The way is neither straight nor the same twice: a tenth of it a month, and a wobble.
            let wobble = if (usize::from(month) + n).is_multiple_of(3) { -0.04 } else { 0.03 };
            let value = baseline + (target - baseline) * (f64::from(month) * 0.1 + wobble);
            (format!("2026-{:02}-15", month + 4), (value * 10.0).round() / 10.0)
        };
        Self { name, unit, baseline, target, readings: (0..7).map(reading).collect() }
    }
}

impl Initiative {
    fn nth(n: usize, m: usize) -> Self {
        let (title, update) = nth(INITIATIVES, m);
        let task = |t: usize| Task {
            title: nth(TASKS, n + t).to_owned(),
            owner: if t.is_multiple_of(2) { "Customer success architect" } else { "Platform lead" },
            due: format!("2027-{:02}-{:02}", 1 + (n + t) % 9, 5 + (n * 3 + t) % 20),
            done: (n + m + t).is_multiple_of(4),
        };
        Self { title, update, tasks: (0..5).map(task).collect() }
    }
}

/// The item in a list that goes round.
fn nth<T: Copy>(list: &[T], n: usize) -> T {
    list[n % list.len()]
}
