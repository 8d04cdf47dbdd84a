//! A checklist that was worked on elsewhere: taken into the checklist it is of.
//!
//! Only here is known what a tick means: which day goes with it, which reason goes away, which dates move.

use std::collections::{BTreeSet, HashMap};

use cairn_documents::{
    Language,
    onboarding::{said_in_copy, said_in_list},
};
use cairn_domain::{
    Audience, Brand, ChecklistId, ChecklistStepId, Kind, RecordId as _, StepState, Word as _, fingerprint,
    is_for_customer,
};
use cairn_exchange::{Content, ParsedField, ParsedFile, Row, RowError, RowPlace};
use cairn_store::Tx;
use cairn_wire::{ImportLine, ImportReport, ImportWhat, OnConflict, StepMoved};
use chrono::NaiveDate;
use serde_json::{Value, json};
use uuid::Uuid;

use super::{
    Pass,
    known::{ExistingRecord, Records},
    merge::Merge,
    report::{Report, line},
    sealed,
};
use crate::{checklist::ChecklistRun, error::Result, single_id::Single as _};

/// Fields that follow from another one that the file says; they are not reported on their own.
const FOLLOWS: [&str; 2] = ["offset_from", "offset_days"];

/// Where a step stands, which a file says of new ones alone.
const PLACED: [&str; 3] = ["phase", "group_title", "depth"];

/// Takes a file into its checklist.
pub(super) async fn take(pass: Pass<'_>, tx: &mut Tx, parsed: &ParsedFile) -> Result<ImportReport> {
    let (request, today) = (pass.request, pass.today);
    let mut parsed = parsed.clone();
    let asks = sealed::open(tx.rows(), &mut parsed, request).await?;
    let mut parsed = pass.left.without(parsed);
    let said = parsed.home.map(ChecklistId::from_uuid);
    let id = match (request.checklist_id, said) {
        (Some(asked), Some(said)) if asked != said => {
            return Ok(Report::nowhere(
                parsed.row_errors,
                parsed.ignored,
                "This file is of another checklist.",
            ));
        }
        (Some(id), _) | (None, Some(id)) => id,
        (None, None) => {
            let message = "This file does not tell which checklist it is of; name the checklist.";
            return Ok(Report::nowhere(parsed.row_errors, parsed.ignored, message));
        }
    };
    let found = tx.rows().find::<cairn_domain::Checklist>(id).await?;
    if request.checklist_id.is_none() && found.is_none() {
        return Ok(Report::nowhere(
            parsed.row_errors,
            parsed.ignored,
            "The checklist of this file is not in this workspace.",
        ));
    }
    let run = ChecklistRun::of(tx.rows(), id).await?;
    if request.account_id.is_some_and(|account| account != run.list.record.account_id) {
        return Ok(Report::nowhere(
            parsed.row_errors,
            parsed.ignored,
            "This file is of a checklist of another account.",
        ));
    }
    let mut records = Records::default();
    records.put(&run.list)?;
    run.steps.iter().try_for_each(|step| records.put(step))?;
    let brand = tx.rows().find::<Brand>(Brand::id()).await?.map(|brand| brand.record).unwrap_or_default();
    let labels = brand.labels.get(Language::default().code()).cloned().unwrap_or_default();
    let taking = Taking {
        list: id,
        // A list that people wrote by hand is no copy that came back.
        why: match parsed.home {
            Some(_) => said_in_copy(Language::default(), &labels, today),
            None => said_in_list(Language::default(), &labels, today),
        },
        today,
        conflicts: request.conflicts,
        theirs: is_theirs(&parsed),
    };
    // The file has no row for the checklist itself, so `written` names steps alone.
    parsed.written = parsed.written.or_else(|| shown(&run, taking.theirs));
    let mut keys = run.steps.iter().map(|step| step.record.key.clone()).collect();
    let mut rows = std::mem::take(&mut parsed.rows);
    by_title(&mut rows, &records);
    // New steps go behind all others, so a new step can be indented only under another new one.
    let mut above_is_new = false;
    for row in &mut rows {
        let is_new = row.id.is_none();
        if !std::mem::replace(&mut above_is_new, is_new) {
            row.fields.retain(|said| said.field != "depth");
        }
        let known = row.id.and_then(|id| records.get(Kind::ChecklistStep, id));
        let row_error = taking.meant(row, known, &mut keys);
        parsed.row_errors.extend(row_error);
    }
    let mut merge = Merge::over(pass, tx, id.uuid(), records).await?;
    for (row, id) in merge.found(&rows).await? {
        merge.row::<cairn_domain::ChecklistStep>(row, id).await?;
    }
    let in_file: BTreeSet<Uuid> = rows.iter().filter_map(|row| row.id).collect();
    let ignored = std::mem::take(&mut parsed.ignored);
    let mut report = merge.into_report(parsed);
    // Dates that depend on a day in the file move along, in the same step of undo.
    let moves = ChecklistRun::since(tx.rows(), &run).await?.write_dates(tx).await?;
    moves.into_iter().for_each(|moved| told(&mut report, moved, &in_file));
    let mut report = report.into_report(None, ignored);
    (report.checklist_id, report.asks) = (Some(id), asks);
    report.lines.retain(|line| !line.field.as_deref().is_some_and(|field| FOLLOWS.contains(&field)));
    Ok(report)
}

/// Gives rows without an id that of the step of the same title, unless another row stands for it: first of the steps in
/// the same place, then of those in any other, so that two steps of one title stay two.
fn by_title(rows: &mut [Row], records: &Records) {
    let mut taken: BTreeSet<Uuid> = rows.iter().filter_map(|row| row.id).collect();
    let mut called: HashMap<&str, Vec<(Uuid, &ExistingRecord)>> = HashMap::new();
    for (id, known) in records.all().filter(|(_, known)| known.kind == Kind::ChecklistStep) {
        called.entry(&known.title).or_default().push((id, known));
    }
    for same_place in [true, false] {
        for row in rows.iter_mut().filter(|row| row.by_title && row.id.is_none()) {
            let is_there = |known: &ExistingRecord| {
                let said =
                    |field: &str| row.plain(field).is_none_or(|said| known.fields.get(field) == Some(said));
                !same_place || said("phase") && said("group_title")
            };
            let mut titled = row.title().and_then(|title| called.get(title)).into_iter().flatten();
            let Some((id, known)) = titled.find(|(id, known)| !taken.contains(id) && is_there(known)) else {
                continue;
            };
            taken.insert(*id);
            row.id = Some(*id);
            row.fields.retain(|said| !PLACED.contains(&said.field.as_str()));
            noted(row, known);
        }
    }
    rows.iter_mut().for_each(|row| row.by_title = false);
}

/// What a text says below a step goes behind the note that stands here.
fn noted(row: &mut Row, known: &ExistingRecord) {
    let here = known.fields.get("note").and_then(Value::as_str).unwrap_or_default();
    let Some(said) = row.plain("note").and_then(Value::as_str).filter(|_| !here.is_empty()) else { return };
    let note = if here.contains(said) { here.to_owned() } else { format!("{here}\n\n{said}") };
    set(row, "note", note.into());
}

/// True for a file that was written for the customer: it shows nothing of who may see a step.
fn is_theirs(parsed: &ParsedFile) -> bool {
    let says = |row: &Row| row.fields.iter().any(|said| said.field == "visibility");
    parsed.home.is_some() && !parsed.rows.iter().any(says)
}

/// The steps that a text held when it was written.
fn shown(run: &ChecklistRun, theirs: bool) -> Option<BTreeSet<Uuid>> {
    let shown = run.steps.iter().filter(|step| is_for_customer(*step));
    theirs.then(|| shown.map(|step| step.id.uuid()).collect())
}

/// A date that moved along.
fn told(report: &mut Report, moved: StepMoved, in_file: &BTreeSet<Uuid>) {
    let StepMoved { id, title, old_due, new_due, why: _ } = moved;
    let id: ChecklistStepId = id;
    if !in_file.contains(&id.uuid()) {
        report.seen();
    }
    let whole = line(ImportWhat::Changed, Kind::ChecklistStep, &RowPlace::default(), title);
    let (from, to) = (json!(old_due), json!(new_due));
    report.field(id.uuid(), ImportLine { field: Some("due".into()), from, to, ..whole });
}

/// What is known of the file as a whole.
struct Taking {
    list: ChecklistId,
    /// The reason where a file says none.
    why: String,
    today: NaiveDate,
    conflicts: OnConflict,
    /// True for the customer's copy.
    theirs: bool,
}

impl Taking {
    /// Completes a row by what it means, or says why that cannot be.
    fn meant(
        &self,
        row: &mut Row,
        known: Option<&ExistingRecord>,
        keys: &mut BTreeSet<String>,
    ) -> Option<RowError> {
        if row.id.is_none() {
            self.complete(row, keys);
        } else if edited(row, "phase", known) {
            row.broken = true;
            let message = "A step moves to another phase in Cairn, not by a file.";
            return Some(RowError::at(&row.place, Some("phase"), message));
        }
        if edited(row, "due", known) && !self.stays(row, "due", known) {
            // A date that somebody wrote no longer counts from anything.
            set(row, "offset_from", Value::Null);
            set(row, "offset_days", 0.into());
        }
        self.state(row, known);
        None
    }

    /// What a new step needs beside what the file says.
    fn complete(&self, row: &mut Row, keys: &mut BTreeSet<String>) {
        row.say("checklist_id", self.list.to_string().into());
        let free = (keys.len() + 1..).map(|number| format!("step_{number}")).find(|key| !keys.contains(key));
        let key = free.unwrap_or_default();
        row.say("key", key.clone().into());
        keys.insert(key);
        if self.theirs {
            // Whoever reads the customer's copy must find in the next one what they added.
            row.say("visibility", Audience::Customer.word().into());
        }
    }

    /// A step that is done has its day, one that is not has none; one that is skipped or waits has its reason.
    fn state(&self, row: &mut Row, known: Option<&ExistingRecord>) {
        if self.stays(row, "state", known) {
            for field in ["done_on", "reason"] {
                row.fields.retain(|said| said.field != field);
            }
            return;
        }
        let day = row.plain("done_on").filter(|day| !day.is_null()).cloned();
        let was = known.and_then(|known| word(known.fields.get("state"))).unwrap_or_default();
        let becomes = if edited(row, "state", known) {
            word(row.plain("state")).unwrap_or(was)
        } else if day.is_some() && was != StepState::Done && edited(row, "done_on", known) {
            StepState::Done
        } else {
            return;
        };
        let reason = row.plain("reason").and_then(Value::as_str).unwrap_or_default();
        let reason = if reason.trim().is_empty() { self.why.clone() } else { reason.to_owned() };
        let (day, reason) = match becomes {
            StepState::Done => (day.unwrap_or_else(|| json!(self.today)), String::new()),
            StepState::Open => (Value::Null, String::new()),
            StepState::Skipped | StepState::Blocked => (Value::Null, reason),
        };
        set(row, "state", becomes.word().into());
        set(row, "done_on", day);
        set(row, "reason", reason.into());
    }

    /// True where a field was changed here and in the file, and the workspace's value stays.
    fn stays(&self, row: &Row, field: &str, known: Option<&ExistingRecord>) -> bool {
        let base = row.fields.iter().find(|said| said.field == field).and_then(|said| said.base.as_ref());
        let here = known.map(|known| fingerprint(known.fields.get(field).unwrap_or(&Value::Null)));
        self.conflicts == OnConflict::Keep
            && edited(row, field, known)
            && base.zip(here).is_some_and(|(base, here)| *base != here)
    }
}

fn word(value: Option<&Value>) -> Option<StepState> {
    value.and_then(Value::as_str).and_then(|word| word.parse().ok())
}

/// True where a file says another value than stands here, and was edited to say so.
fn edited(row: &Row, field: &str, known: Option<&ExistingRecord>) -> bool {
    let Some(said) = row.fields.iter().find(|said| said.field == field) else { return false };
    let Content::Plain(value) = &said.content else { return false };
    let here = known.and_then(|known| known.fields.get(field)).unwrap_or(&Value::Null);
    !said.untouched && fingerprint(value) != fingerprint(here)
}

/// Sets a field of a row, whatever the file said of it.
fn set(row: &mut Row, field: &str, value: Value) {
    let content = Content::Plain(value);
    match row.fields.iter_mut().find(|said| said.field == field) {
        Some(said) => (said.content, said.untouched, said.base) = (content, false, None),
        None => {
            let field = field.to_owned();
            row.fields.push(ParsedField { field, content, untouched: false, shrunk: false, base: None });
        }
    }
}
