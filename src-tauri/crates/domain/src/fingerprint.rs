//! What tells two values of a field apart in few letters: a file that comes back says by it what was edited in it.

use serde_json::Value;
use uuid::Uuid;

/// The name space of the fingerprints, a UUID of their own.
const SPACE: Uuid = Uuid::from_u128(0x5d0f_9c1e_3a7b_4e62_8f14_c2b6_90ad_7e35);

/// Twelve hexadecimal digits of a value as the wire writes it. Nothing and the empty text are one; line ends count as
/// one character; numbers count by their first 15 digits, which is what every spreadsheet keeps.
#[must_use]
pub fn fingerprint(value: &Value) -> String {
    let told = match value {
        Value::Null => String::new(),
        Value::String(text) => text.replace("\r\n", "\n").replace('\r', "\n"),
        Value::Number(number) => number.as_f64().map_or_else(|| number.to_string(), digits),
        Value::Array(list) if list.is_empty() => String::new(),
        Value::Array(list) => list.iter().map(fingerprint).collect::<Vec<_>>().join(","),
        Value::Object(fields) => fields
            .iter()
            .map(|(key, value)| format!("{key}:{}", fingerprint(value)))
            .collect::<Vec<_>>()
            .join(","),
        Value::Bool(flag) => flag.to_string(),
    };
    let id = Uuid::new_v5(&SPACE, told.as_bytes()).simple().to_string();
    id.get(..12).unwrap_or_default().to_owned()
}

/// Fifteen digits; zero has no sign.
fn digits(number: f64) -> String {
    format!("{:.14e}", number + 0.0)
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    #[test]
    fn what_a_spreadsheet_cannot_tell_apart_is_one_value() {
        for (one, other) in [
            (json!(null), json!("")),
            (json!([]), json!("")),
            (json!("a\r\nb"), json!("a\nb")),
            (json!(0.1 + 0.2), json!(0.3)),
            (json!(30), json!(30.0)),
            (json!(-0.0), json!(0)),
        ] {
            assert_eq!(fingerprint(&one), fingerprint(&other), "{one} and {other}");
        }
        for (one, other) in [(json!("a"), json!("b")), (json!(1), json!(2)), (json!(["a"]), json!(["b"]))] {
            assert_ne!(fingerprint(&one), fingerprint(&other), "{one} and {other}");
        }
    }
}
