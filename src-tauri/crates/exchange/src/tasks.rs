//! The tasks of a success plan as CSV (RFC 4180, UTF-8 with a byte order mark): a line each, for any spreadsheet.
//!
//! From the same input as the pages. Nothing is computed here: a cell is a field, a date is written as 2027-03-31,
//! and a text that a spreadsheet would run is kept from it.

use std::collections::BTreeMap;

use cairn_domain::Side;

use crate::WriteError;
use cairn_documents::{
    Language, Words,
    success_plan::{Initiative, Objective, Reader, SuccessPlan, Task},
};

/// What a spreadsheet takes for the beginning of a formula, the wide forms included.
const FORMULA: [char; 11] = ['=', '+', '-', '@', '\t', '\r', '\n', '＝', '＋', '－', '＠'];

/// Longest line of headings that is looked at, in bytes.
const HEADS_MAX: usize = 2_000;

/// Writes the tasks in the plan's order.
///
/// # Errors
/// Only for a fault of the program itself.
pub fn write(plan: &SuccessPlan) -> Result<Vec<u8>, WriteError> {
    let words = Words::new(plan.language, &plan.labels);
    let internal = match plan.reader {
        Reader::Customer => false,
        Reader::Internal(_) => true,
    };
    let mut lines = vec![heads(words, internal)];
    for objective in &plan.objectives {
        for initiative in &objective.initiatives {
            lines.extend(
                initiative.tasks.iter().map(|task| line(words, internal, objective, initiative, task)),
            );
        }
    }
    let mut bytes = "\u{feff}".as_bytes().to_vec();
    let mut writer = csv::WriterBuilder::new().terminator(csv::Terminator::CRLF).from_writer(&mut bytes);
    for line in lines {
        writer.write_record(line.iter().map(|cell| harmless(cell)))?;
    }
    writer.flush().map_err(csv::Error::from)?;
    drop(writer);
    Ok(bytes)
}

/// True for such a file, as it was written or saved again by a spreadsheet that parts cells by another mark. Headings that
/// somebody put into words of their own are not known.
#[must_use]
pub fn is_csv(bytes: &[u8]) -> bool {
    let bytes = bytes.strip_prefix("\u{feff}".as_bytes()).unwrap_or(bytes);
    let end = bytes.iter().position(|byte| matches!(byte, b'\r' | b'\n')).unwrap_or(bytes.len());
    let Some(line) = bytes.get(..end).filter(|line| line.len() < HEADS_MAX) else { return false };
    let none = BTreeMap::new();
    let written = [false, true].map(|internal| heads(Words::new(Language::default(), &none), internal));
    [b',', b';', b'\t'].into_iter().any(|mark| {
        let mut reader = csv::ReaderBuilder::new().has_headers(false).delimiter(mark).from_reader(line);
        let first = reader.records().next().and_then(Result::ok).unwrap_or_default();
        written.iter().any(|heads| first.iter().eq(heads.iter().map(String::as_str)))
    })
}

fn heads(words: Words<'_>, internal: bool) -> Vec<String> {
    let mut keys = vec![
        "doc_csv_task",
        "doc_csv_initiative",
        "doc_outcome",
        "doc_csv_owner",
        "doc_csv_side",
        "doc_csv_customer_dri",
        "doc_start",
        "doc_due",
        "doc_csv_done",
        "doc_status",
        "doc_csv_milestone",
    ];
    if internal {
        keys.extend(["doc_priority", "doc_csv_milestone_risk", "doc_csv_waits_for", "doc_csv_visible_to"]);
    }
    keys.push("doc_csv_id");
    keys.into_iter().map(|key| words.get(key)).collect()
}

fn line(
    words: Words<'_>,
    internal: bool,
    objective: &Objective,
    initiative: &Initiative,
    task: &Task,
) -> Vec<String> {
    let cairn_domain::Task {
        home: _,
        title,
        owner,
        owner_side,
        customer_dri,
        start,
        due,
        done_date,
        status,
        priority,
        milestone,
        milestone_risk,
        blocked_reason,
        visibility,
        recurrence: _,
        position: _,
    } = &task.record;
    let day = |day: &Option<chrono::NaiveDate>| day.map(|day| day.to_string()).unwrap_or_default();
    // A side without anybody on it says nothing.
    let side = |side: Side| if owner.is_empty() { String::new() } else { words.word("side", side) };
    let mut cells = vec![
        title.clone(),
        initiative.title.clone(),
        objective.title.clone(),
        owner.clone(),
        side(*owner_side),
        customer_dri.clone(),
        day(start),
        day(due),
        day(done_date),
        words.word("task_status", *status),
        words.get(if *milestone { "doc_yes" } else { "doc_no" }),
    ];
    if internal {
        let level = |level: &Option<cairn_domain::Level>| level.map(|level| words.word("level", level));
        cells.extend([
            level(priority).unwrap_or_default(),
            level(milestone_risk).unwrap_or_default(),
            blocked_reason.clone(),
            words.word("audience", *visibility),
        ]);
    }
    cells.push(task.id.to_string());
    cells
}

/// A text that no spreadsheet runs: an apostrophe before it makes it text there.
fn harmless(cell: &str) -> String {
    if looks_like_formula(cell) { format!("'{cell}") } else { cell.to_owned() }
}

/// True where a spreadsheet could take a text for a formula. Some pass over what is not seen before they look for one.
pub(crate) fn looks_like_formula(cell: &str) -> bool {
    cell.trim_start_matches(|letter: char| !FORMULA.contains(&letter) && is_unseen(letter))
        .starts_with(FORMULA)
}

/// Space of any width, and what is written without being seen: control letters, and those of Unicode's class Cf that
/// begin a cell in the wild (soft hyphen, zero width, marks of direction, joiners, byte order mark, tags).
fn is_unseen(letter: char) -> bool {
    let unseen = |letter| {
        matches!(letter, '\u{ad}' | '\u{34f}' | '\u{61c}' | '\u{115f}' | '\u{1160}' | '\u{17b4}' | '\u{17b5}'
            | '\u{180b}'..='\u{180f}' | '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2060}'..='\u{206f}'
            | '\u{2800}' | '\u{3164}' | '\u{fe00}'..='\u{fe0f}' | '\u{feff}' | '\u{ffa0}' | '\u{fff9}'..='\u{fffb}'
            | '\u{e0000}'..='\u{e0fff}')
    };
    letter.is_whitespace() || letter.is_control() || unseen(letter)
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn what_would_run_is_text() {
        for cell in [
            "=1+1",
            "+1",
            "-1",
            "@SUM(A1)",
            "\t=1",
            "＝1",
            " =1",
            "\u{200b}=1",
            "\u{a0}\u{feff}@A",
            "\0=1",
            "\u{3000}＋1",
        ] {
            assert_eq!(harmless(cell), format!("'{cell}"), "{cell:?} must not be run");
        }
        assert_eq!(harmless(" Move = done"), " Move = done", "space alone is no harm");
        assert_eq!(harmless("Move = done"), "Move = done", "a sign inside a text is a sign");
    }

    proptest! {
        #[test]
        fn no_cell_begins_like_a_formula(cell in "[=+@\t\r\n '\"a,;\u{200b}\u{a0}-]{0,6}") {
            let cell = harmless(&cell);
            let begins = cell.trim_start_matches([' ', '\u{200b}', '\u{a0}']).starts_with(FORMULA);
            prop_assert!(!begins, "{}", cell);
        }
    }
}
