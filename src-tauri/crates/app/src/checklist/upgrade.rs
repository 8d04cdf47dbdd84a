//! `checklist.diff` and `checklist.accept`: what the template says otherwise since a checklist was made of it.
//!
//! The engine is the one of plan templates (`domain`, template/diff); here a checklist is read in its terms, and written.

use std::collections::{BTreeMap, BTreeSet};

use cairn_domain::{
    Account, Blob, Checklist, ChecklistStep, ChecklistTemplate, Fields, Hash, Kind, Live, PLAN_KEY, Part,
    PartId, Position, Problem, Reason, Steps, Stored, TemplateLine, checklist_part, differences, handled,
    step_of, with_needed,
};
use cairn_store::{OpHead, Rows, StoredBlob, Tx};
use cairn_wire::{AcceptChecklist, ById, ChecklistDiff, Code, Failure, StepMoves};
use chrono::NaiveDate;
use serde_json::Value;

use super::run::ChecklistRun;
use crate::{
    blob::hash_of,
    context::Context,
    crud::{self, Along, New, write, write_whole},
    error::Result,
    library,
};

/// What kind of content the parts are.
const PARTS_TYPE: &str = "application/vnd.cairn.template-parts+json";

/// The parts as they were applied, as a content of the workspace: they never change, and checklists share them.
pub(super) fn packed(parts: &[Part]) -> Result<(Hash, StoredBlob)> {
    let bytes = serde_json::to_vec(parts)?;
    let size = i64::try_from(bytes.len()).unwrap_or(i64::MAX);
    let about = Blob { media_type: PARTS_TYPE.to_owned(), size };
    Ok((hash_of(&bytes)?, StoredBlob { about, bytes }))
}

/// Keeps them along with the checklist that names them.
pub(super) async fn keep(tx: &Tx, list: &Checklist, content: StoredBlob) -> Result<()> {
    match &list.applied {
        Some(hash) => Ok(tx.save_blob(hash, content).await?),
        None => Ok(()),
    }
}

/// A checklist and its template, then and now.
struct Compared {
    run: ChecklistRun,
    template: Option<Stored<ChecklistTemplate>>,
    applied: Vec<Part>,
    now: Vec<Part>,
    lines: Vec<TemplateLine>,
}

impl Compared {
    async fn of(rows: Rows<'_>, list: cairn_domain::ChecklistId) -> Result<Self> {
        let run = ChecklistRun::of(rows, list).await?;
        let record = &run.list.record;
        let template = match record.template_id {
            Some(id) => library::usable::<ChecklistTemplate>(rows, id).await?,
            None => None,
        };
        let applied: Vec<Part> = match &record.applied {
            Some(hash) => serde_json::from_slice(&rows.blob_bytes(hash).await?.bytes)?,
            None => Vec::new(),
        };
        let now = match &template {
            Some(template) if record.applied.is_some() => {
                let account = rows.get::<Account>(record.account_id).await?;
                template.record.parts_for(&library::profile(rows, account).await?).0
            }
            _ => applied.clone(),
        };
        let mut lines = differences(&applied, &now, &live(&run)?);
        // The date of a step that is over no longer matters.
        lines.retain(|line| {
            let dated = matches!(line.field.as_deref(), Some("offset_days" | "offset_from" | "calendar"));
            let over = run.steps.iter().any(|step| step.record.key == line.key && step.record.is_over());
            !(dated && over)
        });
        Ok(Self { run, template, applied, now, lines })
    }

    fn shown(&self) -> ChecklistDiff {
        let record = &self.run.list.record;
        ChecklistDiff {
            lines: self.lines.clone(),
            template_id: record.template_id,
            title: self.template.as_ref().map(|one| one.record.title.clone()).unwrap_or_default(),
            followed_version: record.template_version,
            version: self.template.as_ref().map(|one| one.version),
        }
    }
}

/// The checklist in the terms of a template: its phases, and the steps that have a key.
fn live(run: &ChecklistRun) -> Result<Live> {
    let head = checklist_part(&run.list.record.phases);
    let mut live = Live::from([(head.id(), head.fields)]);
    // The keys and depths of the steps that the one before stands under, and its own.
    let mut above: Vec<(&str, i64)> = Vec::new();
    let mut phase = "";
    for step in &run.steps {
        let record = &step.record;
        if record.phase != phase {
            above.clear();
            phase = &record.phase;
        }
        above.retain(|(_, depth)| *depth < record.depth);
        if !record.key.is_empty() {
            let mut fields: Fields = match serde_json::to_value(record)? {
                Value::Object(fields) => fields.into_iter().collect(),
                _ => Fields::new(),
            };
            fields.insert("under".into(), above.last().map_or("", |(key, _)| key).into());
            live.insert((Kind::ChecklistStep, record.key.clone()), fields);
        }
        above.push((&record.key, record.depth));
    }
    Ok(live)
}

/// What differs.
pub(crate) async fn diff(context: &Context, ById { id }: ById<Checklist>) -> Result<ChecklistDiff> {
    let open = context.workspace().await?;
    Ok(Compared::of(open.store.rows(), id).await?.shown())
}

/// Takes lines over and puts lines aside, as one step, and answers what is left.
pub(crate) async fn accept(context: &Context, request: AcceptChecklist) -> Result<ChecklistDiff> {
    let id = request.id;
    let open = context.workspace_to_write().await?;
    let mut tx = context.begin(&open, "checklist.accept").await?;
    let decided = taken(&mut tx, request, context.today().await?).await?;
    let left = Compared::of(tx.rows(), id).await?.shown();
    if decided { context.commit(tx, left).await } else { Ok(left) }
}

/// Every date that would move: the same work, in an operation that is never committed.
pub(crate) async fn preview_accept(context: &Context, request: AcceptChecklist) -> Result<StepMoves> {
    let id = request.id;
    let open = context.workspace().await?;
    // Not the request's own id: nothing is done that could be done twice.
    let head = OpHead { request_id: None, ..context.head("checklist.accept").await? };
    let mut tx = open.store.begin(head).await?;
    let before = ChecklistRun::of(tx.rows(), id).await?;
    taken(&mut tx, request, context.today().await?).await?;
    Ok(StepMoves { moves: ChecklistRun::of(tx.rows(), id).await?.moves_since(&before) })
}

/// The inner verb; false where nothing was asked for.
async fn taken(tx: &mut Tx, request: AcceptChecklist, today: NaiveDate) -> Result<bool> {
    let AcceptChecklist { id, lines, decline } = request;
    let compared = Compared::of(tx.rows(), id).await?;
    compared.run.still_open("id")?;
    let [accepted, declined] = [lines, decline].map(BTreeSet::from_iter);
    let known: BTreeSet<&String> = compared.lines.iter().map(|line| &line.id).collect();
    for (field, ids) in [("lines", &accepted), ("decline", &declined)] {
        if !ids.iter().all(|id| known.contains(id)) {
            let message = "The template and the checklist do not differ there (any more).";
            return Err(Failure::new(Code::NotFound, message).about(field).into());
        }
    }
    let accepted = with_needed(&compared.lines, &accepted, &compared.applied);
    if let Some(line) =
        compared.lines.iter().find(|line| accepted.contains(&line.id) && declined.contains(&line.id))
    {
        return Err(Problem::new("decline", Reason::Twice { what: line.title.clone() }).into());
    }
    if accepted.is_empty() && declined.is_empty() {
        return Ok(false);
    }
    let before = ChecklistRun::of(tx.rows(), id).await?;
    decide(tx, compared, &accepted, declined, today).await?;
    ChecklistRun::since(tx.rows(), &before).await?.write_dates(tx).await?;
    Ok(true)
}

/// Does what was decided.
async fn decide(
    tx: &mut Tx,
    compared: Compared,
    accepted: &BTreeSet<String>,
    declined: BTreeSet<String>,
    today: NaiveDate,
) -> Result<()> {
    let Compared { run, template, applied, now, lines } = compared;
    let (done, left): (Vec<TemplateLine>, Vec<TemplateLine>) =
        lines.into_iter().partition(|line| accepted.contains(&line.id) || declined.contains(&line.id));
    let Steps { make, mut change, remove } = Steps::of(&done, accepted, &now);
    let mut list = run.list.record.clone();
    let head: PartId = (Kind::Checklist, PLAN_KEY.to_owned());
    if let Some(phases) = change.remove(&head).and_then(|mut fields| fields.remove("phases")) {
        list.phases = serde_json::from_value(phases)?;
        // A phase that the template gave up stays while steps of one's own stand in it.
        for phase in &run.list.record.phases {
            let used = run.steps.iter().any(|step| step.record.phase == phase.title);
            if used && !list.phases.iter().any(|kept| kept.title == phase.title) {
                list.phases.push(phase.clone());
            }
        }
    }
    // New steps bring their phase along.
    for part in &make {
        let phase = part.text("phase");
        let stands = list.phases.iter().any(|known| known.title == phase);
        let gates = template.as_ref().map(|one| one.record.gates()).unwrap_or_default();
        if let (false, Some(gate)) = (stands, gates.into_iter().find(|gate| gate.title == phase)) {
            list.phases.push(gate);
        }
    }
    list.applied = {
        let (hash, content) = packed(&handled(&applied, &now, &done, &left))?;
        tx.save_blob(&hash, content).await?;
        Some(hash)
    };
    list.declined.extend(declined);
    list.declined.sort();
    list.declined.dedup();
    if let (true, Some(template)) = (left.is_empty(), &template) {
        list.template_version = template.version;
    }
    write_whole(tx, run.list.clone(), list, today, Along::Later).await?;
    for (key, step) in keyed(&run) {
        let id: PartId = (Kind::ChecklistStep, key.to_owned());
        if let Some(fields) = change.get(&id) {
            let record = with(&step.record, fields, &run)?;
            write(tx, step.clone(), record, today, Along::Later).await?;
        }
        if remove.contains(&id) {
            crud::remove::<ChecklistStep>(tx, step.id, None, Along::Later).await?;
        }
    }
    make_steps(tx, &run, &make, &now, today).await
}

fn keyed(run: &ChecklistRun) -> BTreeMap<&str, &Stored<ChecklistStep>> {
    run.steps.iter().map(|step| (step.record.key.as_str(), step)).collect()
}

/// A step with fields of its part in it.
fn with(step: &ChecklistStep, fields: &Fields, run: &ChecklistRun) -> Result<ChecklistStep> {
    let mut whole = serde_json::to_value(step)?;
    if let Value::Object(own) = &mut whole {
        own.extend(fields.iter().map(|(field, value)| (field.clone(), value.clone())));
        if let Some(under) = own.shift_remove("under") {
            let above =
                keyed(run).get(under.as_str().unwrap_or_default()).map(|above| above.record.depth + 1);
            own.insert("depth".into(), above.unwrap_or_default().into());
        }
        own.retain(|_, value| !value.is_null());
    }
    Ok(serde_json::from_value(whole)?)
}

/// Adds steps, each behind the nearest one before it in the template that the checklist has.
async fn make_steps(
    tx: &mut Tx,
    run: &ChecklistRun,
    make: &[Part],
    now: &[Part],
    today: NaiveDate,
) -> Result<()> {
    let mut steps: BTreeMap<String, (Position, i64)> = keyed(run)
        .into_iter()
        .map(|(key, step)| (key.to_owned(), (step.record.position.clone(), step.record.depth)))
        .collect();
    for part in make {
        let before = now.iter().take_while(|other| other.id() != part.id());
        let before = before.filter(|other| other.text("phase") == part.text("phase"));
        let lower = before.filter_map(|other| steps.get(&other.key)).last().map(|(place, _)| place.clone());
        let lower = lower.or_else(|| run.steps.last().map(|step| step.record.position.clone()));
        let taken =
            run.steps.iter().map(|step| &step.record.position).chain(steps.values().map(|(place, _)| place));
        let upper = taken.filter(|place| lower.as_ref().is_some_and(|lower| *place > lower)).min().cloned();
        let depth = steps.get(part.text("under")).map_or(0, |(_, above)| above + 1);
        let position = Position::between(lower.as_ref(), upper.as_ref()).unwrap_or_default();
        let record =
            ChecklistStep { checklist_id: run.list.id, position: position.clone(), ..step_of(part, depth)? };
        crud::make(tx, New::placed(record), today, Along::Later).await?;
        steps.insert(part.key.clone(), (position, depth));
    }
    Ok(())
}
