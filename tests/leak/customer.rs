//! What a customer's document may hold, field by field: read from `customer.json`, by which the window's tests hold
//! the customer-safe screen too.

use std::sync::LazyLock;

use serde_json::Value;

static TABLE: LazyLock<Value> =
    LazyLock::new(|| serde_json::from_str(include_str!("customer.json")).unwrap());

/// How a field may stand in a customer's copy.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(crate) enum Printed {
    /// In every copy.
    Always,
    /// Where this field of the record says so.
    Switched(&'static str),
    /// In none.
    Never,
}

/// How a field of `kind` stands in the documents of `of`: `plan` or `onboarding`. Of a nested field the first part counts.
pub(crate) fn printed(of: &str, kind: &str, field: &str) -> Printed {
    let field = field.split('.').next().unwrap();
    match &TABLE[of][kind][field] {
        Value::Bool(true) => Printed::Always,
        Value::String(switch) => Printed::Switched(switch),
        Value::Null => Printed::Never,
        other => panic!("customer.json says {other} of {kind}.{field}"),
    }
}
