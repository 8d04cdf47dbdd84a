//! The command line: the second door. `docs/command-line.md` is its contract.

pub(crate) mod arguments;
mod batch;
mod import;
mod launch;
pub(crate) mod output;

use std::{path::PathBuf, process::ExitCode, sync::Arc};

use cairn_app::{App, Settings};
use cairn_wire::{Failure, Source};
use clap::{CommandFactory as _, Parser, error::ErrorKind};
use serde_json::{Value, json};

use crate::{
    cli::arguments::{Arguments, GlobalOptions, Scale, Verb},
    logging, machine, paths,
};

/// Runs the program with the process's arguments: the window without a subcommand.
#[must_use]
pub fn run() -> ExitCode {
    let Arguments { global: GlobalOptions { workspace, now }, verb } = Arguments::parse();
    let Some(verb) = verb else {
        return launch::window();
    };
    logging::to_stderr();
    let workspace = workspace.unwrap_or_else(paths::default_workspace);
    match tokio::runtime::Builder::new_multi_thread().worker_threads(2).enable_all().build() {
        Ok(runtime) => runtime.block_on(answer(machine::settings(now), workspace, verb)),
        Err(error) => output::failed(&output::io(&error)),
    }
}

async fn answer(settings: Settings, workspace: PathBuf, verb: Verb) -> ExitCode {
    let app = App::new(settings, Some(workspace));
    let outcome = run_verb(&app, verb).await;
    app.close().await;
    outcome.unwrap_or_else(|failure| output::failed(&failure))
}

async fn run_verb(app: &Arc<App>, verb: Verb) -> Result<ExitCode, Failure> {
    let call = async |name: &str, request: Value| {
        Ok::<_, Failure>(app.call(Source::CommandLine, name, request).await?.result)
    };
    match verb {
        Verb::Commands { json } => output::commands(json),
        Verb::Call { name, request } => output::result(&call(&name, output::request(request)?).await?),
        Verb::Batch => batch::run(app).await,
        Verb::Demo { file, scale } => {
            call("workspace.create", json!({ "path": file })).await?;
            output::result(&call("sample.add", json!({ "large": scale == Scale::Large })).await?)
        }
        Verb::Export { document, id, format, output: path, .. }
            if document == "account"
                && format_of(format.as_deref(), &path).is_none_or(|form| form == "cairn") =>
        {
            output::result(
                &call("account.export", json!({ "id": id.unwrap_or_default(), "path": path })).await?,
            )
        }
        Verb::Export { format, output: path, .. } if format_of(format.as_deref(), &path).is_none() => {
            let message = "a document needs its --format, or a file whose ending says it, such as plan.pdf";
            Arguments::command().error(ErrorKind::MissingRequiredArgument, message).exit()
        }
        Verb::Export {
            document,
            id,
            format,
            audience,
            paper,
            sections,
            redact,
            lang,
            output: path,
            force,
        } => {
            let format = format_of(format.as_deref(), &path);
            let request = json!({
                "document": document, "id": id.unwrap_or_default(), "format": format, "audience": audience,
                "paper": paper, "sections": sections, "redact": redact, "lang": lang, "path": path, "force": force,
            });
            let exported = call("document.export", output::without_nulls(request)).await?;
            output::exported(&exported)
        }
        Verb::Import {
            kind,
            file,
            account,
            plan,
            checklist,
            map,
            dates,
            currency,
            decimal,
            encoding,
            skip_problems,
            skip_row,
            keep_row,
            take_conflicts,
            replace,
            by_name,
            dry_run,
            json,
        } => {
            let choices = import::Choices {
                map,
                dates,
                currency,
                decimal,
                encoding,
                skip_problems,
                skip: skip_row,
                keep: keep_row,
            };
            let wish = import::Wish {
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
            };
            import::run(app, wish).await
        }
        Verb::Backup { output } => {
            let request = output::without_nulls(json!({ "path": output }));
            output::result(&call("backup.create", request).await?)
        }
        Verb::Restore { file } => output::result(&call("backup.restore", json!({ "path": file })).await?),
        Verb::Check { repair } => {
            let report = call("workspace.check", json!({ "repair": repair })).await?;
            output::checked(&report)
        }
    }
}

/// The format of a document: as it is said, else as the ending of its file says.
fn format_of(said: Option<&str>, path: &std::path::Path) -> Option<String> {
    let ending = || path.extension().map(|ending| ending.to_string_lossy().to_lowercase());
    said.map(str::to_owned).or_else(ending).filter(|format| !format.is_empty())
}
