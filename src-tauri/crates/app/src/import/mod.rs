//! `import.preview` and `import.apply`: files of others. All of a file is taken in as one step, or nothing.
//!
//! A preview is the same work in an operation that is never committed, so that it cannot promise what the import
//! would not do.

mod account;
mod checklist;
mod doubt;
mod known;
mod merge;
mod plan_markdown;
mod report;
mod roster;
mod sealed;
mod template;
mod workbook;
mod write;

use std::path::Path;

use cairn_domain::{Kind, Problem, Reason};
use cairn_store::{StoredPreference, Tx};
use cairn_wire::{Code, Failure, ImportKind, ImportReport, ImportRequest, ImportWhat};
use chrono::NaiveDate;

use crate::{context::Context, error::Result, file};

const NAME: &str = "import.apply";
/// Largest file that is read, in bytes.
const FILE_MAX: usize = 30_000_000;

/// What a file would change.
pub(crate) async fn preview(context: &Context, request: ImportRequest) -> Result<ImportReport> {
    let today = context.today().await?;
    let open = context.workspace().await?;
    // Not the request's own id: nothing is done that could be done twice.
    let head = cairn_store::OpHead { request_id: None, ..context.head(NAME).await? };
    let handed = handed(&request).await?;
    let mut tx = open.store.begin(head).await?;
    Ok(take(&mut tx, &request, handed, today).await?.0)
}

/// Takes in a file.
pub(crate) async fn apply(context: &Context, request: ImportRequest) -> Result<ImportReport> {
    let today = context.today().await?;
    let open = context.workspace_to_write().await?;
    let handed = handed(&request).await?;
    let mut tx = context.begin(&open, NAME).await?;
    let (report, keep) = take(&mut tx, &request, handed, today).await?;
    if let Some(first) = report.problems.first() {
        let message = match report.problems.len() {
            1 => format!("Nothing was taken in: {}", first.message),
            n => format!("Nothing was taken in: there are {n} problems, the first being: {}", first.message),
        };
        return Err(Failure::new(Code::Invalid, message).with(serde_json::to_value(&report)?).into());
    }
    // Where nothing is new there is no operation that an undo would seem to do nothing about.
    let gone = report.lines.iter().any(|line| line.what == ImportWhat::Gone);
    let report = if report.new + report.changed == 0 && !gone {
        drop(tx);
        report
    } else {
        context.commit(tx, report).await?
    };
    // What was said of a list's columns is not of the journal: it is about reading, and stays when the list is undone.
    if let Some(choice) = keep {
        open.store.save_preference(&choice).await?;
    }
    Ok(report)
}

/// A file that hands an account over, read and looked through before anybody's writing waits for it.
async fn handed(request: &ImportRequest) -> Result<Option<account::Handed>> {
    match request.kind {
        ImportKind::Account if !request.path.trim().is_empty() => {
            Ok(Some(account::open(Path::new(&request.path)).await?))
        }
        _ => Ok(None),
    }
}

/// The one place where a kind of file meets its reader. Answers what to keep of what was said about the file, too.
async fn take(
    tx: &mut Tx,
    request: &ImportRequest,
    handed: Option<account::Handed>,
    today: NaiveDate,
) -> Result<(ImportReport, Option<StoredPreference>)> {
    if request.path.trim().is_empty() {
        return Err(Problem::new("path", Reason::Empty).into());
    }
    let path = Path::new(&request.path);
    let bytes = || file::read(path, FILE_MAX);
    let report = match request.kind {
        ImportKind::Workbook => workbook::take(tx, &bytes()?, request, today).await?,
        ImportKind::Checklist => checklist::take(tx, &bytes()?, request, today).await?,
        ImportKind::PlanMarkdown => plan_markdown::take(tx, &bytes()?, request, today).await?,
        ImportKind::Template => template::take(tx, &bytes()?, today).await?,
        ImportKind::Accounts => return roster::take(tx, &bytes()?, Kind::Account, request, today).await,
        ImportKind::Contacts => return roster::take(tx, &bytes()?, Kind::Contact, request, today).await,
        ImportKind::Account => match handed {
            Some(handed) => account::take(tx, handed, request, today).await?,
            None => return Err(Problem::new("path", Reason::Empty).into()),
        },
    };
    Ok((report, None))
}
