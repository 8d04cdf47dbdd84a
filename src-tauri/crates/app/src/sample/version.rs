//! A frozen version of a sample plan: the plan as it was on an earlier day.

use std::collections::BTreeMap;

use cairn_domain::{Entry, PlanContent, PlanId, PlanVersion, Reading, Record, SignOff, Task, TaskStatus};
use cairn_store::Tx;
use chrono::NaiveDate;
use serde_json::Value;

use super::{
    add_one::add_one,
    content::{Frozen, Part},
};
use crate::{
    error::Result,
    version::{now, packed},
};

/// Freezes a plan in the past, and adds who signed it.
pub(super) async fn add(tx: &mut Tx, frozen: Frozen, plan: PlanId, today: NaiveDate) -> Result<()> {
    let Frozen { was, signed, version } = frozen;
    let day = version.fields().get("frozen_on").and_then(Value::as_str).and_then(|day| day.parse().ok());
    let content = on(now(tx.rows(), plan).await?, day.unwrap_or(today), &was)?;
    let (hash, blob) = packed(content)?;
    let home = [("plan_id", plan.to_string()), ("content", String::from(hash.clone()))];
    tx.save_blob(&hash, blob).await?;
    let version = add_one::<PlanVersion>(tx, version, &home, today).await?;
    let home = [("version_id", version.id.to_string())];
    for word in signed {
        add_one::<SignOff>(tx, word, &home, today).await?;
    }
    Ok(())
}

/// The plan as it was on a day: nothing was read or done that came later, and some fields said otherwise.
fn on(content: PlanContent, day: NaiveDate, was: &BTreeMap<String, Part>) -> Result<PlanContent> {
    let PlanContent { plan, objectives, criteria, mut readings, initiatives, mut tasks, dependencies } =
        content;
    readings.retain(|reading: &Entry<Reading>| reading.record.date <= day);
    for task in &mut tasks {
        reopen(&mut task.record, day);
    }
    Ok(PlanContent {
        plan: earlier(plan, was)?,
        objectives: all_earlier(objectives, was)?,
        criteria: all_earlier(criteria, was)?,
        readings,
        initiatives: all_earlier(initiatives, was)?,
        tasks: all_earlier(tasks, was)?,
        dependencies,
    })
}

fn reopen(task: &mut Task, day: NaiveDate) {
    if task.done_date.is_some_and(|done| done > day) {
        task.done_date = None;
        let begun = task.start.is_none_or(|start| start <= day);
        task.status = if begun { TaskStatus::WorkInProgress } else { TaskStatus::New };
    }
}

fn all_earlier<R: Record>(entries: Vec<Entry<R>>, was: &BTreeMap<String, Part>) -> Result<Vec<Entry<R>>> {
    entries.into_iter().map(|entry| earlier(entry, was)).collect()
}

fn earlier<R: Record>(entry: Entry<R>, was: &BTreeMap<String, Part>) -> Result<Entry<R>> {
    let Some(part) = was.get(&entry.record.label()) else { return Ok(entry) };
    let mut value = serde_json::to_value(&entry)?;
    if let Value::Object(fields) = &mut value {
        fields.extend(part.fields().clone());
    }
    Ok(serde_json::from_value(value)?)
}
