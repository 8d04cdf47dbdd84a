//! A checklist that comes back: as the workbook or the Markdown that Cairn wrote, or as a list that people did.
//!
//! Both say rows of steps. What a tick means for a step's day and reason is not known here.

mod line;

use std::collections::BTreeMap;

use cairn_domain::{Audience, Kind, fingerprint, gitlab};
use chrono::NaiveDate;
use serde_json::Value;
use uuid::Uuid;

use crate::{
    Findings, Place, REDACTED, Row, Said, Trouble, Wording, limits,
    plan_markdown::{facts::unmark, head::scalar, outline::plain},
    workbook,
};
use line::{Boxed, boxed};

/// Most steps that are taken from a text.
const STEPS_MAX: usize = 20_000;
/// How far a step can be indented; what is deeper stands at this level.
const DEPTH_MAX: usize = 3;
/// How a workbook's bytes begin, as those of every ZIP archive.
const ARCHIVE: &[u8] = b"PK\x03\x04";

/// Reads a checklist, whichever of the two it is, with what somebody said of a workbook's words.
#[must_use]
pub fn read(bytes: &[u8], wording: &Wording) -> Findings {
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

fn unreadable(message: impl Into<String>) -> Findings {
    Findings { troubles: vec![Trouble::of_file(message)], ..Findings::default() }
}

fn markdown(bytes: &[u8]) -> Findings {
    let Ok(text) = std::str::from_utf8(bytes) else {
        return unreadable("This file is neither a workbook (XLSX) nor a text in UTF-8.");
    };
    let text = text.strip_prefix('\u{feff}').unwrap_or(text).replace("\r\n", "\n").replace('\r', "\n");
    if let Err(message) = limits::markdown(&text) {
        return unreadable(message);
    }
    let mut reader = Reader::default();
    let mut lines = text.split('\n').zip(1..).peekable();
    if lines.next_if(|(line, _)| *line == "---").is_some() {
        for (line, _) in lines.by_ref().take_while(|(line, _)| *line != "---") {
            reader.head(line);
        }
    }
    if reader.head.redacted {
        return unreadable(REDACTED);
    }
    for (line, number) in lines {
        reader.line(line, number);
        if reader.findings.rows.len() > STEPS_MAX {
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
    findings: Findings,
    phase: Option<String>,
    group: String,
    /// True inside a fence: what stands there is no list.
    fenced: bool,
    /// True inside a comment over several lines.
    hidden: bool,
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

    fn line(&mut self, line: &str, number: u32) {
        let start = line.trim();
        if start.starts_with("```") || start.starts_with("~~~") {
            self.fenced = !self.fenced;
        }
        if self.fenced {
            return;
        }
        // A comment that begins a line hides it, up to where it ends; one that names a record is read below.
        if self.hidden || start.starts_with("<!--") && unmark(start).is_none() {
            self.hidden = !start.contains("-->");
            return;
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
        } else if let Some(boxed) = boxed(start) {
            let indent = line.len() - line.trim_start().len();
            while self.indents.pop_if(|above| *above >= indent).is_some() {}
            let depth = self.indents.len().min(DEPTH_MAX);
            self.indents.push(indent);
            self.step(&boxed, depth, number);
        } else if let Some(group) = start.strip_prefix("**").and_then(|rest| rest.strip_suffix("**")) {
            self.group = plain(group);
            self.indents.clear();
        }
    }

    fn step(&mut self, boxed: &Boxed<'_>, depth: usize, number: u32) {
        let place = Place { sheet: None, row: Some(number) };
        let line::Step { id, base, said, wrong } = line::step(boxed, self.head.audience);
        let broken = !wrong.is_empty();
        for (field, message) in wrong {
            self.findings.troubles.push(Trouble::at(&place, Some(field), message));
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
        self.findings.rows.push(row);
    }

    fn finish(self) -> Findings {
        let Self { head: Head { id, sealed, .. }, mut findings, .. } = self;
        if findings.rows.is_empty() && findings.troubles.is_empty() {
            return unreadable("This text has no step: each is a line such as “- [ ] Hold the kickoff”.");
        }
        (findings.home, findings.sealed) = (id, sealed);
        findings.kinds.insert(Kind::ChecklistStep);
        findings
    }
}

/// Says of a field what it was written from.
fn known(said: &mut Said, base: &BTreeMap<String, String>) {
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
