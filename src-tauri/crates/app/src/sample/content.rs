//! The sample's content: a file of records, with dates counted from today and names where ids will be.

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
    pub(super) tasks: Vec<Part>,
    #[serde(default)]
    pub(super) plans: Vec<Planned>,
}

impl Customer {
    /// The same customer with a number in its name.
    pub(super) fn numbered(mut self, number: usize) -> Self {
        let name = self.account.0.get("name").and_then(Value::as_str).unwrap_or_default();
        let name = format!("{name} {number}");
        self.account = self.account.with("name", name.into());
        self
    }
}

#[derive(Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Planned {
    pub(super) plan: Part,
    #[serde(default)]
    pub(super) objectives: Vec<Aimed>,
}

#[derive(Clone, Deserialize)]
pub(super) struct Aimed {
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
    pub(super) initiatives: Vec<Driven>,
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
pub(super) struct Driven {
    pub(super) initiative: Part,
    #[serde(default)]
    pub(super) tasks: Vec<Part>,
}

/// The fields of one record.
#[derive(Clone, Deserialize)]
#[serde(transparent)]
pub(super) struct Part(RequestBody);

impl Part {
    /// The record, under its parent, as a request to make it would be read.
    pub(super) fn read<R: Record>(mut self, parent: &[(&str, String)], today: NaiveDate) -> Result<R> {
        for (field, id) in parent {
            self.0.insert((*field).to_owned(), id.clone().into());
        }
        Ok(Create::<R>::parse(self.0)?.into_record(today)?)
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
        match known.iter().find(|(known, _)| *known == name) {
            Some((_, id)) => Ok(self.with(field, id.clone().into())),
            None => Err(unknown(field, &name).into()),
        }
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

fn unknown(field: &str, name: &str) -> Problem {
    Problem::new(field, Reason::Unreadable { why: format!("the sample knows no {name}") })
}

/// The sample as of today.
pub(super) fn sample(today: NaiveDate) -> Result<Sample> {
    let mut content: Value = serde_json::from_str(CONTENT)?;
    dates::settle(&mut content, today);
    Ok(serde_json::from_value(content)?)
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use cairn_domain::{Criterion, Objective, VerifiableOutcomeStage};
    use serde_json::json;

    use super::*;

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
}
