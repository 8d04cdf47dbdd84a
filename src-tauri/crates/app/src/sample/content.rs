//! The sample's content: a file of records, with dates counted from today and names where ids will be.

use std::collections::BTreeMap;

use cairn_domain::{Brand, Me, Problem, Reason, Record};
use cairn_wire::{Create, Request as _, RequestBody};
use chrono::NaiveDate;
use serde::Deserialize;
use serde_json::Value;

use super::dates;
use crate::error::Result;

const CONTENT: &str = include_str!("sample.json");

/// The whole sample.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Sample {
    pub(super) me: Me,
    pub(super) brand: Brand,
    pub(super) accounts: Vec<Customer>,
}

/// An account with all that hangs under it.
#[derive(Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Customer {
    pub(super) account: Part,
    #[serde(default)]
    pub(super) contacts: Vec<Part>,
    #[serde(default)]
    pub(super) touchpoints: Vec<SampleTouchpoint>,
    #[serde(default)]
    pub(super) workshops: Vec<Part>,
    #[serde(default)]
    pub(super) tasks: Vec<Part>,
    #[serde(default)]
    pub(super) plans: Vec<Planned>,
    #[serde(default)]
    pub(super) command_plan: Option<SampleCommandPlan>,
    #[serde(default)]
    pub(super) checklists: Vec<SampleChecklist>,
}

/// A checklist under way: of which template, and how far.
#[derive(Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct SampleChecklist {
    /// The title of a template of the program.
    pub(super) template: String,
    pub(super) contract: NaiveDate,
    /// What was due before this day is done, on its day.
    pub(super) done_before: NaiveDate,
    #[serde(default)]
    pub(super) closed_on: Option<NaiveDate>,
    #[serde(default)]
    pub(super) delay_reason: String,
}

/// A touchpoint with what was agreed in it.
#[derive(Clone, Deserialize)]
pub(super) struct SampleTouchpoint {
    #[serde(default)]
    pub(super) actions: Vec<Part>,
    #[serde(flatten)]
    pub(super) touchpoint: Part,
}

#[derive(Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Planned {
    pub(super) plan: Part,
    #[serde(default)]
    pub(super) objectives: Vec<SampleObjective>,
    #[serde(default)]
    pub(super) versions: Vec<Frozen>,
}

/// A version of a plan: as the plan is, but for what came after that day and what is said to have been otherwise.
#[derive(Clone, Deserialize)]
pub(super) struct Frozen {
    /// Fields as they were then, by the title or name of the record.
    pub(super) was: BTreeMap<String, Part>,
    #[serde(default)]
    pub(super) signed: Vec<Part>,
    #[serde(flatten)]
    pub(super) version: Part,
}

#[derive(Clone, Deserialize)]
pub(super) struct SampleObjective {
    pub(super) objective: Part,
    #[serde(flatten)]
    pub(super) work: Work,
}

/// What hangs under an objective.
#[derive(Clone, Deserialize)]
pub(super) struct Work {
    #[serde(default)]
    pub(super) criteria: Vec<Measured>,
    #[serde(default)]
    pub(super) initiatives: Vec<SampleInitiative>,
}

#[derive(Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Measured {
    pub(super) criterion: Part,
    #[serde(default)]
    pub(super) readings: Vec<Part>,
}

#[derive(Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct SampleInitiative {
    pub(super) initiative: Part,
    #[serde(default)]
    pub(super) tasks: Vec<Step>,
}

/// A task of an initiative.
#[derive(Clone, Deserialize)]
pub(super) struct Step {
    #[serde(default)]
    pub(super) after: Vec<Wait>,
    #[serde(flatten)]
    pub(super) task: Part,
}

/// What a task waits for: another task of the plan, by its title.
#[derive(Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Wait {
    pub(super) title: String,
    #[serde(default)]
    pub(super) lag_days: i64,
}

/// The command plan, and what became of its lines.
#[derive(Clone, Deserialize)]
pub(super) struct SampleCommandPlan {
    #[serde(default)]
    pub(super) taken: Vec<Taken>,
    #[serde(flatten)]
    pub(super) command_plan: Part,
}

/// A line that became an objective with its criteria, or one of these criteria; by the same name, or another.
#[derive(Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Taken {
    pub(super) line: String,
    #[serde(default)]
    became: Option<String>,
    #[serde(default)]
    pub(super) lines: Vec<Taken>,
}

impl Taken {
    /// The name of the record.
    pub(super) fn became(&self) -> &str {
        self.became.as_ref().unwrap_or(&self.line)
    }
}

/// The fields of one record.
#[derive(Clone, Deserialize)]
#[serde(transparent)]
pub(super) struct Part(RequestBody);

impl Part {
    /// The fields that a JSON object names.
    pub(super) fn of(fields: Value) -> Result<Self> {
        Ok(serde_json::from_value(fields)?)
    }

    /// The record, under its parent, as a request to make it would be read.
    pub(super) fn read<R: Record>(mut self, parent: &[(&str, String)], today: NaiveDate) -> Result<R> {
        for (field, id) in parent {
            self.0.insert((*field).to_owned(), id.clone().into());
        }
        Ok(Create::<R>::parse(self.0)?.into_record(today)?)
    }

    /// The fields by name.
    pub(super) fn fields(&self) -> &RequestBody {
        &self.0
    }

    /// With one more field.
    pub(super) fn with(mut self, field: &str, value: Value) -> Self {
        self.0.insert(field.to_owned(), value);
        self
    }

    /// With the id of the record of this name where a name stands.
    pub(super) fn named(self, field: &str, known: &[(String, String)]) -> Result<Self> {
        let Some(name) = self.0.get(field).and_then(Value::as_str).map(str::to_owned) else {
            return Ok(self);
        };
        let id = id_of(field, &name, known)?;
        Ok(self.with(field, id.into()))
    }

    /// With the ids of the records of these names where a list of names stands.
    pub(super) fn all_named(self, field: &str, known: &[(String, String)]) -> Result<Self> {
        let Some(names) = self.0.get(field).and_then(Value::as_array).cloned() else {
            return Ok(self);
        };
        let id = |name: &Value| id_of(field, name.as_str().unwrap_or_default(), known);
        let ids = names.iter().map(id).collect::<Result<Vec<_>, _>>()?;
        Ok(self.with(field, ids.into()))
    }

    /// With ids where numbers of a list stand.
    pub(super) fn numbered(self, field: &str, ids: &[String]) -> Result<Self> {
        let Some(numbers) = self.0.get(field).and_then(Value::as_array).cloned() else {
            return Ok(self);
        };
        let id = |number: &Value| {
            let index = number.as_u64().and_then(|number| usize::try_from(number).ok());
            index.and_then(|index| ids.get(index)).ok_or_else(|| unknown(field, &number.to_string()))
        };
        let ids = numbers.iter().map(|number| id(number).cloned()).collect::<Result<Vec<_>, _>>()?;
        Ok(self.with(field, ids.into()))
    }
}

/// The id of the record of this name.
pub(super) fn id_of(field: &str, name: &str, known: &[(String, String)]) -> Result<String, Problem> {
    let found = known.iter().find(|(known, _)| known == name);
    found.map(|(_, id)| id.clone()).ok_or_else(|| unknown(field, name))
}

fn unknown(field: &str, name: &str) -> Problem {
    Problem::new(field, Reason::Unreadable { why: format!("the sample knows no {name}") })
}

/// The sample as of today.
pub(super) fn sample(today: NaiveDate) -> Result<Sample> {
    let mut content: Value = serde_json::from_str(CONTENT)?;
    dates::resolve_dates(&mut content, today);
    Ok(serde_json::from_value(content)?)
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use std::collections::BTreeSet;

    use cairn_domain::{
        Bar, Calendars, Criterion, Objective, Reading, RecordId as _, State as _, Task, TaskId, TaskLink,
        VerifiableOutcomeStage, Wish, cascade,
    };
    use chrono::Days;
    use serde_json::json;
    use uuid::Uuid;

    use super::*;

    #[test]
    fn the_sample_reads_a_criterion_once_a_day_and_says_what_a_blocked_task_waits_for() {
        let today = NaiveDate::from_ymd_opt(2026, 11, 23).unwrap();
        let id = "0199f3a4-0000-7000-8000-000000000001".to_owned();
        let accounts = sample(today).unwrap().accounts;
        let works = accounts.iter().flat_map(|one| &one.plans).flat_map(|one| &one.objectives);
        let mut days = 0;
        for measured in works.clone().flat_map(|aimed| &aimed.work.criteria) {
            let read = |part: &Part| part.clone().read(&[("criterion_id", id.clone())], today).unwrap();
            let readings: Vec<Reading> = measured.readings.iter().map(read).collect();
            let own: BTreeSet<NaiveDate> = readings.iter().map(|reading| reading.date).collect();
            assert_eq!(own.len(), readings.len(), "a criterion is read once a day");
            days += own.len();
        }
        assert!(days > 0, "the sample has readings");
        let in_plans = works.flat_map(|aimed| &aimed.work.initiatives).flat_map(|driven| &driven.tasks);
        let in_plans = in_plans.map(|step| &step.task);
        for task in in_plans.chain(accounts.iter().flat_map(|one| &one.tasks)) {
            let task: Task = task.clone().read(&[("account_id", id.clone())], today).unwrap();
            assert_eq!(task.check_blocked(None), Ok(()), "{}", task.title);
        }
    }

    #[test]
    fn an_accepted_outcome_of_the_sample_has_what_accepted_needs() {
        let today = NaiveDate::from_ymd_opt(2026, 11, 23).unwrap();
        let id = json!("0199f3a4-0000-7000-8000-000000000001").as_str().unwrap().to_owned();
        let mut seen = 0;
        for aimed in sample(today)
            .unwrap()
            .accounts
            .into_iter()
            .flat_map(|one| one.plans)
            .flat_map(|one| one.objectives)
        {
            let objective: Objective = aimed.objective.read(&[("plan_id", id.clone())], today).unwrap();
            if objective.stage == VerifiableOutcomeStage::Proposed {
                continue;
            }
            seen += 1;
            let criteria: Vec<Criterion> = aimed
                .work
                .criteria
                .into_iter()
                .map(|measured| measured.criterion.read(&[("objective_id", id.clone())], today).unwrap())
                .collect();
            assert_eq!(objective.acceptance_gaps(&criteria), Vec::<&str>::new(), "{}", objective.title);
        }
        assert!(seen >= 3, "the sample shows outcomes in every stage: {seen}");
    }

    #[test]
    fn no_task_of_the_sample_begins_before_what_it_waits_for_is_over() {
        let mut seen = 0;
        for day in 0..7 {
            let today = NaiveDate::from_ymd_opt(2026, 11, 23).unwrap() + Days::new(day);
            for plan in sample(today).unwrap().accounts.into_iter().flat_map(|one| one.plans) {
                let (bars, links) = timeline(plan, today);
                seen += links.len();
                for bar in &bars {
                    let wish = Wish { id: bar.id, start: bar.start, due: bar.due };
                    let moved = cascade(&bars, &links, wish, &Calendars::default()).unwrap();
                    assert_eq!((moved.shifts.len(), moved.held), (1, vec![]), "{bar:?} stays on {today}");
                }
            }
        }
        assert!(seen >= 7 * 30, "the sample shows what waits for what: {seen}");
    }

    /// The tasks of a plan, numbered, and what waits for what.
    fn timeline(plan: Planned, today: NaiveDate) -> (Vec<Bar>, Vec<TaskLink>) {
        let home = [("initiative_id", Uuid::nil().to_string())];
        let driven = plan.objectives.into_iter().flat_map(|aimed| aimed.work.initiatives);
        let steps: Vec<(Task, Vec<Wait>)> = driven
            .flat_map(|driven| driven.tasks)
            .map(|step| (step.task.read(&home, today).unwrap(), step.after))
            .collect();
        let id = |title: &str| {
            let at = steps.iter().position(|(task, _)| task.title == title).unwrap();
            TaskId::from_uuid(Uuid::from_u128(at as u128))
        };
        let bars = steps.iter().map(|(task, _)| Bar {
            id: id(&task.title),
            start: task.start,
            due: task.due,
            side: task.owner_side,
            fixed: task.milestone,
            closed: !task.status.is_open(),
        });
        let links = steps.iter().flat_map(|(task, after)| {
            after.iter().map(|wait| TaskLink {
                predecessor: id(&wait.title),
                successor: id(&task.title),
                lag_days: u32::try_from(wait.lag_days).unwrap(),
            })
        });
        (bars.collect(), links.collect())
    }
}
