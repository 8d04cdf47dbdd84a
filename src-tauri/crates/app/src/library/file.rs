//! Templates as files: read strictly, so that nothing in them is lost unseen, and written so that people can read them.

use cairn_domain::{Problem, Reason};
use cairn_wire::{Code, Failure, unknown_key};
use serde::{Serialize, de::DeserializeOwned};
use serde_json::Value;

use crate::error::Result;

/// Largest file that is read, in bytes; the program's own are a thousandth of it, but one may carry files.
pub(super) const LARGEST: usize = 64_000_000;

/// Reads a file's text as what a file of its kind holds.
///
/// # Errors
/// `unknown_field` or `invalid`, with the path of what is wrong.
pub(crate) fn parse<F: Serialize + DeserializeOwned>(text: &str) -> Result<F, Failure> {
    let mut reader = serde_json::Deserializer::from_str(text);
    let file: F = serde_path_to_error::deserialize(&mut reader).map_err(|error| {
        let field = match error.path().to_string() {
            path if path == "." => "path".into(),
            path => path,
        };
        Problem::new(field, Reason::Unreadable { why: error.inner().to_string() })
    })?;
    reader.end().map_err(|why| Problem::new("path", Reason::Unreadable { why: why.to_string() }))?;
    let given = serde_json::from_str::<Value>(text).unwrap_or_default();
    let read = serde_json::to_value(&file).unwrap_or_default();
    match unknown_key(&given, &read) {
        None => Ok(file),
        Some(path) => {
            let message = format!("`{path}` is not a field of a template.");
            Err(Failure::new(Code::UnknownField, message).about(path))
        }
    }
}

/// A file's text: what is empty is left out, so that people can read it.
pub(crate) fn pretty<F: Serialize>(file: &F) -> Result<String> {
    let mut value = serde_json::to_value(file)?;
    leave_out_empty(&mut value);
    Ok(serde_json::to_string_pretty(&value)? + "\n")
}

/// Takes null and what is empty out of every object below; the lists that hold the whole stay.
fn leave_out_empty(value: &mut Value) {
    let empty = |value: &Value| match value {
        Value::Null => true,
        Value::String(text) => text.is_empty(),
        Value::Array(items) => items.is_empty(),
        Value::Bool(_) | Value::Number(_) | Value::Object(_) => false,
    };
    match value {
        Value::Array(items) => items.iter_mut().for_each(leave_out_empty),
        Value::Object(fields) => {
            fields.retain(|key, value| key == "objectives" || key == "phases" || !empty(value));
            fields.values_mut().for_each(leave_out_empty);
        }
        Value::Null | Value::Bool(_) | Value::Number(_) | Value::String(_) => {}
    }
}
