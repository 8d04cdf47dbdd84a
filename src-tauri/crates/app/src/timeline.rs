//! `account.timeline`: what happened with a customer, as one stream.
//!
//! Owns which records are read and how each is told as an entry. Does not own which dates were moved: the journal
//! knows that.

use std::collections::HashMap;

use cairn_domain::{
    Account, Audience, ChecklistStep, Contact, ContactId, Criterion, CriterionId, Initiative, Kind,
    NamesCustomers as _, Objective, Plan, PlanId, Reading, Record, RecordId, Stored, Task, Touchpoint,
    Workshop, Zone,
};
use cairn_store::{DateMove, Rows, holds_words};
use cairn_wire::{PageOf, Timeline, TimelineEntry, TimelineKind, TimelineOf, TimelineWhat};
use chrono::{DateTime, NaiveDate, Utc};
use uuid::Uuid;

use crate::{context::Context, error::Result};

/// Entries where nobody says how many.
const FIRST: u64 = 200;
/// As much of a text as an entry shows, in characters.
const TEXT_MAX: usize = 600;

/// The entries that match, newest first.
pub(crate) async fn timeline(context: &Context, request: TimelineOf) -> Result<Timeline> {
    let TimelineOf { id, kinds, search, from, to, page } = request;
    let zone = context.me().await?.and_then(|me| me.record.zone).or(context.app.settings.guess.zone);
    let open = context.workspace().await?;
    let rows = open.store.rows();
    let account = rows.get::<Account>(id).await?;
    let mut entries = Book::read(rows, account).await?.entries(rows, zone).await?;
    let asked = search.unwrap_or_default();
    entries.retain(|entry| {
        let texts = [entry.title.as_str(), &entry.text].into_iter();
        kinds.as_ref().is_none_or(|kinds| kinds.contains(&kind(entry)))
            && from.is_none_or(|from| entry.date >= from)
            && to.is_none_or(|to| entry.date <= to)
            && holds_words(texts.chain(entry.people.iter().map(String::as_str)), &asked)
    });
    entries.sort_by(|one, other| (other.date, other.at, &other.id).cmp(&(one.date, one.at, &one.id)));
    let total = entries.len();
    let PageOf { limit, offset } = page.unwrap_or(PageOf { limit: FIRST, offset: 0 });
    let (limit, offset) = (usize::try_from(limit), usize::try_from(offset));
    let shown = entries.into_iter().skip(offset.unwrap_or(usize::MAX)).take(limit.unwrap_or(usize::MAX));
    let shorten = |entry: TimelineEntry| {
        let text = entry.text.chars().take(TEXT_MAX).collect();
        TimelineEntry { text, ..entry }
    };
    Ok(Timeline { items: shown.map(shorten).collect(), total })
}

fn kind(entry: &TimelineEntry) -> TimelineKind {
    match entry.what {
        TimelineWhat::Touchpoint { .. } => TimelineKind::Touchpoint,
        TimelineWhat::Workshop { .. } => TimelineKind::Workshop,
        TimelineWhat::Reading { .. } => TimelineKind::Reading,
        TimelineWhat::DateChange { .. } => TimelineKind::DateChange,
    }
}

/// What is told of a record whose date was moved.
struct Dated {
    title: String,
    plan_id: Option<PlanId>,
}

/// All of an account that the stream is made from.
struct Book {
    people: HashMap<ContactId, String>,
    touchpoints: Vec<Stored<Touchpoint>>,
    workshops: Vec<Stored<Workshop>>,
    criteria: HashMap<CriterionId, (Criterion, Option<PlanId>)>,
    readings: Vec<Stored<Reading>>,
    /// Tasks by their home: how many, and how many of them are open.
    actions: HashMap<Uuid, (usize, usize)>,
    /// Every record whose dates are followed.
    dated: HashMap<String, Dated>,
}

impl Book {
    async fn read(rows: Rows<'_>, account: Stored<Account>) -> Result<Self> {
        let mut tree = rows.tree(Kind::Account, [account.id.uuid()]);
        let contacts: Vec<Stored<Contact>> = tree.all().await?;
        let touchpoints: Vec<Stored<Touchpoint>> = tree.all().await?;
        let workshops: Vec<Stored<Workshop>> = tree.all().await?;
        let plans: Vec<Stored<Plan>> = tree.all().await?;
        let objectives: Vec<Stored<Objective>> = tree.all().await?;
        let criteria: Vec<Stored<Criterion>> = tree.all().await?;
        let initiatives: Vec<Stored<Initiative>> = tree.all().await?;
        let tasks: Vec<Stored<Task>> = tree.all().await?;
        let steps: Vec<Stored<ChecklistStep>> = tree.all().await?;

        let of_objective: HashMap<_, _> = objectives.iter().map(|one| (one.id, one.record.plan_id)).collect();
        let plan_of = |objective| of_objective.get(&objective).copied();
        let of_initiative: HashMap<_, _> =
            initiatives.iter().map(|one| (one.id, plan_of(one.record.objective_id))).collect();
        let mut dated = HashMap::new();
        follow(&mut dated, &[account], |_| None);
        follow(&mut dated, &plans, |plan| Some(plan.id));
        follow(&mut dated, &objectives, |objective| Some(objective.record.plan_id));
        follow(&mut dated, &criteria, |criterion| plan_of(criterion.record.objective_id));
        follow(&mut dated, &initiatives, |initiative| plan_of(initiative.record.objective_id));
        follow(&mut dated, &tasks, |task| task.record.home.of().and_then(|id| *of_initiative.get(&id)?));
        follow(&mut dated, &workshops, |_| None);
        follow(&mut dated, &steps, |_| None);
        let mut actions: HashMap<Uuid, (usize, usize)> = HashMap::new();
        for task in &tasks {
            let Some((_, home)) = task.record.parent() else { continue };
            let (all, open) = actions.entry(home).or_default();
            *all += 1;
            *open += usize::from(task.record.is_open());
        }
        Ok(Self {
            people: contacts.into_iter().map(|contact| (contact.id, contact.record.name)).collect(),
            readings: tree.all().await?,
            criteria: criteria
                .into_iter()
                .map(|one| (one.id, (plan_of(one.record.objective_id), one)))
                .map(|(id, (plan, one))| (id, (one.record, plan)))
                .collect(),
            touchpoints,
            workshops,
            actions,
            dated,
        })
    }

    async fn entries(self, rows: Rows<'_>, zone: Option<Zone>) -> Result<Vec<TimelineEntry>> {
        let followed: Vec<String> = self.dated.keys().cloned().collect();
        let moves = rows.date_moves(&followed).await?;
        let mut entries = self.moved(moves, zone);
        entries.extend(self.touchpoints.iter().map(|one| self.touchpoint(one)));
        entries.extend(self.workshops.iter().map(|one| self.workshop(one, zone)));
        entries.extend(self.readings.iter().filter_map(|one| self.reading(one)));
        Ok(entries)
    }

    fn touchpoint(&self, stored: &Stored<Touchpoint>) -> TimelineEntry {
        let touchpoint = &stored.record;
        let (actions, open_actions) = self.actions.get(&stored.id.uuid()).copied().unwrap_or_default();
        let ours = touchpoint.our_attendees.iter().cloned();
        let others = Some(touchpoint.others.clone()).filter(|others| !others.trim().is_empty());
        TimelineEntry {
            date: touchpoint.held_on,
            at: None,
            title: touchpoint.subject.clone(),
            text: touchpoint.notes.clone(),
            people: self.named(&touchpoint.contact_ids).chain(others).chain(ours).collect(),
            record: Kind::Touchpoint,
            id: stored.id.to_string(),
            plan_id: None,
            visibility: touchpoint.visibility,
            text_visibility: touchpoint.visibility,
            actions,
            open_actions,
            what: TimelineWhat::Touchpoint {
                touchpoint_type: touchpoint.touchpoint_type,
                sentiment: touchpoint.sentiment,
                sponsor_present: touchpoint.sponsor_present,
            },
        }
    }

    fn workshop(&self, stored: &Stored<Workshop>, zone: Option<Zone>) -> TimelineEntry {
        let workshop = &stored.record;
        let (actions, open_actions) = self.actions.get(&stored.id.uuid()).copied().unwrap_or_default();
        let came =
            if workshop.attended_ids.is_empty() { &workshop.invited_ids } else { &workshop.attended_ids };
        let host = Some(workshop.host.clone()).filter(|host| !host.trim().is_empty());
        TimelineEntry {
            // Without a time it stands where it was thought of.
            date: workshop.day().unwrap_or_else(|| day(stored.created_at, zone)),
            at: workshop.starts_at,
            title: workshop.title.clone(),
            text: workshop.goal.clone(),
            people: self.named(came).chain(host).collect(),
            record: Kind::Workshop,
            id: stored.id.to_string(),
            plan_id: None,
            visibility: workshop.visibility,
            text_visibility: workshop.visibility,
            actions,
            open_actions,
            what: TimelineWhat::Workshop { state: workshop.state, zone: workshop.zone },
        }
    }

    fn reading(&self, stored: &Stored<Reading>) -> Option<TimelineEntry> {
        let reading = &stored.record;
        let (criterion, plan_id) = self.criteria.get(&reading.criterion_id)?;
        Some(TimelineEntry {
            date: reading.date,
            at: None,
            title: criterion.name.clone(),
            text: reading.note.clone(),
            people: Some(reading.who.clone()).into_iter().filter(|who| !who.trim().is_empty()).collect(),
            record: Kind::Criterion,
            id: reading.criterion_id.to_string(),
            plan_id: *plan_id,
            visibility: Audience::Customer,
            text_visibility: reading.note_visibility,
            actions: 0,
            open_actions: 0,
            what: TimelineWhat::Reading {
                value: reading.value,
                criterion_kind: criterion.kind,
                unit: criterion.unit.clone(),
            },
        })
    }

    /// One entry for each step that moved dates, told by the record that moved first.
    fn moved(&self, moves: Vec<DateMove>, zone: Option<Zone>) -> Vec<TimelineEntry> {
        let mut steps: Vec<(DateMove, usize)> = Vec::new();
        // Newest first: the first of a step comes last.
        for one in moves {
            match steps.last_mut() {
                Some((step, others)) if step.op == one.op => {
                    *step = one;
                    *others += 1;
                }
                _ => steps.push((one, 0)),
            }
        }
        steps.into_iter().filter_map(|(step, others)| self.step(step, others, zone)).collect()
    }

    fn step(&self, step: DateMove, others: usize, zone: Option<Zone>) -> Option<TimelineEntry> {
        let DateMove { op: _, at, by, kind, id, field, old, new } = step;
        let Dated { title, plan_id } = self.dated.get(&id)?;
        let was = date(&old, zone)?;
        let is = new.as_deref().and_then(|new| date(new, zone));
        // Another hour of the same day moves no date.
        if is == Some(was) {
            return None;
        }
        Some(TimelineEntry {
            date: day(at, zone),
            at: Some(at),
            title: title.clone(),
            text: String::new(),
            people: Some(by).into_iter().filter(|by| !by.is_empty()).collect(),
            record: kind,
            plan_id: *plan_id,
            id,
            // What was meant before is history, which no customer sees.
            visibility: Audience::Internal,
            text_visibility: Audience::Internal,
            actions: 0,
            open_actions: 0,
            what: TimelineWhat::DateChange { field, old: was, new: is, others },
        })
    }

    fn named(&self, people: &[ContactId]) -> impl Iterator<Item = String> {
        people.iter().filter_map(|id| self.people.get(id).cloned())
    }
}

fn follow<R: Record>(
    dated: &mut HashMap<String, Dated>,
    records: &[Stored<R>],
    plan: impl Fn(&Stored<R>) -> Option<PlanId>,
) {
    for stored in records {
        let told = Dated { title: stored.record.label(), plan_id: plan(stored) };
        dated.insert(stored.id.to_string(), told);
    }
}

/// The day of an instant where the user is.
fn day(at: DateTime<Utc>, zone: Option<Zone>) -> NaiveDate {
    zone.map_or(at.date_naive(), |zone| zone.date_at(at))
}

/// A date, or the day of an instant where the user is.
fn date(text: &str, zone: Option<Zone>) -> Option<NaiveDate> {
    text.parse().ok().or_else(|| Some(day(text.parse().ok()?, zone)))
}
