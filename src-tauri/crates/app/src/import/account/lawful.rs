//! A file that somebody handed over obeys the rules that hold here: each record its own, and those among records that a
//! loop or a circle would break.

use cairn_domain::{
    Account, Attachment, Checklist, ChecklistStep, ChecklistTemplate, CommandPlan, Contact, Criterion,
    Dependency, Initiative, Kind, Objective, Plan, PlanVersion, Problem, Reading, Reason, Record,
    RecordId as _, SignOff, Stored, Task, Template, TemplateUse, Touchpoint, Workshop, check_step_order,
    read::YEARS,
};
use cairn_store::{Rows, TransferDifference, Tx};
use cairn_wire::{Failure, ImportProblem};
use chrono::{DateTime, Datelike as _, Days, NaiveDate};
use serde_json::Value;

use crate::{
    crud::Resource,
    error::{AppError, Result},
};

/// Most problems that are told.
const PROBLEMS_MAX: usize = 100;

/// The rules that the records which arrived break, each with its record.
pub(super) async fn broken(
    tx: &Tx,
    difference: &TransferDifference,
    today: NaiveDate,
) -> Result<Vec<ImportProblem>> {
    // Where the colleague is it may be tomorrow already.
    let today = today.checked_add_days(Days::new(1)).unwrap_or(today);
    let mut found = Found { rows: tx.rows(), difference, today, problems: Vec::new() };
    for kind in Kind::ALL {
        found.of_kind(*kind).await?;
    }
    found.outcomes().await?;
    found.steps().await?;
    Ok(found.problems)
}

struct Found<'a> {
    rows: Rows<'a>,
    difference: &'a TransferDifference,
    today: NaiveDate,
    problems: Vec<ImportProblem>,
}

impl Found<'_> {
    /// The records of a kind that arrived.
    async fn arrived<R: Record>(&self) -> Result<Vec<Stored<R>>> {
        let mut arrived = Vec::new();
        for id in self.difference.arriving(R::KIND) {
            if let Ok(id) = id.parse() {
                arrived.extend(self.rows.find::<R>(id).await?);
            }
        }
        Ok(arrived)
    }

    /// Keeps a refusal by a rule; any other error ends the import.
    fn note(&mut self, kind: Kind, title: &str, outcome: Result<()>) -> Result<()> {
        let Err(error) = outcome else { return Ok(()) };
        let error = match error {
            AppError::Rule(problem) => Failure::from(problem),
            AppError::Request(failure) => failure,
            AppError::Store(error @ cairn_store::StoreError::NotFound { .. }) => {
                Failure::from(AppError::from(error))
            }
            other => return Err(other),
        };
        if self.problems.len() < PROBLEMS_MAX {
            let title = if title.is_empty() { String::new() } else { format!(" “{title}”") };
            let message = format!("the {}{title} in it breaks a rule: {}", kind.word(), error.message);
            self.problems.push(ImportProblem { field: error.field, message, ..ImportProblem::default() });
        }
        Ok(())
    }

    /// The rules of a kind. What a record names is of its own account, whoever wrote the file.
    async fn of_kind(&mut self, kind: Kind) -> Result<()> {
        match kind {
            // Nobody else's settings come with an account; what is said of outcomes is looked at below.
            Kind::Me | Kind::Brand | Kind::Objective => Ok(()),
            Kind::Account => self.alone::<Account>().await,
            Kind::CommandPlan => self.alone::<CommandPlan>().await,
            Kind::Plan => self.alone::<Plan>().await,
            Kind::PlanVersion => self.alone::<PlanVersion>().await,
            Kind::SignOff => self.alone::<SignOff>().await,
            Kind::Template => self.alone::<Template>().await,
            Kind::TemplateUse => self.alone::<TemplateUse>().await,
            Kind::ChecklistTemplate => self.alone::<ChecklistTemplate>().await,
            Kind::Checklist => self.alone::<Checklist>().await,
            Kind::Attachment => self.alone::<Attachment>().await,
            Kind::Contact => self.among::<Contact>().await,
            Kind::Criterion => self.among::<Criterion>().await,
            Kind::Reading => self.among::<Reading>().await,
            Kind::Initiative => self.among::<Initiative>().await,
            Kind::Task => self.among::<Task>().await,
            Kind::Dependency => self.among::<Dependency>().await,
            Kind::Touchpoint => self.among::<Touchpoint>().await,
            Kind::Workshop => self.among::<Workshop>().await,
            Kind::ChecklistStep => self.among::<ChecklistStep>().await,
        }
    }

    async fn alone<R: Record>(&mut self) -> Result<()> {
        for stored in self.arrived::<R>().await? {
            let checked = self.by_itself(&stored);
            self.note(R::KIND, &stored.record.label(), checked)?;
        }
        Ok(())
    }

    /// The rules of one record, and that its days lie in the years in which every day lies.
    fn by_itself<R: Record>(&self, stored: &Stored<R>) -> Result<()> {
        stored.record.check(self.today)?;
        Ok(check_years(stored)?)
    }

    async fn among<R: Resource>(&mut self) -> Result<()> {
        for stored in self.arrived::<R>().await? {
            let checked = match self.by_itself(&stored) {
                Err(error) => Err(error),
                Ok(()) => stored.record.validate_related(self.rows, Some(&stored)).await,
            };
            self.note(R::KIND, &stored.record.label(), checked)?;
        }
        Ok(())
    }

    /// What is called verified says by whom, when, and in which words.
    async fn outcomes(&mut self) -> Result<()> {
        for stored in self.arrived::<Objective>().await? {
            let record = &stored.record;
            let checked = self.by_itself(&stored).and_then(|()| record.check_told().map_err(AppError::from));
            self.note(Kind::Objective, &record.label(), checked)?;
        }
        Ok(())
    }

    /// No step counts from itself, over however many others.
    async fn steps(&mut self) -> Result<()> {
        for stored in self.arrived::<Checklist>().await? {
            let steps: Vec<Stored<ChecklistStep>> =
                self.rows.under(Kind::Checklist, [stored.id.uuid()]).await?;
            let checked = check_step_order(&steps).map_err(AppError::from);
            self.note(Kind::Checklist, &stored.record.label(), checked)?;
        }
        Ok(())
    }
}

/// Days outside of the years that any day lies in. Other doors refuse them where they are typed; here nobody typed.
fn check_years<R: Record>(stored: &Stored<R>) -> Result<(), Problem> {
    let outside = |field: &str, value: &str| {
        let (value, (from, to)) = (value.to_owned(), YEARS);
        Problem::new(field, Reason::OutsideYears { value, from, to })
    };
    for (field, at) in [("created_at", stored.created_at), ("updated_at", stored.updated_at)] {
        if !within(at.year()) {
            return Err(outside(field, &at.to_rfc3339()));
        }
    }
    let Ok(record) = serde_json::to_value(&stored.record) else { return Ok(()) };
    let mut slips = Vec::new();
    slipped(&record, "", &mut slips);
    for (at, value) in slips {
        // A text that could be replaced by any other is no day.
        let mut other = record.clone();
        if let Some(there) = other.pointer_mut(&at) {
            *there = "-".into();
        }
        if serde_json::from_value::<R>(other).is_err() {
            let field = at.split('/').nth(1).unwrap_or_default();
            return Err(outside(field, &value));
        }
    }
    Ok(())
}

fn within(year: i32) -> bool {
    (YEARS.0..=YEARS.1).contains(&year)
}

/// Texts that read as a day or an instant of another year, with where they stand.
fn slipped(value: &Value, at: &str, found: &mut Vec<(String, String)>) {
    match value {
        Value::String(text) => {
            let day = text.parse::<NaiveDate>().map(|day| day.year());
            let year = day.or_else(|_| DateTime::parse_from_rfc3339(text).map(|at| at.year()));
            if year.is_ok_and(|year| !within(year)) {
                found.push((at.to_owned(), text.clone()));
            }
        }
        Value::Array(list) => {
            list.iter().enumerate().for_each(|(n, item)| slipped(item, &format!("{at}/{n}"), found));
        }
        Value::Object(fields) => fields.iter().for_each(|(key, item)| {
            let key = key.replace('~', "~0").replace('/', "~1");
            slipped(item, &format!("{at}/{key}"), found);
        }),
        _ => {}
    }
}
