//! What was read from a file, before any lock is taken: which kind it is, and what it says.

use std::path::{Path, PathBuf};

use cairn_domain::{ChecklistTemplate, Kind, Problem, Reason, Template};
use cairn_exchange::{
    ParsedFile, Row, Wording, checklist, plan_markdown, plan_markdown::PlanText, tasks, workbook,
};
use cairn_wire::{Code, Failure, ImportKind, ImportRequest};

use super::{account::Handed, record_list, watch::Watch};
use crate::{
    context::Open,
    error::{AppError, Result},
    file,
    library::{Library as _, Written},
};

/// Largest file that is read, in bytes.
const FILE_MAX: usize = 30_000_000;
/// How a workspace begins, and with it an account that is handed over.
const SQLITE: &[u8] = b"SQLite format 3\0";
/// How a workbook begins, as every ZIP archive does.
const ARCHIVE: &[u8] = b"PK\x03\x04";

const TASKS: &str = "it holds the tasks of a plan, as a spreadsheet shows them; what comes back is the plan's workbook \
                     (.xlsx) or its Markdown (.md)";
const NO_ACCOUNT: &str = "This file is no account that was handed over: that is a .cairn file, which `cairn export account` \
                          writes.";
const NO_TEMPLATE: &str = "it is no template: that is a JSON file, which `template.export` and \
                           `checklist_template.export` write";

/// What a file says.
pub(super) enum Content {
    Workbook(ParsedFile),
    Checklist(ParsedFile),
    Text(PlanText),
    Template(Box<Result<Written<Template>, Failure>>),
    ChecklistTemplate(Box<Written<ChecklistTemplate>>),
    List(Box<record_list::Read>),
    Account(Box<Handed>),
}

impl Content {
    /// What it was taken for.
    pub(super) fn kind(&self) -> ImportKind {
        match self {
            Self::Workbook(_) => ImportKind::Workbook,
            Self::Checklist(_) => ImportKind::Checklist,
            Self::Text(_) => ImportKind::PlanMarkdown,
            Self::Template(_) | Self::ChecklistTemplate(_) => ImportKind::Template,
            Self::List(list) if list.kind == Kind::Contact => ImportKind::Contacts,
            Self::List(_) => ImportKind::Accounts,
            Self::Account(_) => ImportKind::Account,
        }
    }

    /// Its rows, where it has some.
    pub(super) fn rows(&self) -> &[Row] {
        match self {
            Self::Workbook(parsed) | Self::Checklist(parsed) => &parsed.rows,
            Self::Text(text) => &text.parsed.rows,
            Self::List(list) => list.rows(),
            Self::Template(_) | Self::ChecklistTemplate(_) | Self::Account(_) => &[],
        }
    }

    /// The sheet that a list stands on, if it stands on one.
    pub(super) fn sheet(&self) -> Option<&str> {
        let Self::List(list) = self else { return None };
        list.rows().first()?.place.sheet.as_deref()
    }

    /// Lets go of what is open.
    pub(super) async fn close(self) {
        if let Self::Account(handed) = self {
            handed.close().await;
        }
    }
}

/// Reads the file that a request names.
pub(super) async fn read(open: &Open, request: &ImportRequest, watch: &Watch) -> Result<Content> {
    if request.path.trim().is_empty() {
        return Err(Problem::new("path", Reason::Empty).into());
    }
    let path = PathBuf::from(&request.path);
    let at = path.clone();
    let kind = request.kind;
    let bad = |why: &str| Problem::new("path", Reason::BadFile { why: why.to_owned() });
    let first = move || {
        // An account with its files may be as large as a workspace. The store reads it, and says where it is no
        // account.
        if file::begins(&at, SQLITE) {
            return Ok((Vec::new(), Some(ImportKind::Account)));
        }
        let bytes = match file::read(&at, FILE_MAX) {
            Err(_) if kind == Some(ImportKind::Account) => return Ok((Vec::new(), kind)),
            read => read?,
        };
        if tasks::is_csv(&bytes) {
            return Err(bad(TASKS).into());
        }
        let said = certain(&bytes).or(kind).or_else(|| likely(&at, &bytes));
        Ok::<_, AppError>((bytes, said))
    };
    let (bytes, said) = watch.read(first).await??;
    let look = match said {
        Some(ImportKind::Accounts | ImportKind::Contacts) | None => {
            Some(record_list::look(open, &bytes, request, watch).await?)
        }
        Some(_) => None,
    };
    let said = said.or_else(|| look.as_ref().and_then(|look| look.kind));
    let wording = Wording { columns: request.map.clone(), values: request.values.clone() };
    Ok(match said.unwrap_or(ImportKind::Accounts) {
        ImportKind::Workbook => {
            Content::Workbook(watch.read(move || workbook::read(&bytes, &wording)).await?)
        }
        ImportKind::Checklist => {
            Content::Checklist(watch.read(move || checklist::read(&bytes, &wording)).await?)
        }
        ImportKind::PlanMarkdown => Content::Text(watch.read(move || plan_markdown::read(&bytes)).await?),
        ImportKind::Template => watch.read(move || template(&bytes)).await?,
        kind @ (ImportKind::Accounts | ImportKind::Contacts) => {
            let kind = if kind == ImportKind::Contacts { Kind::Contact } else { Kind::Account };
            let look = look.unwrap_or_default();
            Content::List(Box::new(record_list::read(open, kind, bytes, request, look, watch).await?))
        }
        ImportKind::Account if !bytes.is_empty() => {
            return Err(Failure::new(Code::WorkspaceUnreadable, NO_ACCOUNT).about("path").into());
        }
        ImportKind::Account => Content::Account(Box::new(super::account::open(&path).await?)),
    })
}

/// What a file is that says so itself: one that Cairn wrote.
fn certain(bytes: &[u8]) -> Option<ImportKind> {
    if bytes.starts_with(ARCHIVE) {
        return match workbook::home(bytes)? {
            Kind::Checklist => Some(ImportKind::Checklist),
            _ => Some(ImportKind::Workbook),
        };
    }
    let text = std::str::from_utf8(bytes).ok()?;
    if text.trim_start().starts_with('{') {
        let is_one = Template::read(text).is_ok() || ChecklistTemplate::read(text).is_ok();
        return is_one.then_some(ImportKind::Template);
    }
    match plan_markdown::written_of(text)? {
        Kind::Checklist => Some(ImportKind::Checklist),
        _ => Some(ImportKind::PlanMarkdown),
    }
}

/// What a file most likely is, where nobody said and it cannot be a list.
fn likely(path: &Path, bytes: &[u8]) -> Option<ImportKind> {
    if bytes.starts_with(ARCHIVE) {
        return match workbook::looks_like(bytes)? {
            Kind::Checklist => Some(ImportKind::Checklist),
            _ => Some(ImportKind::Workbook),
        };
    }
    match path.extension()?.to_string_lossy().to_lowercase().as_str() {
        "md" | "markdown" => Some(ImportKind::PlanMarkdown),
        "json" => Some(ImportKind::Template),
        "cairn" => Some(ImportKind::Account),
        _ => None,
    }
}

/// A template of a plan or of a checklist.
fn template(bytes: &[u8]) -> Content {
    let text = std::str::from_utf8(bytes).ok().filter(|text| text.trim_start().starts_with('{'));
    let Some(text) = text else {
        let why = NO_TEMPLATE.to_owned();
        return Content::Template(Box::new(Err(Problem::new("path", Reason::BadFile { why }).into())));
    };
    match (Template::read(text), ChecklistTemplate::read(text)) {
        (Err(_), Ok(written)) => Content::ChecklistTemplate(Box::new(written)),
        (of_plan, _) => Content::Template(Box::new(of_plan)),
    }
}
