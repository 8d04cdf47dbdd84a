//! `import.preview` and `import.apply`: files of others. All that is wanted of a file is taken in as one step, or nothing.
//!
//! A file is read before any lock is taken. A preview is the same work in an operation on a copy, so that it cannot
//! promise what the import would not do, and nobody waits for it.

mod account;
mod boxed;
mod checklist;
mod content;
mod known;
mod left;
mod merge;
mod order;
mod plan_markdown;
mod plausibility;
mod record_list;
mod report;
mod sealed;
mod template;
mod watch;
mod workbook;
mod write;

use std::collections::BTreeSet;

use cairn_domain::BackupReason;
use cairn_store::{OpHead, Tx};
use cairn_wire::{
    Code, Failure, ImportLeftOut, ImportProblem, ImportProgress, ImportReport, ImportRequest, ImportRow,
    ImportWhat, Nothing,
};
use chrono::NaiveDate;

use crate::{
    context::{Context, Open},
    error::Result,
};
use content::Content;
use left::{Left, at, row_of};
use watch::Watch;

const NAME: &str = "import.apply";
/// Most problems that are told; the next one says that there are more.
const PROBLEMS_MAX: usize = 500;

/// What a file would change.
pub(crate) async fn preview(context: &Context, request: ImportRequest) -> Result<ImportReport> {
    let watch = context.app.kept::<Watch>();
    let _under_way = watch.begin();
    let open = context.workspace().await?;
    let content = content::read(&open, &request, &watch).await?;
    let found = found(context, &open, &content, &request).await;
    content.close().await;
    found.map(capped)
}

/// What a preview tells.
async fn found(
    context: &Context,
    open: &Open,
    content: &Content,
    request: &ImportRequest,
) -> Result<ImportReport> {
    let (report, _) = tried(context, open, content, request).await?;
    with_fine(context, open, content, request, report).await
}

/// Takes in a file.
pub(crate) async fn apply(context: &Context, request: ImportRequest) -> Result<ImportReport> {
    let watch = context.app.kept::<Watch>();
    let _under_way = watch.begin();
    let watch = watch.as_ref();
    let open = context.workspace_to_write().await?;
    let content = content::read(&open, &request, watch).await?;
    // Which rows cannot be taken in is found before anybody has to wait.
    let left = if request.skip_problems {
        tried(context, &open, &content, &request).await?.1
    } else {
        Left::chosen(&request.skip, content.sheet())
    };
    context.backup_before(&open, BackupReason::Import).await?;
    let today = context.today().await?;
    let mut tx = context.begin(&open, NAME).await?;
    let whole = Pass { request: &request, left: &left, watch, today };
    let report = whole.take(&mut tx, &content).await?;
    let keep = match &content {
        Content::List(list) => list.keep(&request)?,
        _ => Vec::new(),
    };
    if !report.problems.is_empty() {
        drop(tx);
        let report = with_fine(context, &open, &content, &request, report).await;
        content.close().await;
        let report = report?;
        return Err(refusal(&report).with(serde_json::to_value(&report)?).into());
    }
    content.close().await;
    // Without a change there is no operation: undoing one would seem to do nothing.
    let gone = report.lines.iter().any(|line| line.what == ImportWhat::Gone);
    let report = if report.new + report.changed == 0 && !gone {
        drop(tx);
        report
    } else {
        context.commit(tx, report).await?
    };
    // What was said of how to read a list is a preference. It is not in the journal, and stays if the import is undone.
    for choice in keep {
        open.store.save_preference(&choice).await?;
    }
    Ok(report)
}

/// How far the import is that runs.
pub(crate) async fn progress(context: &Context, _: Nothing) -> Result<ImportProgress> {
    Ok(context.app.kept::<Watch>().progress())
}

/// Ends the import that runs, if one does; nothing of it stays.
pub(crate) async fn cancel(context: &Context, _: Nothing) -> Result<ImportProgress> {
    let watch = context.app.kept::<Watch>();
    watch.end();
    Ok(watch.progress())
}

/// Why nothing was taken in, and what could be.
fn refusal(report: &ImportReport) -> Failure {
    let ImportReport { problems, fine, .. } = report;
    let first = problems.first().map(said).unwrap_or_default();
    let rows = problems.iter().filter_map(row_of).collect::<BTreeSet<_>>().len();
    let could = if *fine > 0 && rows > 0 && problems.iter().all(|problem| problem.row.is_some()) {
        format!(
            " {fine} other rows are fine: take those in alone with `--skip-problems`, or say so in the preview."
        )
    } else {
        String::new()
    };
    let message = match (problems.len(), rows) {
        (1, _) => format!("Nothing was taken in: {first}{could}"),
        (n, 0) => format!("Nothing was taken in: there are {n} problems, the first being: {first}"),
        (n, rows) => {
            format!(
                "Nothing was taken in: there are {n} problems in {rows} rows, the first being: {first}{could}"
            )
        }
    };
    let field = problems.first().and_then(|problem| problem.field.clone());
    Failure::new(Code::Invalid, message).about(field.unwrap_or_else(|| "path".to_owned()))
}

/// A problem with its place, in a sentence.
fn said(problem: &ImportProblem) -> String {
    let ImportProblem { sheet, row, message, .. } = problem;
    match (sheet, row) {
        (Some(sheet), Some(row)) => format!("{sheet}, row {row}: {message}"),
        (None, Some(row)) => format!("row {row}: {message}"),
        _ => message.clone(),
    }
}

/// What taking a file in would do, found on a copy, and the rows that would be left out.
async fn tried(
    context: &Context,
    open: &Open,
    content: &Content,
    request: &ImportRequest,
) -> Result<(ImportReport, Left)> {
    let (today, watch) = (context.today().await?, context.app.kept::<Watch>());
    let mut left = Left::chosen(&request.skip, content.sheet());
    loop {
        // Without the request's id: this is a trial, and nothing that could be done twice.
        let head = OpHead { request_id: None, ..context.head(NAME).await? };
        let mut tx = match content {
            // An account brings its history, which a copy in memory cannot hold: it is taken in, looked at, and not
            // committed.
            Content::Account(_) => open.store.begin(head).await?,
            _ => open.store.trial(head).await?,
        };
        let pass = Pass { request, left: &left, watch: &watch, today };
        let report = pass.take(&mut tx, content).await?;
        drop(tx);
        // Rows that named a row that is out may fail now, so all of it is tried again.
        if !(request.skip_problems && left.add(&report.problems)) {
            return Ok((report, left));
        }
    }
}

/// The report with the number of rows that could be taken in without the others. It is found by leaving rows with a
/// problem out, because a row may depend on one of them. A problem of the whole file keeps every row out.
async fn with_fine(
    context: &Context,
    open: &Open,
    content: &Content,
    request: &ImportRequest,
    report: ImportReport,
) -> Result<ImportReport> {
    let of_file = report.problems.iter().any(|problem| problem.row.is_none());
    if report.problems.is_empty() || request.skip_problems && !of_file {
        return Ok(report);
    }
    if of_file {
        return Ok(ImportReport { fine: 0, ..report });
    }
    // Rows of a list do not depend on each other.
    if matches!(content, Content::List(_)) {
        return Ok(report);
    }
    let alone = ImportRequest { skip_problems: true, ..request.clone() };
    let (without, _) = tried(context, open, content, &alone).await?;
    let fine = if without.problems.is_empty() { without.fine } else { 0 };
    Ok(ImportReport { fine, ..report })
}

/// One way through a file.
#[derive(Clone, Copy)]
struct Pass<'a> {
    request: &'a ImportRequest,
    left: &'a Left,
    watch: &'a Watch,
    today: NaiveDate,
}

impl Pass<'_> {
    /// The one place where what was read meets the workspace.
    async fn take(self, tx: &mut Tx, content: &Content) -> Result<ImportReport> {
        self.watch.expect(content.rows().len());
        let mut report = match content {
            Content::Workbook(parsed) => workbook::take(self, tx, parsed).await?,
            Content::Checklist(parsed) => checklist::take(self, tx, parsed).await?,
            Content::Text(text) => plan_markdown::take(self, tx, text).await?,
            Content::Template(read) => template::take(tx, (**read).as_ref(), self.today).await?,
            Content::ChecklistTemplate(written) => template::taken(tx, written, self.today).await?,
            Content::List(list) => record_list::take(self, tx, list).await?,
            Content::Account(handed) => account::take(self, tx, handed).await?,
        };
        // Rows that hang under a row that is left out are left out too.
        let hung = report
            .left_out
            .iter()
            .map(|ImportLeftOut { sheet, row, .. }| ImportRow { sheet: sheet.clone(), row: *row });
        let bad: BTreeSet<_> = report.problems.iter().filter_map(row_of).chain(hung).collect();
        let is_fine = |place| !self.left.has(place) && at(place).is_none_or(|row| !bad.contains(&row));
        let fine = content.rows().iter().filter(|row| is_fine(&row.place)).count();
        report.fine = u32::try_from(fine).unwrap_or(u32::MAX);
        report.kind = Some(content.kind());
        report.left_out.extend(self.left.told(content.rows()));
        report.skipped = u32::try_from(report.left_out.len()).unwrap_or(u32::MAX);
        Ok(report)
    }
}

/// A report that somebody can read.
fn capped(mut report: ImportReport) -> ImportReport {
    if report.problems.len() > PROBLEMS_MAX {
        report.problems.truncate(PROBLEMS_MAX);
        let message = "There are more problems; these are the first.".to_owned();
        report.problems.push(ImportProblem { message, ..ImportProblem::default() });
    }
    report
}
