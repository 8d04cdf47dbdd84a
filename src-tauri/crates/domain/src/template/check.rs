//! What makes a template usable: keys that name one part, links that lead somewhere, parts that can become records.

use std::collections::{BTreeMap, BTreeSet};

use chrono::NaiveDate;
use serde_json::{Map, Value};
use uuid::Uuid;

use super::{
    condition::Condition,
    content::{After, TemplateContent, TemplateObjective, TemplateTask},
    parts::Part,
    with_dates::with_dates,
};
use crate::{
    cascade::Calendars,
    criterion::Criterion,
    dependency::Dependency,
    initiative::Initiative,
    kind::Kind,
    objective::Objective,
    problem::{Problem, Reason},
    record::Record,
    task::Task,
    text,
};

/// Longest period, in weeks: ten years.
const WEEKS_MAX: u32 = 520;
/// Farthest day, in working days: ten years and a little.
const DAY_MAX: u32 = 2_700;

impl TemplateContent {
    /// Whether a plan can be made of it.
    ///
    /// # Errors
    /// The first field that is wrong, by its path in the template: `objectives[0].initiatives[1].key`.
    pub fn check(&self) -> Result<(), Problem> {
        text::prose("strategy", &self.strategy)?;
        match self.weeks {
            0 => return Err(Problem::new("weeks", Reason::Empty)),
            1..=WEEKS_MAX => {}
            _ => return Err(Problem::new("weeks", Reason::TooLarge)),
        }
        let mut seen = Seen::default();
        for (at, objective) in self.objectives.iter().enumerate() {
            seen.objective(objective, &format!("objectives[{at}]"))?;
        }
        seen.serving(self)?;
        seen.links(self)?;
        seen.records(self)
    }
}

/// What was met on the way: where each key stands.
#[derive(Default)]
struct Seen {
    places: BTreeMap<String, (Kind, String)>,
}

impl Seen {
    fn objective(&mut self, objective: &TemplateObjective, at: &str) -> Result<(), Problem> {
        self.part(Kind::Objective, &objective.key, &objective.when, at)?;
        days(at, objective.start_day, objective.due_day)?;
        for (index, criterion) in objective.criteria.iter().enumerate() {
            let at = format!("{at}.criteria[{index}]");
            self.part(Kind::Criterion, &criterion.key, &criterion.when, &at)?;
            day(&format!("{at}.target_day"), criterion.target_day)?;
        }
        for (index, initiative) in objective.initiatives.iter().enumerate() {
            let at = format!("{at}.initiatives[{index}]");
            self.part(Kind::Initiative, &initiative.key, &initiative.when, &at)?;
            day(&format!("{at}.due_day"), initiative.due_day)?;
            for (index, task) in initiative.tasks.iter().enumerate() {
                let at = format!("{at}.tasks[{index}]");
                self.part(Kind::Task, &task.key, &task.when, &at)?;
                days(&at, task.start_day, task.due_day)?;
            }
        }
        Ok(())
    }

    /// A key of its own, of letters that survive everywhere, and conditions that can hold.
    fn part(&mut self, kind: Kind, key: &str, when: &[Condition], at: &str) -> Result<(), Problem> {
        let field = || format!("{at}.key");
        check_key(&field(), key)?;
        if self.places.insert(key.to_owned(), (kind, at.to_owned())).is_some() {
            return Err(Problem::new(field(), Reason::Twice { what: key.to_owned() }));
        }
        for (index, condition) in when.iter().enumerate() {
            condition.check(&format!("{at}.when[{index}]"))?;
        }
        Ok(())
    }

    fn has(&self, kind: Kind, key: &str) -> bool {
        self.places.get(key).is_some_and(|(found, _)| *found == kind)
    }

    /// Initiatives serve other objectives of the template, each once.
    fn serving(&self, content: &TemplateContent) -> Result<(), Problem> {
        for (at, objective) in content.objectives.iter().enumerate() {
            for (index, initiative) in objective.initiatives.iter().enumerate() {
                let field = format!("objectives[{at}].initiatives[{index}].also_serves");
                let mut served = BTreeSet::from([objective.key.as_str()]);
                for key in &initiative.also_serves {
                    if !self.has(Kind::Objective, key) {
                        return Err(Problem::new(field, Reason::NoPart { key: key.clone() }));
                    }
                    if !served.insert(key) {
                        return Err(Problem::new(field, Reason::Twice { what: key.clone() }));
                    }
                }
            }
        }
        Ok(())
    }

    /// Tasks wait for other tasks of the template, each once, and not for each other in a circle.
    fn links(&self, content: &TemplateContent) -> Result<(), Problem> {
        let tasks: Vec<&TemplateTask> = content
            .objectives
            .iter()
            .flat_map(|objective| &objective.initiatives)
            .flat_map(|initiative| &initiative.tasks)
            .collect();
        for task in &tasks {
            let mut seen = BTreeSet::new();
            for (index, After { key, lag_days: _ }) in task.after.iter().enumerate() {
                let field = || format!("{}.after[{index}].key", self.place(&task.key));
                if !self.has(Kind::Task, key) {
                    return Err(Problem::new(field(), Reason::NoPart { key: key.clone() }));
                }
                if !seen.insert(key) {
                    return Err(Problem::new(field(), Reason::Twice { what: key.clone() }));
                }
            }
        }
        match circle(&tasks) {
            None => Ok(()),
            Some(path) => {
                let first = path.first().map(|task| format!("{}.after", self.place(&task.key)));
                let path = path.into_iter().map(|task| task.title.clone()).collect();
                Err(Problem::new(first.unwrap_or_default(), Reason::Loop { path }))
            }
        }
    }

    fn place(&self, key: &str) -> &str {
        self.places.get(key).map(|(_, at)| at.as_str()).unwrap_or_default()
    }

    /// Every part can become the record it stands for, by that record's own rules.
    fn records(&self, content: &TemplateContent) -> Result<(), Problem> {
        let start = NaiveDate::default();
        for part in with_dates(&content.parts(), start, &Calendars::default()) {
            let place = match part.kind {
                Kind::Dependency => format!("{}.after", self.place(part.text("successor"))),
                _ => self.place(&part.key).to_owned(),
            };
            sound(&part).map_err(|Problem { field, reason }| {
                let field = if part.kind == Kind::Dependency { place } else { format!("{place}.{field}") };
                Problem { field, reason }
            })?;
        }
        Ok(())
    }
}

/// A part by the rules of its record, which hangs under any.
fn sound(part: &Part) -> Result<(), Problem> {
    match part.kind {
        Kind::Objective => by::<Objective>(part, &["plan_id"]),
        Kind::Criterion => by::<Criterion>(part, &["objective_id"]),
        Kind::Initiative => by::<Initiative>(part, &["objective_id"]),
        Kind::Task => by::<Task>(part, &["initiative_id"]),
        Kind::Dependency => by::<Dependency>(part, &["predecessor_id", "successor_id"]),
        _ => Ok(()),
    }
}

fn by<R: Record>(part: &Part, parents: &[&str]) -> Result<(), Problem> {
    let mut fields: Map<String, Value> = part.fields.clone().into_iter().collect();
    fields.retain(|field, value| !value.is_null() && field != "also_serves");
    for parent in parents {
        fields.insert((*parent).to_owned(), Uuid::nil().to_string().into());
    }
    let record: R = serde_json::from_value(Value::Object(fields))
        .map_err(|why| Problem::new("key", Reason::Unreadable { why: why.to_string() }))?;
    record.check(NaiveDate::default())
}

/// A key that is there, in letters that survive everywhere.
pub(crate) fn check_key(field: &str, key: &str) -> Result<(), Problem> {
    let why = if key.is_empty() {
        Reason::Empty
    } else if key.chars().count() > text::NAME_MAX {
        Reason::TooLong { max: text::NAME_MAX }
    } else if !key.chars().all(|c| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '_') {
        Reason::Unreadable { why: "a key is made of small letters, digits and _".to_owned() }
    } else {
        return Ok(());
    };
    Err(Problem::new(field, why))
}

fn day(field: &str, day: Option<u32>) -> Result<(), Problem> {
    match day {
        Some(day) if day > DAY_MAX => Err(Problem::new(field, Reason::TooLarge)),
        _ => Ok(()),
    }
}

fn days(at: &str, start: Option<u32>, due: Option<u32>) -> Result<(), Problem> {
    day(&format!("{at}.start_day"), start)?;
    day(&format!("{at}.due_day"), due)?;
    match (start, due) {
        (Some(start), Some(due)) if due < start => {
            Err(Problem::new(format!("{at}.due_day"), Reason::BeforeStartDay { day: start }))
        }
        _ => Ok(()),
    }
}

/// Tasks that wait for each other: in the order of work, the first again at the end.
fn circle<'a>(tasks: &[&'a TemplateTask]) -> Option<Vec<&'a TemplateTask>> {
    let by_key: BTreeMap<&str, &TemplateTask> = tasks.iter().map(|task| (task.key.as_str(), *task)).collect();
    let mut done: BTreeSet<&str> = BTreeSet::new();
    for task in tasks {
        // The way back from a task, with how many of its links were followed.
        let mut way: Vec<(&TemplateTask, usize)> = vec![(task, 0)];
        while let Some((at, followed)) = way.last_mut() {
            let next = at.after.get(*followed).and_then(|after| by_key.get(after.key.as_str()));
            *followed += 1;
            let Some(next) = next else {
                if *followed > at.after.len() {
                    done.insert(&at.key);
                    way.pop();
                }
                continue;
            };
            if done.contains(next.key.as_str()) {
                continue;
            }
            if let Some(met) = way.iter().position(|(task, _)| task.key == next.key) {
                let mut path: Vec<&TemplateTask> = way[met..].iter().rev().map(|(task, _)| *task).collect();
                path.extend(path.first().copied());
                return Some(path);
            }
            way.push((next, 0));
        }
    }
    None
}
