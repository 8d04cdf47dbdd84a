//! `cairn import`: a file of others, or what it would change.

use std::{path::PathBuf, process::ExitCode, sync::Arc};

use cairn_app::App;
use cairn_domain::{Money, Word as _, is_same};
use cairn_wire::{
    Code, DatesInConflict, Failure, FieldChoice, ImportColumn, ImportDates, ImportEncoding, ImportKind,
    ImportLeftOut, ImportLine, ImportProblem, ImportReport, ImportWhat, OpenItem, Source, TransferredAccount,
    TransferredKind,
};
use serde_json::{Map, Value, json};

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

/// What was said about the words and rows of a file.
pub(super) struct Choices {
    pub(super) map: Option<PathBuf>,
    pub(super) dates: Option<String>,
    pub(super) currency: Option<String>,
    pub(super) decimal: Option<String>,
    pub(super) encoding: Option<String>,
    pub(super) skip_problems: bool,
    pub(super) skip: Vec<u32>,
    pub(super) keep: Vec<u32>,
}

/// Takes the file in, and prints the report. A preview with a problem fails after it.
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
    let Choices { map, dates, currency, decimal, encoding, skip_problems, skip, keep } = choices;
    let account = match account {
        Some(named) => Some(account_of(app, named).await?),
        None => None,
    };
    let mut mapped = map.map(|path| mapped(&path)).transpose()?.unwrap_or_default();
    mapped.skip.extend(skip.into_iter().map(row));
    mapped.keep.extend(keep.into_iter().map(row));
    let Mapped { columns, values, skip, keep } = mapped;
    let is_unmapped = columns.is_empty();
    let request = json!({
        "kind": kind, "path": file, "account_id": account, "plan_id": plan, "checklist_id": checklist, "map": columns,
        "values": values, "skip": skip, "keep": keep, "skip_problems": skip_problems, "encoding": encoding,
        "conflicts": take_conflicts.then_some("take"), "replace": replace.then_some(true), "dates": dates, "currency": currency,
        "by_name": by_name.then_some(true), "decimal": decimal,
    });
    let request = output::without_nulls(request);
    let is_list = matches!(kind.as_str(), "accounts" | "contacts");
    if is_list && is_unmapped && !dry_run {
        refuse_other(app, &kind, &request).await?;
    }
    let name = if dry_run { "import.preview" } else { "import.apply" };
    let answer = app.call(Source::CommandLine, name, request).await?.result;
    let report = read(&answer)?;
    let refused = if report.problems.is_empty() { none_taken(&report) } else { Some(in_the_way(&report)) };
    let done = if json { output::result(&answer) } else { output::lines(told(report)) };
    match refused {
        Some(refused) => done.and(Err(refused)),
        None => done,
    }
}

fn read(answer: &Value) -> Result<ImportReport, Failure> {
    serde_json::from_value(answer.clone()).map_err(|error| unread(&error))
}

/// Refuses a list that its headings call another one, unless somebody said what its columns are, or took such a list in
/// as this before: companies out of a list of people are more to take back than a question is to answer.
async fn refuse_other(app: &Arc<App>, kind: &str, request: &Value) -> Result<(), Failure> {
    let preview =
        async |request: Value| read(&app.call(Source::CommandLine, "import.preview", request).await?.result);
    // What cannot be looked at is told by the import itself; a workspace that is not there yet is made by it.
    let Ok(seen) = preview(request.clone()).await else { return Ok(()) };
    let Some(like) = seen.looks_like.map(ImportKind::word) else { return Ok(()) };
    let mut unsaid = request.clone();
    if let Value::Object(fields) = &mut unsaid {
        fields.remove("kind");
    }
    if preview(unsaid).await?.kind.map(ImportKind::word) == Some(kind) {
        return Ok(());
    }
    let message = format!(
        "Nothing was taken in: the headings are those of a list of {like}. Take it in with `cairn import {like}`, or, \
         where it does hold {kind}, say with `--map` which column is their name."
    );
    Err(Failure::new(Code::Invalid, message).about("kind"))
}

/// What it fails with where every row was left out for a problem: nothing was taken in, and that is no success.
fn none_taken(report: &ImportReport) -> Option<Failure> {
    let ImportReport { new, changed, same, left_out, .. } = report;
    let mut bad = left_out.iter().filter_map(|row| Some((row, row.why.as_ref()?)));
    let (first, why) = bad.next().filter(|_| new + changed + same == 0)?;
    let place = place(first.sheet.clone(), Some(first.row));
    let message = format!("Nothing was taken in: every row has a problem, the first being: {place}{why}");
    Some(Failure::new(Code::Invalid, message).about("path"))
}

/// What a preview fails with.
fn in_the_way(report: &ImportReport) -> Failure {
    let ImportReport { problems, fine, .. } = report;
    let first = problems.first().cloned().unwrap_or_default();
    let ImportProblem { sheet, row, field, message, .. } = first;
    let first = format!("{}{message}", place(sheet, row));
    let message = match problems.len() {
        1 => format!("A problem stands in the way: {first}"),
        count => format!("{count} problems stand in the way, the first being: {first}"),
    };
    let rest = match problems.iter().all(|problem| problem.row.is_some()) && *fine > 0 {
        true => format!(" {fine} other rows are fine; `--skip-problems` takes those in alone."),
        false => String::new(),
    };
    Failure::new(Code::Invalid, message + &rest).about(field.unwrap_or_else(|| "path".to_owned()))
}

/// The id of an account that is named by its id or, if only one is called so, by its name.
async fn account_of(app: &Arc<App>, named: String) -> Result<String, Failure> {
    // More accounts than anybody has.
    let query = json!({ "page": { "limit": 1_000_000 } });
    let found = app.call(Source::CommandLine, "account.list", query).await?.result;
    let all = found.get("items").and_then(Value::as_array).map(Vec::as_slice).unwrap_or_default();
    let text =
        |account: &Value, key: &str| account.get(key).and_then(Value::as_str).unwrap_or_default().to_owned();
    let ids: Vec<String> = all
        .iter()
        .filter(|account| is_same(&text(account, "name"), &named))
        .map(|account| text(account, "id"))
        .collect();
    match ids.as_slice() {
        [one] => Ok(one.clone()),
        // No name: an id, which the command itself reads.
        [] if named.len() == 36 && named.matches('-').count() == 4 => Ok(named),
        [] => Err(Failure::new(Code::NotFound, format!("No account is called `{named}`.")).about("account")),
        _ => {
            let message = format!("Several accounts are called `{named}`; name it by its id.");
            Err(Failure::new(Code::Invalid, message).about("account"))
        }
    }
}

/// What a file says of the words and rows of another.
#[derive(Default)]
struct Mapped {
    columns: Map<String, Value>,
    values: Option<Value>,
    skip: Vec<Value>,
    keep: Vec<Value>,
}

/// A row by its number.
fn row(row: impl Into<Value>) -> Value {
    json!({ "row": row.into() })
}

/// Reads such a file.
fn mapped(path: &std::path::Path) -> Result<Mapped, Failure> {
    let refused = |message: String| Failure::new(Code::Invalid, message).about("map");
    let text = cairn_app::read_text(path, MAP_MAX).map_err(|failure| failure.about("map"))?;
    let Value::Object(said) = output::parse(&text).map_err(|failure| failure.about("map"))? else {
        return Err(refused("The file of --map is no JSON object.".to_owned()));
    };
    let mut mapped = Mapped::default();
    for (key, value) in said {
        match (key.as_str(), value) {
            (_, value @ Value::String(_)) => {
                mapped.columns.insert(key, value);
            }
            ("columns", Value::Object(columns)) => mapped.columns.extend(columns),
            ("values", value @ Value::Object(_)) => mapped.values = Some(value),
            ("skip" | "keep", Value::Array(rows)) => {
                let rows = rows.into_iter().map(|said| if said.is_number() { row(said) } else { said });
                if key == "skip" { &mut mapped.skip } else { &mut mapped.keep }.extend(rows);
            }
            (key, _) => {
                return Err(refused(format!(
                    "`{key}` in the file of --map is none of: a column's name with its field, `columns`, `values`, `skip`, `keep`."
                )));
            }
        }
    }
    Ok(mapped)
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
        skipped,
        fine,
        kind: _,
        looks_like,
        plan_id: _,
        checklist_id: _,
        lines,
        problems,
        left_out,
        date_conflicts,
        ignored,
        columns,
        fields: _,
        dates,
        encoding,
        asks: _,
        handed,
    } = report;
    let mut told =
        vec![format!("{new} new, {changed} changed, {same} same, {missing} missing, {skipped} skipped")];
    if let Some(ImportEncoding { name, sample, .. }) = encoding {
        told.push(format!("encoding: {name}, such as {sample}"));
    }
    if let Some(like) = looks_like {
        told.push(format!("note: the headings look like a list of {}", like.word()));
    }
    told.extend(handed.into_iter().flat_map(handed_over));
    told.extend(columns.into_iter().map(column));
    if let Some(ImportDates { order: Some(order), sample }) = dates {
        let order = order.word();
        told.push(format!("days: such as {sample} are read as {order}"));
    }
    told.extend(lines.into_iter().map(line));
    if !problems.is_empty() {
        told.push(format!("{} problems, {fine} rows are fine", problems.len()));
    }
    told.extend(grouped(problems));
    told.extend(left_out.into_iter().map(|ImportLeftOut { sheet, row, words, why }| {
        let why = why.map(|why| format!(": {why}")).unwrap_or_default();
        format!("skipped: {}{words}{why}", place(sheet, Some(row)))
    }));
    told.extend(date_conflicts.into_iter().map(|conflict| {
        let DatesInConflict { predecessor, ends, successor, begins, earliest, .. } = conflict;
        format!("dates: {successor} begins on {begins}, before {predecessor} ends on {ends}; at the earliest on {earliest}")
    }));
    told.extend(ignored.into_iter().map(|name| format!("ignored: {name}")));
    told
}

fn handed_over(account: TransferredAccount) -> Vec<String> {
    let TransferredAccount { id: _, name, made_by, made_at, kinds, open } = account;
    let by = if made_by.is_empty() { String::new() } else { format!(" by {made_by}") };
    let at = made_at.map(|at| format!(" on {}", at.date_naive())).unwrap_or_default();
    let mut told = vec![format!("account: {name}, handed over{by}{at}")];
    told.extend(kinds.into_iter().map(|TransferredKind { kind, new, changed, same, missing }| {
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
    let ImportLine { what, kind, sheet, row, title, field, from, to, choice, near } = line;
    let near = near.map(|near| format!(" (nearly called as {near}, which is here)")).unwrap_or_default();
    let place = place(sheet, row);
    let word = match what {
        ImportWhat::New => "new",
        ImportWhat::Changed => "changed",
        ImportWhat::Conflict => "conflict",
        ImportWhat::Missing => "missing",
        ImportWhat::Gone => "to the bin",
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
        None if to.is_null() => format!("{word}: {place}{kind} {title}{near}"),
        None => format!("{word}: {place}{kind} {title}{near}: {}", values(&to)),
    }
}

/// A value as it is told: an amount as it is written, not in its cents.
fn value(value: &Value) -> String {
    match serde_json::from_value::<Money>(value.clone()) {
        Ok(money) => money.to_string(),
        Err(_) => value.to_string(),
    }
}

/// What a file says of a new record, field by field.
fn values(to: &Value) -> String {
    let Value::Object(fields) = to else { return value(to) };
    fields.iter().map(|(field, said)| format!("{field} {}", value(said))).collect::<Vec<_>>().join(", ")
}

/// Problems of one cause are told once, with their rows.
fn grouped(problems: Vec<ImportProblem>) -> Vec<String> {
    let mut causes: Vec<(String, Vec<String>)> = Vec::new();
    for ImportProblem { sheet, row, field, message, .. } in problems {
        let field = field.map(|field| format!("{field}: ")).unwrap_or_default();
        let (cause, at) = (format!("{field}{message}"), place(sheet, row).trim_end_matches(": ").to_owned());
        match causes.iter_mut().find(|(known, _)| *known == cause) {
            Some((_, places)) => places.push(at),
            None => causes.push((cause, vec![at])),
        }
    }
    let told = |(cause, places): (String, Vec<String>)| match places.as_slice() {
        [one] if one.is_empty() => format!("problem: {cause}"),
        [one] => format!("problem: {one}: {cause}"),
        many => format!("problem: {} rows ({}): {cause}", many.len(), many.join(", ")),
    };
    causes.into_iter().map(told).collect()
}

fn place(sheet: Option<String>, row: Option<u32>) -> String {
    match (sheet, row) {
        (Some(sheet), Some(row)) => format!("{sheet} {row}: "),
        (Some(sheet), None) => format!("{sheet}: "),
        (None, Some(row)) => format!("line {row}: "),
        (None, None) => String::new(),
    }
}
