//! `cairn batch`: many commands, one process. A refused line does not stop the rest.

use std::{
    io::{BufRead as _, Write as _},
    process::ExitCode,
    sync::Arc,
};

use cairn_app::App;
use cairn_wire::{Failure, Source};
use serde::Deserialize;
use serde_json::{Value, json};

use super::output;

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Line {
    name: String,
    #[serde(default = "no_fields")]
    request: Value,
}

fn no_fields() -> Value {
    json!({})
}

/// Answers each line of stdin with one line on stdout.
pub(crate) async fn run(app: &Arc<App>) -> Result<ExitCode, Failure> {
    for line in std::io::stdin().lock().split(b'\n') {
        let line = line.map_err(|error| output::io(&error))?;
        if line.trim_ascii().is_empty() {
            continue;
        }
        let answer = match answer(app, line).await {
            Ok(result) => json!({ "result": result }),
            Err(failure) => json!({ "error": failure }),
        };
        writeln!(std::io::stdout(), "{answer}").map_err(|error| output::io(&error))?;
    }
    Ok(ExitCode::SUCCESS)
}

async fn answer(app: &Arc<App>, line: Vec<u8>) -> Result<Value, Failure> {
    let value = output::parse(&output::utf8(line)?)?;
    let line: Line = serde_json::from_value(value)
        .map_err(|error| Failure::new(cairn_wire::Code::Invalid, format!("{error}.")).about("request"))?;
    Ok(app.call(Source::CommandLine, &line.name, line.request).await?.result)
}
