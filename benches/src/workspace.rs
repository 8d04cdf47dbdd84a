//! The plan as a workspace, made through the program's own command line.
//!
//! Owns: one `cairn batch` for each level of the tree, because a record is made with the id of the
//! one above it. Does not own the content.

use std::io::Write;
use std::path::Path;
use std::process::{Command, Stdio};

use serde_json::{Value, json};

use crate::Outcome;
use crate::plan::{Criterion, Objective, Plan};

/// Writes the plan into a new workspace and gives its id.
pub(crate) fn write(program: &Path, file: &Path, plan: &Plan) -> Outcome<String> {
    let make = |requests: Vec<Value>| batch(program, file, &requests);
    let account = make(vec![create("account", json!({"name": plan.account}))])?.remove(0);
    let id = make(vec![create(
        "plan",
        json!({
            "account_id": account, "title": plan.title, "strategy": plan.strategy, "sponsor": plan.sponsor,
            "highlights": plan.highlights, "status": "active",
            "period_start": "2026-10-01", "period_end": "2027-09-30",
        }),
    )])?
    .remove(0);
    let objectives = make(plan.objectives.iter().map(|objective| of_plan(&id, objective)).collect())?;

    let parents = || plan.objectives.iter().zip(&objectives);
    let criteria = make(parents().flat_map(|(objective, id)| criteria(objective, id)).collect())?;
    let initiatives = make(parents().flat_map(|(objective, id)| initiatives(objective, id)).collect())?;

    let measured = plan.objectives.iter().flat_map(|objective| &objective.criteria).zip(&criteria);
    make(measured.flat_map(|(criterion, id)| readings(criterion, id)).collect())?;
    let worked = plan.objectives.iter().flat_map(|objective| &objective.initiatives).zip(&initiatives);
    let tasks = worked.flat_map(|(initiative, id)| {
        initiative.tasks.iter().map(move |task| {
            let status = if task.done { "closed_success" } else { "work_in_progress" };
            let record = json!({"initiative_id": id, "title": task.title, "owner": task.owner, "due": task.due, "status": status});
            create("task", record)
        })
    });
    make(tasks.collect())?;
    Ok(id)
}

fn of_plan(plan: &str, objective: &Objective) -> Value {
    create(
        "objective",
        json!({
            "plan_id": plan, "title": objective.title, "summary": objective.summary,
            "successes": objective.successes, "business_impact": objective.impact,
            "status": "on_track", "start": "2026-10-01",
            "due": "2027-09-30", "owner": "Customer success architect", "customer_owner": "Head of platform",
        }),
    )
}

fn criteria(objective: &Objective, id: &str) -> Vec<Value> {
    let record = |criterion: &Criterion| {
        let falls = criterion.target < criterion.baseline;
        let direction = if falls { "lower_is_better" } else { "higher_is_better" };
        json!({
            "objective_id": id, "name": criterion.name, "unit": criterion.unit, "direction": direction,
            "baseline": criterion.baseline, "target": criterion.target, "target_date": "2027-06-30",
        })
    };
    objective.criteria.iter().map(|criterion| create("criterion", record(criterion))).collect()
}

fn initiatives(objective: &Objective, id: &str) -> Vec<Value> {
    let one = |title, update| {
        create(
            "initiative",
            json!({"objective_id": id, "title": title, "update_text": update, "status": "on_track"}),
        )
    };
    objective.initiatives.iter().map(|initiative| one(initiative.title, initiative.update)).collect()
}

fn readings(criterion: &Criterion, id: &str) -> Vec<Value> {
    let one = |(date, value): &(String, f64)| json!({"criterion_id": id, "date": date, "value": value});
    criterion.readings.iter().map(|reading| create("reading", one(reading))).collect()
}

/// A line of the batch: make this record.
fn create(record: &str, request: impl Into<Value>) -> Value {
    let request: Value = request.into();
    json!({"name": format!("{record}.create"), "request": request})
}

/// Sends the requests to one process and gives the ids of what it made, in order.
fn batch(program: &Path, file: &Path, requests: &[Value]) -> Outcome<Vec<String>> {
    let mut child = Command::new(program)
        .arg("--workspace")
        .arg(file)
        .arg("batch")
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::null())
        .spawn()?;
    let lines: String = requests.iter().map(|request| format!("{request}\n")).collect();
    let mut input = child.stdin.take().ok_or("no pipe to the program")?;
    // From a thread of its own: the program answers while it reads, and a full pipe would stop both.
    let feeder = std::thread::spawn(move || input.write_all(lines.as_bytes()));
    let output = child.wait_with_output()?;
    feeder.join().map_err(|_| "the feeder stopped")??;
    let answers = String::from_utf8(output.stdout)?;
    let ids: Vec<String> = answers.lines().map(id_of).collect::<Outcome<_>>()?;
    if ids.len() == requests.len() { Ok(ids) } else { Err("the batch answered too few lines".into()) }
}

fn id_of(answer: &str) -> Outcome<String> {
    let answer: Value = serde_json::from_str(answer)?;
    answer["result"]["id"].as_str().map(str::to_owned).ok_or_else(|| format!("refused: {answer}").into())
}
