//! What changed since the last version: a table for each outcome, a line for each fact.
//!
//! Owns what is told of a change and what is passed over; how a field and its value read is `changes/field.rs`'s.

mod field;

use cairn_domain::{ChangeWhat, Kind, RecordChange};

use super::{SuccessPlan, pages::Changes, sign_off::named};
use crate::{
    parts::{Cell, Table, Tone, table},
    text::TextFitter,
    words::Words,
};
use field::Fields;

const COLUMNS: [&str; 4] = ["doc_what", "doc_change", "doc_change_from", "doc_change_to"];

/// The page; `None` without a version, or where nothing changed.
pub(super) fn changes(fitter: &mut TextFitter, plan: &SuccessPlan) -> Option<Changes> {
    let words = fitter.words;
    let version = plan.agreement.version.as_ref()?;
    let mut groups: Vec<Group> = Vec::new();
    for told in told(plan) {
        let (of, rows) = (of(fitter, told.change()), rows(fitter, plan, &told));
        match groups.last_mut().filter(|group| group.of == of) {
            _ if rows.is_empty() => {}
            Some(group) => group.rows.extend(rows),
            None => groups.push(Group { of, rows }),
        }
    }
    let table = |Group { of, rows }: Group| Some(Table { heading: of, ..table(words, "", &COLUMNS, rows)? });
    let tables: Vec<Table> = groups.into_iter().filter_map(table).collect();
    (!tables.is_empty()).then(|| Changes {
        heading: words.get("doc_changes"),
        lead: words.fill("doc_changes_since", &[("version", &named(fitter, version))]),
        tables,
    })
}

/// What changed since the last version as plain rows: heading, record, fact, before and now; empty where there is no such page.
#[must_use]
pub fn changed_rows(plan: &SuccessPlan) -> Vec<[String; 5]> {
    let words = Words::new(plan.language, &plan.labels);
    let mut told = Vec::new();
    for Table { heading, rows, .. } in
        changes(&mut TextFitter::new(words), plan).map(|page| page.tables).unwrap_or_default()
    {
        let mut title = String::new();
        for row in rows {
            let mut cells = row.into_iter().map(Cell::into_text);
            let mut next = || cells.next().unwrap_or_default();
            // A record is named in the first of its lines.
            title = Some(next()).filter(|named| !named.is_empty()).unwrap_or(title);
            told.push([heading.clone(), title.clone(), next(), next(), next()]);
        }
    }
    told
}

/// The lines of one outcome.
struct Group {
    of: String,
    rows: Vec<Vec<Cell>>,
}

/// What is told of one record.
enum Told<'a> {
    /// It came or went, and so many records with it.
    Whole(&'a RecordChange, usize),
    /// Something of it is said otherwise.
    Fields(&'a RecordChange),
    /// Its readings: the first of them, and all.
    Readings(&'a RecordChange, Vec<&'a RecordChange>),
}

impl<'a> Told<'a> {
    fn change(&self) -> &'a RecordChange {
        match self {
            Self::Whole(change, _) | Self::Fields(change) | Self::Readings(change, _) => change,
        }
    }
}

/// The changes as they are told: what came or went as a whole in one line, readings counted by their criterion.
fn told(plan: &SuccessPlan) -> Vec<Told<'_>> {
    let mut all: Vec<Told<'_>> = Vec::new();
    for change in &plan.agreement.changes.changes {
        // A record that came or went is followed by what hangs under it.
        let whole = all.iter_mut().rev().find_map(|told| match told {
            Told::Whole(above, with) if above.what == change.what && is_under(change, above) => Some(with),
            _ => None,
        });
        if let Some(with) = whole {
            *with += 1;
            continue;
        }
        match (change.kind, change.what, all.last_mut()) {
            (Kind::Reading, _, Some(Told::Readings(first, readings))) if first.place == change.place => {
                readings.push(change);
            }
            (Kind::Reading, ..) => all.push(Told::Readings(change, vec![change])),
            (_, ChangeWhat::Changed, _) => all.push(Told::Fields(change)),
            (_, ChangeWhat::Added | ChangeWhat::Removed, _) => all.push(Told::Whole(change, 0)),
        }
    }
    all
}

fn is_under(change: &RecordChange, above: &RecordChange) -> bool {
    change.place.strip_prefix(above.place.as_slice()).and_then(<[String]>::first) == Some(&above.title)
}

/// The heading under which a change stands: its outcome's title, the plan, or what waits for what.
fn of(fitter: &mut TextFitter, change: &RecordChange) -> String {
    match (change.kind, change.place.first()) {
        (Kind::Plan, _) => fitter.words.get("kind_plan"),
        (Kind::Dependency, _) => fitter.words.get("doc_change_links"),
        (_, Some(outcome)) => fitter.heading(outcome),
        (_, None) => fitter.heading(&change.title),
    }
}

fn rows(fitter: &mut TextFitter, plan: &SuccessPlan, told: &Told<'_>) -> Vec<Vec<Cell>> {
    let words = fitter.words;
    let fields = Fields::of(plan);
    match told {
        Told::Whole(change, with) => {
            let (key, tone) = match change.what {
                ChangeWhat::Removed => ("doc_change_removed", Tone::Bad),
                ChangeWhat::Added | ChangeWhat::Changed => ("doc_change_added", Tone::Good),
            };
            let with = if *with > 0 {
                words.fill("doc_change_with", &[("n", &with.to_string())])
            } else {
                String::new()
            };
            let state = Cell::text(words.get(key)).toned(tone);
            let due = fields.due(fitter, change);
            let (from, to) = match change.what {
                ChangeWhat::Removed => (due, with),
                ChangeWhat::Added | ChangeWhat::Changed => (String::new(), said_both(&due, &with)),
            };
            vec![vec![what(fitter, change), state, Cell::text(from), Cell::text(to)]]
        }
        Told::Fields(change) => {
            let told = change.fields.iter().filter_map(|field| fields.told(fitter, change, field));
            let cells = told.collect::<Vec<_>>().into_iter().enumerate().map(|(at, [field, from, to])| {
                let title = if at == 0 { what(fitter, change) } else { Cell::text("") };
                vec![title, Cell::text(field), Cell::text(from), Cell::text(to)]
            });
            cells.collect()
        }
        Told::Readings(first, readings) => {
            let count = |what| readings.iter().filter(|change| change.what == what).count();
            let counts = [
                ("doc_change_readings_added", count(ChangeWhat::Added)),
                ("doc_change_readings_changed", count(ChangeWhat::Changed)),
                ("doc_change_readings_removed", count(ChangeWhat::Removed)),
            ];
            let counts = counts.into_iter().filter(|(_, n)| *n > 0);
            let counts: Vec<String> =
                counts.map(|(key, n)| words.fill(key, &[("n", &n.to_string())])).collect();
            let name = first.place.last().map(|name| fitter.title(name)).unwrap_or_default();
            let title = Cell::text(name).strong().with_sub(words.get("doc_criterion"));
            vec![vec![
                title,
                Cell::text(words.get("doc_readings")),
                Cell::text(""),
                Cell::text(counts.join(", ")),
            ]]
        }
    }
}

fn said_both(one: &str, other: &str) -> String {
    [one, other].into_iter().filter(|text| !text.is_empty()).collect::<Vec<_>>().join(", ")
}

/// A record by its title, with what it is under it; the outcome itself and the plan by what they are.
fn what(fitter: &mut TextFitter, change: &RecordChange) -> Cell {
    let words = fitter.words;
    let above = change.place.last().map(|title| fitter.line(title)).unwrap_or_default();
    let sub = match change.kind {
        Kind::Objective => return Cell::text(words.get("doc_outcome")).strong(),
        Kind::Plan => return Cell::text(words.get("kind_plan")).strong(),
        Kind::Criterion => words.get("doc_criterion"),
        Kind::Initiative => words.get("kind_initiative"),
        Kind::Task => words.fill("doc_change_step", &[("initiative", &above)]),
        _ => String::new(),
    };
    Cell::text(fitter.title(&change.title)).strong().with_sub(sub)
}
