//! What is printed: the result on stdout and nothing else, an error as the last line on stderr.

use std::{
    io::{Read as _, Write as _},
    process::ExitCode,
};

use cairn_wire::{Code, Failure};
use serde_json::Value;

/// Prints a result.
pub(crate) fn result(value: &Value) -> Result<ExitCode, Failure> {
    line(value)?;
    Ok(ExitCode::SUCCESS)
}

/// Prints lines.
pub(crate) fn lines(texts: impl IntoIterator<Item = String>) -> Result<ExitCode, Failure> {
    texts.into_iter().try_for_each(|text| line(&text))?;
    Ok(ExitCode::SUCCESS)
}

/// One line on stdout. A reader that goes away early, such as `head`, is no fault of the program's.
fn line(text: &impl std::fmt::Display) -> Result<(), Failure> {
    match writeln!(std::io::stdout(), "{text}") {
        Err(error) if error.kind() == std::io::ErrorKind::BrokenPipe => Ok(()),
        written => written.map_err(|error| io(&error)),
    }
}

/// Prints an error, and the exit code that goes with it.
pub(crate) fn failed(failure: &Failure) -> ExitCode {
    eprintln!("{}", serde_json::to_string(failure).unwrap_or_else(|_| failure.message.clone()));
    ExitCode::FAILURE
}

/// Prints where a document is; what it could not show goes to stderr.
pub(crate) fn exported(exported: &Value) -> Result<ExitCode, Failure> {
    let list = |key: &str| exported.get(key).and_then(Value::as_array).cloned().unwrap_or_default();
    for missing in list("missing").iter().filter_map(Value::as_str) {
        let code = missing.chars().next().map_or(0, u32::from);
        eprintln!("No font has {missing} (U+{code:04X}); a box stands in its place.");
    }
    for said in [list("cut"), list("remarks")].iter().flatten().filter_map(Value::as_str) {
        eprintln!("{said}");
    }
    result(exported)
}

/// Prints a check's report; damage is a failure.
pub(crate) fn checked(report: &Value) -> Result<ExitCode, Failure> {
    result(report)?;
    if report.get("ok") == Some(&Value::Bool(true)) {
        return Ok(ExitCode::SUCCESS);
    }
    let failure = Failure::new(Code::WorkspaceUnreadable, "The workspace is damaged; the report says where.");
    Err(failure.with(report.clone()))
}

/// Prints the command list.
pub(crate) fn commands(json: bool) -> Result<ExitCode, Failure> {
    let list = cairn_wire::commands();
    if json {
        return result(&serde_json::to_value(&list).unwrap_or_default());
    }
    let width = list.iter().map(|command| command.name.len()).max().unwrap_or(0);
    for command in list {
        let access = if command.access == cairn_wire::Access::Write { "write" } else { "read" };
        line(&format!("{:width$}  {access:5}  {} -> {}", command.name, command.request, command.result))?;
    }
    Ok(ExitCode::SUCCESS)
}

/// Reads a request given as an argument, or from stdin for `-`.
pub(crate) fn request(text: Option<String>) -> Result<Value, Failure> {
    let text = match text {
        None => return Ok(Value::Object(serde_json::Map::new())),
        Some(text) if text == "-" => {
            let mut bytes = Vec::new();
            std::io::stdin().read_to_end(&mut bytes).map_err(|error| io(&error))?;
            utf8(bytes)?
        }
        Some(text) => text,
    };
    parse(&text)
}

/// The text of bytes; JSON is UTF-8 (RFC 8259, section 8.1).
pub(crate) fn utf8(bytes: Vec<u8>) -> Result<String, Failure> {
    String::from_utf8(bytes).map_err(|error| {
        Failure::new(Code::Invalid, format!("The request is not UTF-8: {error}.")).about("request")
    })
}

/// Reads JSON.
pub(crate) fn parse(text: &str) -> Result<Value, Failure> {
    serde_json::from_str(text).map_err(|error| {
        Failure::new(Code::Invalid, format!("The request is not JSON: {error}.")).about("request")
    })
}

/// Leaves out what was not said.
pub(crate) fn without_nulls(mut value: Value) -> Value {
    if let Value::Object(fields) = &mut value {
        fields.retain(|_, value| !value.is_null());
    }
    value
}

/// A stream of the process that does not work.
pub(crate) fn io(error: &std::io::Error) -> Failure {
    Failure::new(Code::Io, format!("{error}."))
}
