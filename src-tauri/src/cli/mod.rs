//! The command line: the second door. `command-line.md` of the design is its contract.

mod arguments;
mod batch;
mod output;

use std::{path::PathBuf, process::ExitCode, sync::Arc};

use cairn_app::{App, Clock, Settings};
use cairn_domain::{Country, Zone};
use cairn_wire::{Failure, Guess, Source};
use clap::Parser;
use serde_json::{Value, json};

use crate::{
    cli::arguments::{Arguments, Verb},
    logging, paths, window,
};

/// Runs the program with the process's arguments: the window without a subcommand.
#[must_use]
pub fn run() -> ExitCode {
    let Arguments { workspace, now, verb } = Arguments::parse();
    let settings = Settings {
        clock: now.map_or(Clock::Running, Clock::Fixed),
        default_path: paths::default_workspace(),
        guess: guess(),
    };
    let Some(verb) = verb else {
        let app = App::new(settings, workspace.or_else(paths::last_workspace));
        return match window::open(app) {
            Ok(()) => ExitCode::SUCCESS,
            Err(error) => output::failed(&output::no_window(&error)),
        };
    };
    logging::to_stderr();
    let workspace = workspace.unwrap_or_else(paths::default_workspace);
    match tokio::runtime::Builder::new_multi_thread().worker_threads(2).enable_all().build() {
        Ok(runtime) => runtime.block_on(answer(settings, workspace, verb)),
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
        Verb::Export { document, id, format, audience, paper, lang, output: path } => {
            let request = json!({
                "document": document, "id": id.unwrap_or_default(), "format": format, "audience": audience,
                "paper": paper, "lang": lang, "path": path,
            });
            let exported = call("document.export", output::without_nulls(request)).await?;
            output::exported(&exported)
        }
        Verb::Check { repair } => {
            let report = call("workspace.check", json!({ "repair": repair })).await?;
            output::checked(&report)
        }
    }
}

/// What the machine says of its user.
fn guess() -> Guess {
    let zone = iana_time_zone::get_timezone().ok().and_then(|zone| Zone::try_from(zone).ok());
    // A locale reads `de-AT`, sometimes with more behind it.
    let region =
        sys_locale::get_locale().and_then(|locale| locale.split(['-', '_', '.']).nth(1).map(str::to_owned));
    Guess { zone, country: region.and_then(|region| Country::try_from(region).ok()) }
}
