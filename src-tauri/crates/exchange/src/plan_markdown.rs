//! A plan as Markdown: GitLab's epics and issues in one file, as Cairn writes them or as people do.
//!
//! A heading of the first level opens an objective or an initiative, those below are GitLab's
//! (`docs/decisions/0014-markdown.md`). What a text does not say stays as it is; a record that carries the id Cairn
//! wrote says all that such a text can say, so that taking a fact out clears it.

mod bound;
mod criterion;
pub(crate) mod facts;
pub(crate) mod head;
pub(crate) mod outline;
mod part;
mod preamble;
mod record;
mod said;
mod task;
mod value;
mod when;
mod write;

use cairn_domain::{Audience, Kind};

use crate::{ParsedFile, REDACTED, Row, RowError, limits};
use head::Head;
pub use outline::shown;
use outline::{Heading, Lines};
use part::{Part, What, part};
use said::place;
pub(crate) use value::date;
pub use write::write;

/// Most records that are taken from a text: four times the largest plan there is.
pub const RECORDS_MAX: usize = 20_000;

/// What a text says of a plan.
#[derive(Clone, PartialEq, Debug, Default)]
pub struct PlanText {
    /// Its records, the plan itself first if the text says something of it.
    pub parsed: ParsedFile,
    /// The account's name.
    pub account: Option<String>,
    /// For whom the text was written, where it says.
    pub audience: Option<Audience>,
}

/// Reads a text.
#[must_use]
pub fn read(bytes: &[u8]) -> PlanText {
    let Ok(text) = std::str::from_utf8(bytes) else {
        return unreadable("This file is no text in UTF-8.");
    };
    let text = text.strip_prefix('\u{feff}').unwrap_or(text).replace("\r\n", "\n").replace('\r', "\n");
    if let Err(message) = limits::markdown(&text) {
        return unreadable(&message);
    }
    let head = head::read(&text);
    if head.redacted {
        return unreadable(REDACTED);
    }
    let parts = parts(&text, head.end);
    let unclosed = outline::unclosed(text.get(head.end..).unwrap_or_default()).map(|(line, message)| {
        let before = text.get(..head.end).unwrap_or_default().matches('\n').count();
        RowError::at(&place(u32::try_from(before + line + 1).unwrap_or(u32::MAX)), None, message)
    });
    if !parts.iter().any(|part| part.what == What::Objective) {
        let message =
            "This text has no objective: each begins with a heading such as “# Objective: Faster releases”.";
        // Where all of it is hidden, that is what is wrong.
        let row_errors = vec![unclosed.unwrap_or_else(|| RowError::of_file(message))];
        return PlanText {
            parsed: ParsedFile { row_errors, ..ParsedFile::default() },
            ..PlanText::default()
        };
    }
    let Head { fields, plan, audience, account, sealed, .. } = head;
    let kinds = [Kind::Objective, Kind::Criterion, Kind::Initiative, Kind::Task].into();
    let row_errors = unclosed.into_iter().collect();
    let mut parsed = ParsedFile { home: plan, sealed, kinds, row_errors, ..ParsedFile::default() };
    let mut reader = record::Reader {
        text: &text,
        internal: audience == Some(Audience::Internal),
        above: None,
        decimal: value::shown(&text),
    };
    let (mut plan_fields, mut others) = (fields, Vec::new());
    for part in &parts {
        part.check(&mut parsed.row_errors);
        if part.what == What::Plan {
            reader.plan(part, &mut plan_fields, &mut others);
        } else {
            reader.part(part, &mut parsed);
        }
        if parsed.rows.len() > RECORDS_MAX {
            return unreadable(&format!(
                "This text has more than {RECORDS_MAX} records; that is too many to take in."
            ));
        }
    }
    if !others.is_empty() {
        plan_fields.append("strategy", &others.join("\n\n"));
    }
    let row = plan_fields.into_row(record::row(Kind::Plan, 1), &mut parsed.row_errors);
    parsed.rows.insert(0, Row { by_title: false, ..row });
    twice(&mut parsed);
    parsed.row_errors.sort_by_key(|row_error| row_error.place.row);
    PlanText { parsed, account, audience }
}

/// What a text that Cairn wrote is of, a plan or a checklist, by the ids that it carries.
#[must_use]
pub fn written_of(text: &str) -> Option<Kind> {
    let text = text.strip_prefix('\u{feff}').unwrap_or(text);
    let marked = |line: &str| {
        let (_, (what, id)) = facts::unmark(line)?;
        id.parse::<uuid::Uuid>().ok()?;
        Some(if what == "checklist" { Kind::Checklist } else { Kind::Plan })
    };
    let mut lines = text.lines();
    if lines.next() == Some("---") {
        let keys = lines.by_ref().take_while(|line| *line != "---").filter_map(|line| line.split_once(':'));
        let ids = keys.filter(|(_, id)| head::scalar(id.trim()).parse::<uuid::Uuid>().is_ok());
        let of = |(key, _): (&str, &str)| match key.trim() {
            "checklist_id" => Some(Kind::Checklist),
            "plan_id" => Some(Kind::Plan),
            _ => None,
        };
        if let Some(kind) = ids.filter_map(of).next() {
            return Some(kind);
        }
    }
    // A step of a checklist bears a mark of its own; the checklist's stands at its foot.
    let marks: Vec<Kind> = lines.filter_map(marked).collect();
    if marks.contains(&Kind::Checklist) { Some(Kind::Checklist) } else { marks.first().copied() }
}

fn unreadable(message: &str) -> PlanText {
    let parsed = ParsedFile { row_errors: vec![RowError::of_file(message)], ..ParsedFile::default() };
    PlanText { parsed, ..PlanText::default() }
}

/// The text in parts, one for each heading of the first level, and one for what stands before them.
fn parts(text: &str, from: usize) -> Vec<Part> {
    let body = text.get(from..).unwrap_or_default();
    let lines = Lines::of(text);
    let mut headings = outline::headings(body);
    for heading in &mut headings {
        heading.start += from;
        heading.end += from;
    }
    let tops: Vec<usize> =
        headings.iter().enumerate().filter(|(_, head)| head.level == 1).map(|(at, _)| at).collect();
    let first = tops.first().copied().unwrap_or(headings.len());
    let start_of = |at: usize| headings.get(at).map_or(text.len(), |heading| heading.start);
    let before = headings.get(..first).unwrap_or_default();
    let mut parts = vec![part((What::Plan, String::new()), (from, from), before, start_of(first), &lines)];
    for (nth, at) in tops.iter().enumerate() {
        let next = tops.get(nth + 1).copied().unwrap_or(headings.len());
        let (Some(top), Some(rest)) = (headings.get(*at), headings.get(at + 1..next)) else { continue };
        let end = start_of(next);
        let opened = opened(top, rest, text.get(top.end..end).unwrap_or_default());
        parts.push(part(opened, (top.start, top.end), rest, end, &lines));
    }
    parts
}

/// What a heading of the first level opens, and its title. Without a word for it, its sections tell.
fn opened(top: &Heading, rest: &[Heading], body: &str) -> (What, String) {
    const WORDS: [(&str, What); 4] = [
        ("objective", What::Objective),
        ("epic", What::Objective),
        ("initiative", What::Initiative),
        ("issue", What::Initiative),
    ];
    if top.title.trim().eq_ignore_ascii_case("success plan") {
        return (What::Plan, String::new());
    }
    if let Some((word, title)) = top.title.split_once(':')
        && let Some((_, what)) = WORDS.iter().find(|(known, _)| known.eq_ignore_ascii_case(word.trim()))
    {
        return (*what, title.strip_prefix(' ').unwrap_or(title).to_owned());
    }
    let has = |name: &str| rest.iter().any(|heading| heading.title.trim().eq_ignore_ascii_case(name));
    let issue = body.contains("SP Initiative::Status") || body.contains("EP Initiative::Status");
    let is_initiative = !has("summary") && (has("update") || issue);
    (if is_initiative { What::Initiative } else { What::Objective }, top.title.trim().to_owned())
}

/// Two records that nothing tells apart.
fn twice(parsed: &mut ParsedFile) {
    let mut known = std::collections::HashMap::new();
    let mut row_errors = Vec::new();
    for row in &parsed.rows {
        let Some(title) = row.title() else { continue };
        let parent = row.fields.iter().find_map(|said| match &said.content {
            crate::Content::Line(_, line) => Some(*line),
            _ => None,
        });
        if row.id.is_some() {
            continue;
        }
        if let Some(first) = known.insert((row.kind, parent, title.to_owned()), row.place.row) {
            let first = first.unwrap_or_default();
            let message =
                format!("“{title}” stands in line {first} already; give one of them another title.");
            row_errors.push(RowError::at(&place(row.place.row.unwrap_or_default()), Some("title"), message));
        }
    }
    parsed.row_errors.extend(row_errors);
}

#[cfg(test)]
#[path = "plan_markdown/tests.rs"]
mod tests;
