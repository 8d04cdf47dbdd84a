//! A task whose box says another status than its line.

use cairn_domain::{TaskStatus, Word as _, gitlab::term};
use cairn_exchange::{Content, ParsedField, Row};
use serde_json::Value;

use super::known::ExistingRecord;

/// Takes the status that the box `means`, where the line still has the status of the record: Cairn wrote that line, and
/// somebody edited the box.
///
/// # Errors
/// A sentence, where the line has another status: then nothing tells which of the two is meant.
pub(super) fn boxed<'a>(
    row: &'a Row,
    means: Option<&TaskStatus>,
    known: Option<&ExistingRecord>,
    values: &mut Vec<(&'a ParsedField, Value)>,
) -> Result<(), String> {
    let status = row.fields.iter().find(|said| said.field == "status");
    let (Some(means), Some(status)) = (means, status) else { return Ok(()) };
    let Content::Plain(written) = &status.content else { return Ok(()) };
    if known.and_then(|known| known.fields.get("status")) == Some(written) {
        values.retain(|(said, _)| said.field != status.field);
        values.push((status, means.word().into()));
        return Ok(());
    }
    let written = written.as_str().and_then(|word| word.parse::<TaskStatus>().ok()).map(term);
    let written = written.unwrap_or_default();
    let (sign, other) = match means {
        TaskStatus::ClosedSuccess => ("[x]", "an empty box"),
        TaskStatus::Closed => ("[~]", "the box that goes with it"),
        TaskStatus::New | TaskStatus::WorkInProgress | TaskStatus::Blocked => ("[ ]", "a ticked box"),
    };
    Err(format!(
        "The box “{sign}” and “status {written}” say two things; take the status out, or give it {other}."
    ))
}
