//! `cairn import`: a file of others, or what it would change.

use std::{path::PathBuf, process::ExitCode, sync::Arc};

use cairn_app::App;
use cairn_domain::{Money, Word as _};
use cairn_wire::{
    Code, Failure, FieldChoice, HandedAccount, HandedKind, ImportColumn, ImportDates, ImportLine,
    ImportProblem, ImportReport, ImportWhat, OpenItem, Source,
};
use serde_json::{Value, json};

use super::output;

/// Largest file of column names that is read, in bytes.
const MAP_MAX: usize = 1_000_000;

/// What was said on the command line.
pub(super) struct Wish {
    pub(super) kind: String,
    pub(super) file: PathBuf,
    pub(super) account: Option<String>,
    pub(super) plan: Option<String>,
    pub(super) checklist: Option<String>,
    pub(super) choices: Choices,
    pub(super) take_conflicts: bool,
    pub(super) replace: bool,
    pub(super) by_name: bool,
    pub(super) dry_run: bool,
    pub(super) json: bool,
}

/// What was said about the columns of a file.
pub(super) struct Choices {
    pub(super) map: Option<PathBuf>,
    pub(super) dates: Option<String>,
    pub(super) currency: Option<String>,
    pub(super) decimal: Option<String>,
}

/// Takes the file in, and prints the report.
pub(super) async fn run(app: &Arc<App>, wish: Wish) -> Result<ExitCode, Failure> {
    let Wish {
        kind,
        file,
        account,
        plan,
        checklist,
        choices,
        take_conflicts,
        replace,
        by_name,
        dry_run,
        json,
    } = wish;
    let Choices { map, dates, currency, decimal } = choices;
    let account = match account {
        Some(named) => Some(account_of(app, named).await?),
        None => None,
    };
    let map = map.map(|path| names(&path)).transpose()?;
    let request = json!({
        "kind": kind, "path": file, "account_id": account, "plan_id": plan, "checklist_id": checklist, "map": map,
        "conflicts": take_conflicts.then_some("take"), "replace": replace.then_some(true),
        "by_name": by_name.then_some(true), "dates": dates, "currency": currency, "decimal": decimal,
    });
    let name = if dry_run { "import.preview" } else { "import.apply" };
    let answer = app.call(Source::CommandLine, name, output::without_nulls(request)).await?.result;
    if json {
        return output::result(&answer);
    }
    let report: ImportReport = serde_json::from_value(answer).map_err(|error| unread(&error))?;
    output::lines(told(report))
}

/// The id of an account that is named by its id or, if only one is called so, by its name.
async fn account_of(app: &Arc<App>, named: String) -> Result<String, Failure> {
    let query = json!({ "filter": { "name": named }, "page": { "limit": 2 } });
    let found = app.call(Source::CommandLine, "account.list", query).await?.result;
    let ids = found.get("items").and_then(Value::as_array).map(Vec::as_slice).unwrap_or_default();
    match ids {
        [one] => Ok(one.get("id").and_then(Value::as_str).unwrap_or_default().to_owned()),
        // No name: an id, which the command itself reads.
        [] if named.len() == 36 && named.matches('-').count() == 4 => Ok(named),
        [] => Err(Failure::new(Code::NotFound, format!("No account is called `{named}`.")).about("account")),
        _ => {
            let message = format!("Several accounts are called `{named}`; name it by its id.");
            Err(Failure::new(Code::Invalid, message).about("account"))
        }
    }
}

/// The names of columns that a file says.
fn names(path: &std::path::Path) -> Result<Value, Failure> {
    let text = cairn_app::read_text(path, MAP_MAX).map_err(|failure| failure.about("map"))?;
    output::parse(&text).map_err(|failure| failure.about("map"))
}

fn unread(error: &serde_json::Error) -> Failure {
    Failure::new(Code::Internal, format!("The report could not be read: {error}."))
}

/// The report as lines to read: the counts first.
fn told(report: ImportReport) -> Vec<String> {
    let ImportReport {
        new,
        changed,
        same,
        missing,
        plan_id: _,
        checklist_id: _,
        lines,
        problems,
        ignored,
        columns,
        fields: _,
        dates,
        asks: _,
        handed,
    } = report;
    let mut told = vec![format!("{new} new, {changed} changed, {same} same, {missing} missing")];
    told.extend(handed.into_iter().flat_map(handed_over));
    told.extend(columns.into_iter().map(column));
    if let Some(ImportDates { order: Some(order), sample }) = dates {
        let order = order.word();
        told.push(format!("days: such as {sample} are read as {order}"));
    }
    told.extend(lines.into_iter().map(line));
    told.extend(problems.into_iter().map(problem));
    told.extend(ignored.into_iter().map(|name| format!("ignored: {name}")));
    told
}

fn handed_over(account: HandedAccount) -> Vec<String> {
    let HandedAccount { id: _, name, made_by, made_at, kinds, open } = account;
    let by = if made_by.is_empty() { String::new() } else { format!(" by {made_by}") };
    let at = made_at.map(|at| format!(" on {}", at.date_naive())).unwrap_or_default();
    let mut told = vec![format!("account: {name}, handed over{by}{at}")];
    told.extend(kinds.into_iter().map(|HandedKind { kind, new, changed, same, missing }| {
        format!("{}: {new} new, {changed} changed, {same} same, {missing} only here", kind.word())
    }));
    told.extend(open.into_iter().map(|OpenItem { kind, id: _, title, of, due, owner }| {
        let due = due.map(|due| due.to_string());
        let rest = [of, due.unwrap_or_default(), owner];
        let rest: Vec<String> = rest.into_iter().filter(|part| !part.is_empty()).collect();
        let rest = if rest.is_empty() { String::new() } else { format!(" ({})", rest.join(", ")) };
        format!("open: {} {title}{rest}", kind.word())
    }));
    told
}

fn column(column: ImportColumn) -> String {
    let ImportColumn { heading, field, sample: _ } = column;
    let field = field.unwrap_or_else(|| "(passed over)".to_owned());
    format!("column: {heading} -> {field}")
}

fn line(line: ImportLine) -> String {
    let ImportLine { what, kind, sheet, row, title, field, from, to, choice } = line;
    let place = place(sheet, row);
    let word = match what {
        ImportWhat::New => "new",
        ImportWhat::Changed => "changed",
        ImportWhat::Conflict => "conflict",
        ImportWhat::Missing => "missing",
        ImportWhat::Gone => "to the trash",
    };
    let kind = kind.word();
    match field {
        Some(field) => {
            let chosen = match choice.map(|choice| choice.chosen) {
                None => "",
                Some(FieldChoice::Here) => " (stays as it is here)",
                Some(FieldChoice::There) => " (becomes what the file says)",
                Some(FieldChoice::Both) => " (both texts are kept)",
            };
            format!("{word}: {place}{kind} {title}: {field} {} -> {}{chosen}", value(&from), value(&to))
        }
        None => format!("{word}: {place}{kind} {title}"),
    }
}

/// A value as it is told: an amount as it is written, not in its cents.
fn value(value: &Value) -> String {
    match serde_json::from_value::<Money>(value.clone()) {
        Ok(money) => money.to_string(),
        Err(_) => value.to_string(),
    }
}

fn problem(problem: ImportProblem) -> String {
    let ImportProblem { sheet, row, field, message } = problem;
    let field = field.map(|field| format!("{field}: ")).unwrap_or_default();
    format!("problem: {}{field}{message}", place(sheet, row))
}

fn place(sheet: Option<String>, row: Option<u32>) -> String {
    match (sheet, row) {
        (Some(sheet), Some(row)) => format!("{sheet} {row}: "),
        (Some(sheet), None) => format!("{sheet}: "),
        (None, Some(row)) => format!("line {row}: "),
        (None, None) => String::new(),
    }
}
