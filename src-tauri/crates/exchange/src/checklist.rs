//! A checklist that comes back: as the workbook or the Markdown that Cairn wrote, or as a list that people did.
//!
//! Both say rows of steps. What a tick means for a step's day and reason is not known here.

mod line;
mod loose;
mod write;

use std::collections::BTreeMap;

use cairn_domain::{Audience, Kind, fingerprint, gitlab};
use chrono::NaiveDate;
use serde_json::Value;
use uuid::Uuid;

use crate::{
    ParsedField, ParsedFile, REDACTED, Row, RowError, RowPlace, Wording, limits,
    plan_markdown::{
        facts::unmark,
        head::scalar,
        outline::{Veil, plain, unclosed, veils},
    },
    workbook,
};
use line::{Boxed, boxed};
use loose::Loose;
pub use write::write;

/// Most steps that are taken from a text.
const STEPS_MAX: usize = 20_000;
/// How far a step can be indented; what is deeper stands at this level.
const DEPTH_MAX: usize = 3;
/// How a workbook's bytes begin, as those of every ZIP archive.
const ARCHIVE: &[u8] = b"PK\x03\x04";

/// Reads a checklist, whichever of the two it is, with what somebody said of a workbook's words.
#[must_use]
pub fn read(bytes: &[u8], wording: &Wording) -> ParsedFile {
    if bytes.starts_with(ARCHIVE) { workbook::read_checklist(bytes, wording) } else { markdown(bytes) }
}

/// What stands at the head of a text.
#[derive(Default)]
struct Head {
    id: Option<Uuid>,
    audience: Option<Audience>,
    redacted: bool,
    sealed: Option<NaiveDate>,
}

fn unreadable(message: impl Into<String>) -> ParsedFile {
    ParsedFile { row_errors: vec![RowError::of_file(message)], ..ParsedFile::default() }
}

fn markdown(bytes: &[u8]) -> ParsedFile {
    let Ok(text) = std::str::from_utf8(bytes) else {
        return unreadable("This file is neither a workbook (XLSX) nor a text in UTF-8.");
    };
    let text = text.strip_prefix('\u{feff}').unwrap_or(text).replace("\r\n", "\n").replace('\r', "\n");
    if let Err(message) = limits::markdown(&text) {
        return unreadable(message);
    }
    let mut reader = Reader::default();
    let mut lines = text.split('\n').zip(1..).peekable();
    let mut begin = 0;
    if lines.next_if(|(line, _)| *line == "---").is_some() {
        begin += 4;
        for (line, _) in lines.by_ref().take_while(|(line, _)| *line != "---") {
            reader.head(line);
            begin += line.len() + 1;
        }
        begin += 4;
    }
    if reader.head.redacted {
        return unreadable(REDACTED);
    }
    // What is code or a comment is so for the parser, as it is where the text is shown.
    let body = text.get(begin..).unwrap_or_default();
    let first: u32 = lines.peek().map_or(1, |(_, number)| *number);
    if let Some((line, message)) = unclosed(body) {
        let row = first.saturating_add(u32::try_from(line).unwrap_or(u32::MAX));
        reader.parsed.row_errors.push(RowError::at(&RowPlace { sheet: None, row: Some(row) }, None, message));
    }
    let veils = veils(body);
    for (at, (line, number)) in lines.enumerate() {
        reader.line(line, number, veils.get(&at).copied());
        if reader.parsed.rows.len() > STEPS_MAX {
            return unreadable(format!(
                "This text has more than {STEPS_MAX} steps; that is too many to take in."
            ));
        }
    }
    reader.finish()
}

#[derive(Default)]
struct Reader {
    head: Head,
    parsed: ParsedFile,
    phase: Option<String>,
    group: String,
    /// What stands around the steps.
    loose: Loose,
    /// How far the boxes above are indented, each under the one before.
    indents: Vec<usize>,
}

impl Reader {
    fn head(&mut self, line: &str) {
        let Some((key, value)) = line.split_once(':') else { return };
        let value = scalar(value.trim());
        match key.trim() {
            "checklist_id" => self.head.id = value.parse().ok(),
            "audience" => self.head.audience = gitlab::of_term(&value),
            "redacted" => self.head.redacted = value == "true",
            "sealed" => self.head.sealed = value.parse().ok(),
            _ => {}
        }
    }

    fn line(&mut self, line: &str, number: u32, veil: Option<Veil>) {
        let start = line.trim();
        match veil {
            Some(Veil::Comment) => return,
            Some(Veil::Code) => return self.loose.line(line, number),
            None => {}
        }
        // Pasted into an issue a text loses its head; the comment stays.
        if let Some((_, (_, mark))) = unmark(start).filter(|(_, (what, _))| what == "checklist") {
            let mut parts = mark.split(' ');
            self.head.id = self.head.id.or(parts.next().and_then(|id| id.parse().ok()));
            let day = parts.next().filter(|word| *word == "sealed").and(parts.next());
            self.head.sealed = self.head.sealed.or(day.and_then(|day| day.parse().ok()));
            return;
        }
        let signs = start.chars().take_while(|c| *c == '#').count();
        if (2..=6).contains(&signs) && start.get(signs..).is_some_and(|rest| rest.starts_with(' ')) {
            let title = plain(start.get(signs..).unwrap_or_default());
            (self.phase, self.group) = (Some(title), String::new());
            self.indents.clear();
            self.loose.heading();
        } else if let Some(boxed) = boxed(start) {
            let indent = line.len() - line.trim_start().len();
            while self.indents.pop_if(|above| *above >= indent).is_some() {}
            let depth = self.indents.len().min(DEPTH_MAX);
            self.indents.push(indent);
            self.step(&boxed, depth, number);
            self.loose.step(self.parsed.rows.len().saturating_sub(1));
        } else if let Some(group) = start.strip_prefix("**").and_then(|rest| rest.strip_suffix("**")) {
            self.group = plain(group);
            self.indents.clear();
            self.loose.group();
        } else if signs == 1 && start.starts_with("# ") {
            // The title of the text, which the checklist has.
            self.loose.heading();
        } else {
            self.loose.line(line, number);
        }
    }

    fn step(&mut self, boxed: &Boxed<'_>, depth: usize, number: u32) {
        let place = RowPlace { sheet: None, row: Some(number) };
        let line::Step { id, base, said, wrong } = line::step(boxed, self.head.audience);
        let broken = !wrong.is_empty();
        for (field, message) in wrong {
            self.parsed.row_errors.push(RowError::at(&place, Some(field), message));
        }
        let mut row =
            Row { kind: Kind::ChecklistStep, place, id, by_title: id.is_none(), broken, fields: Vec::new() };
        for (field, value) in said {
            row.say(field, value);
        }
        if id.is_none() {
            row.say("phase", self.phase.clone().unwrap_or_default().into());
            row.say("group_title", self.group.clone().into());
            if depth > 0 {
                row.say("depth", depth.into());
            }
        }
        if let Some(base) = base {
            row.fields.iter_mut().for_each(|said| known(said, &base));
        }
        self.parsed.rows.push(row);
    }

    fn finish(self) -> ParsedFile {
        let Self { head: Head { id, sealed, .. }, mut parsed, loose, .. } = self;
        loose.finish(&mut parsed, id.is_some());
        twice(&mut parsed);
        if parsed.rows.is_empty() && parsed.row_errors.is_empty() {
            return unreadable("This text has no step: each is a line such as “- [ ] Hold the kickoff”.");
        }
        (parsed.home, parsed.sealed) = (id, sealed);
        parsed.kinds.insert(Kind::ChecklistStep);
        parsed
    }
}

/// Two steps of one place and one title, which nothing tells apart once they are here.
fn twice(parsed: &mut ParsedFile) {
    let mut known = std::collections::HashMap::new();
    for row in parsed.rows.iter_mut().filter(|row| row.id.is_none()) {
        let said = |field: &str| row.plain(field).and_then(Value::as_str).unwrap_or_default().to_owned();
        let title = said("title");
        let Some(first) = known.insert((said("phase"), said("group_title"), title.clone()), row.place.row)
        else {
            continue;
        };
        let line = first.unwrap_or_default();
        let message = format!("“{title}” stands in line {line} already; give one of them another title.");
        parsed.row_errors.push(RowError::at(&row.place, Some("title"), message).after(first));
        row.broken = true;
    }
}

/// Says of a field what it was written from.
fn known(said: &mut ParsedField, base: &BTreeMap<String, String>) {
    let crate::Content::Plain(value) = &said.content else { return };
    let print = base.get(&said.field).cloned().unwrap_or_else(|| fingerprint(&line::unwritten(&said.field)));
    said.untouched = print == fingerprint(value);
    said.base = Some(print);
}

/// A value that says nothing.
fn empty() -> Value {
    Value::from("")
}

#[cfg(test)]
#[path = "checklist/tests.rs"]
mod tests;
