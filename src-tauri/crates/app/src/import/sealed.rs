//! The ids of a file that was sealed for a customer: opened where this workspace sealed them, otherwise dropped, so
//! that rows are known by their names.

use cairn_documents::{Language, onboarding::said_in_copy};
use cairn_domain::{Brand, Checklist, ChecklistId, Kind, Plan, PlanId, RecordId as _, TaskStatus, Word as _};
use cairn_exchange::{Content, ParsedFile, RowError};
use cairn_store::Rows;
use cairn_wire::{ImportAsk, ImportRequest, RequestBody};
use chrono::NaiveDate;
use serde_json::Value;
use uuid::Uuid;

use crate::{error::Result, seal::Seal, single_id::Single as _};

/// Opens what is sealed. Answers what has to be asked: where ids mean nothing here, rows can only be known by their
/// names, and somebody has to agree to that.
pub(super) async fn open(
    rows: Rows<'_>,
    parsed: &mut ParsedFile,
    request: &ImportRequest,
) -> Result<Vec<ImportAsk>> {
    let Some(day) = parsed.sealed else {
        // The line that says that ids are sealed may have been lost on the way. A sealed id can be told: ours are
        // UUIDv7, which it is not.
        let lost = parsed.rows.iter().any(|row| row.id.is_some_and(|id| id.get_version_num() != 7));
        return Ok(if lost { by_names(parsed, request) } else { Vec::new() });
    };
    let home = Seal::of_home(rows, day).await?;
    let Some(home) = parsed.home.map(|sealed| home.open(sealed)) else {
        return Ok(by_names(parsed, request));
    };
    let plan = rows.find::<Plan>(PlanId::from_uuid(home)).await?.is_some();
    let known = plan || rows.find::<Checklist>(ChecklistId::from_uuid(home)).await?.is_some();
    if !known {
        return Ok(by_names(parsed, request));
    }
    parsed.home = Some(home);
    opened(parsed, &Seal::of(rows, home, day).await?);
    Ok(Vec::new())
}

/// The reason for a task that waits in a copy that came back and cannot say why.
async fn said_in_it(rows: Rows<'_>, today: NaiveDate) -> Result<String> {
    let brand = rows.find::<Brand>(Brand::id()).await?.map(|brand| brand.record).unwrap_or_default();
    let labels = brand.labels.get(Language::default().code()).cloned().unwrap_or_default();
    Ok(said_in_copy(Language::default(), &labels, today))
}

/// Why a task waits that a customer's copy brings along. Our reasons are not in their copy, so a new task gets one that
/// says where it came from; where they say of a task that is here that it waits, they are asked why.
#[derive(Debug, Default)]
pub(super) struct Waits(Option<String>);

impl Waits {
    /// What is said for tasks of a file.
    pub(super) async fn of(rows: Rows<'_>, parsed: &ParsedFile, today: NaiveDate) -> Result<Self> {
        Ok(Self(match parsed.sealed {
            Some(_) => Some(said_in_it(rows, today).await?),
            None => None,
        }))
    }

    /// Says why a new task waits, where the copy does not.
    pub(super) fn reason(&self, kind: Kind, fields: &mut RequestBody) {
        const FIELD: &str = "blocked_reason";
        let Some(why) = self.0.as_ref().filter(|_| kind == Kind::Task) else { return };
        let said = fields.get(FIELD).and_then(Value::as_str).unwrap_or_default();
        let waits = fields.get("status").and_then(Value::as_str) == Some(TaskStatus::Blocked.word());
        if waits && said.trim().is_empty() {
            fields.insert(FIELD.to_owned(), why.as_str().into());
        }
    }
}

/// Drops the ids.
fn by_names(parsed: &mut ParsedFile, request: &ImportRequest) -> Vec<ImportAsk> {
    (parsed.home, parsed.written) = (None, None);
    for row in &mut parsed.rows {
        (row.id, row.by_title) = (None, true);
    }
    if !request.by_name {
        let message = "This copy was not made in this workspace, or lost the line that tells its day, so its rows can only be \
                       matched by their names and titles; say that they are to be with `--by-name` (`by_name` in a request), and look at what would change.";
        parsed.row_errors.insert(0, RowError::of_file(message));
    }
    vec![ImportAsk::ByName]
}

fn opened(parsed: &mut ParsedFile, seal: &Seal) {
    let text = |text: &mut String| {
        if let Ok(id) = text.parse::<Uuid>() {
            *text = seal.open(id).to_string();
        }
    };
    for row in &mut parsed.rows {
        row.id = row.id.map(|id| seal.open(id));
        for said in &mut row.fields {
            match &mut said.content {
                Content::Record(_, named) => text(named),
                Content::Records(_, named) => named.iter_mut().for_each(text),
                Content::Plain(_) | Content::Line(..) => {}
            }
        }
    }
    parsed.written = parsed.written.take().map(|ids| ids.into_iter().map(|id| seal.open(id)).collect());
}
