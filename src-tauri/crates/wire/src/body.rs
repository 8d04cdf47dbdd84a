//! From a JSON object to a request: unknown keys are named, and a value that cannot be read says which.

use cairn_domain::{Problem, Reason, read::YEARS};
use chrono::{Datelike as _, NaiveDate};
use serde::{
    Deserialize as _, Deserializer,
    de::{DeserializeOwned, Error as _},
};
use serde_aux::serde_introspection::serde_introspect;
use serde_json::{Map, Value};

use crate::failure::{Code, Failure};

/// The JSON object that came with a command, less its `request_id`.
pub type RequestBody = Map<String, Value>;

/// Something a command can be asked with.
pub trait Request: Sized {
    /// Reads the request.
    ///
    /// # Errors
    /// `unknown_field`, or `invalid` with the field.
    fn parse(body: RequestBody) -> Result<Self, Failure>;
}

/// Refuses keys that are not in `known`.
pub(crate) fn only_known<'a>(
    body: &RequestBody,
    known: impl IntoIterator<Item = &'a str> + Clone,
) -> Result<(), Failure> {
    match body.keys().find(|key| !known.clone().into_iter().any(|name| name == *key)) {
        None => Ok(()),
        Some(key) => {
            let known: Vec<&str> = known.into_iter().collect();
            Err(Failure::new(Code::UnknownField, format!("`{key}` is not a field of this request."))
                .about(key.clone())
                .with(serde_json::json!({ "known": known })))
        }
    }
}

/// The names of a struct's fields on the wire.
pub(crate) fn fields_of<T: DeserializeOwned>() -> &'static [&'static str] {
    serde_introspect::<T>()
}

/// Reads a plain request struct.
pub(crate) fn read_plain<T: DeserializeOwned>(body: RequestBody) -> Result<T, Failure> {
    only_known(&body, fields_of::<T>().iter().copied())?;
    read(body)
}

/// Reads a value whose keys were checked, and names the field that cannot be read, or whose day lies in no year that
/// anybody means.
pub(crate) fn read<T: DeserializeOwned>(body: RequestBody) -> Result<T, Failure> {
    read_said(body, |_| true)
}

/// The same, where only some keys were said now: what stood there before stays as it is.
pub(crate) fn read_said<T: DeserializeOwned>(
    body: RequestBody,
    is_said: impl Fn(&str) -> bool,
) -> Result<T, Failure> {
    let mut slips = Vec::new();
    for (key, value) in body.iter().filter(|(key, _)| is_said(key)) {
        slipped(value, &pointer("", key), &mut slips);
    }
    let body = Value::Object(body);
    if slips.is_empty() {
        return Ok(deserialized(body)?);
    }
    let read = deserialized(body.clone())?;
    for (at, value) in slips {
        // Where any other text would do it is none of a day.
        let mut other = body.clone();
        if let Some(there) = other.pointer_mut(&at) {
            *there = "-".into();
        }
        if let Err(Problem { field, .. }) = deserialized::<T>(other) {
            let (from, to) = YEARS;
            return Err(Problem::new(field, Reason::OutsideYears { value, from, to }).into());
        }
    }
    Ok(read)
}

fn deserialized<T: DeserializeOwned>(body: Value) -> Result<T, Problem> {
    serde_path_to_error::deserialize(body).map_err(|error| {
        let field = match error.path().to_string() {
            path if path == "." => "request".into(),
            path => path,
        };
        Problem::new(field, Reason::Unreadable { why: error.inner().to_string() })
    })
}

/// The largest number that every reader of JSON keeps exactly: 2^53 - 1.
const COUNT_MAX: u64 = (1 << 53) - 1;

/// Reads how many of something are asked for.
pub(crate) fn count<'de, D: Deserializer<'de>>(number: D) -> Result<u64, D::Error> {
    let count = u64::deserialize(number)?;
    if count > COUNT_MAX {
        return Err(D::Error::custom(format!("{count} is more than {COUNT_MAX}")));
    }
    Ok(count)
}

/// The same, where it may be left open.
pub(crate) fn count_if_said<'de, D: Deserializer<'de>>(number: D) -> Result<Option<u64>, D::Error> {
    let Some(number) = Option::<Value>::deserialize(number)? else { return Ok(None) };
    count(number).map(Some).map_err(D::Error::custom)
}

/// Finds texts that read as a day outside of [`YEARS`], with where they stand.
fn slipped(value: &Value, at: &str, found: &mut Vec<(String, String)>) {
    match value {
        Value::String(text) => {
            let day = text.split('T').next().unwrap_or_default();
            let day: Option<NaiveDate> = day.parse().ok();
            if day.is_some_and(|day| !(YEARS.0..=YEARS.1).contains(&day.year())) {
                found.push((at.to_owned(), text.clone()));
            }
        }
        Value::Array(items) => {
            items.iter().enumerate().for_each(|(index, item)| slipped(item, &format!("{at}/{index}"), found));
        }
        Value::Object(fields) => {
            fields.iter().for_each(|(key, value)| slipped(value, &pointer(at, key), found));
        }
        Value::Null | Value::Bool(_) | Value::Number(_) => {}
    }
}

/// A JSON pointer one key deeper.
fn pointer(at: &str, key: &str) -> String {
    format!("{at}/{}", key.replace('~', "~0").replace('/', "~1"))
}

/// The path of the first key in what was given that reading it dropped: `objectives[0].colour`.
#[must_use]
pub fn unknown_key(given: &Value, read: &Value) -> Option<String> {
    let deeper = |step: String, rest: String| {
        let joint = if rest.is_empty() || rest.starts_with('[') { "" } else { "." };
        format!("{step}{joint}{rest}")
    };
    match (given, read) {
        (Value::Object(given), Value::Object(read)) => {
            given.iter().find_map(|(key, given)| match read.get(key) {
                None => Some(key.clone()),
                Some(read) => unknown_key(given, read).map(|rest| deeper(key.clone(), rest)),
            })
        }
        (Value::Array(given), Value::Array(read)) => {
            given.iter().zip(read).enumerate().find_map(|(at, (given, read))| {
                unknown_key(given, read).map(|rest| deeper(format!("[{at}]"), rest))
            })
        }
        _ => None,
    }
}

/// The path of the first text, or name of a field, that holds the character NUL. SQLite and JSON end a text there, or do
/// not, so that one value would be two.
#[must_use]
pub fn nul_in(fields: &RequestBody) -> Option<String> {
    fn below(value: &Value) -> Option<String> {
        match value {
            Value::String(text) => text.contains('\0').then(String::new),
            Value::Array(items) => {
                items.iter().enumerate().find_map(|(at, item)| Some(format!("[{at}]{}", below(item)?)))
            }
            Value::Object(fields) => Some(format!(".{}", nul_in(fields)?)),
            Value::Null | Value::Bool(_) | Value::Number(_) => None,
        }
    }
    fields.iter().find_map(|(key, value)| {
        if key.contains('\0') {
            return Some(key.replace('\0', ""));
        }
        Some(format!("{key}{}", below(value)?))
    })
}

/// Refuses a body that lacks one of the keys, or has null there.
pub(crate) fn require(body: &RequestBody, keys: &[&str]) -> Result<(), Failure> {
    match keys.iter().find(|key| body.get(**key).is_none_or(Value::is_null)) {
        Some(key) => Err(Problem::new(*key, Reason::Empty).into()),
        None => Ok(()),
    }
}

/// Requests that are one struct, read as it stands; the keys in brackets must be there.
macro_rules! plain_requests {
    ($($type:ty [$($key:literal),*]),+ $(,)?) => {$(
        impl $crate::body::Request for $type {
            fn parse(body: $crate::body::RequestBody) -> Result<Self, $crate::failure::Failure> {
                $crate::body::require(&body, &[$($key),*])?;
                $crate::body::read_plain(body)
            }
        }
    )+};
}
pub(crate) use plain_requests;
