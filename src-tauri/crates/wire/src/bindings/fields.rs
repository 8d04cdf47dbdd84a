//! What the window knows of each field: its label and hint in the catalogue, and what it holds, as it is declared beside it.

use std::{collections::BTreeMap, fmt::Write as _};

use cairn_domain::{Field, Holds, Kind, Means, Sort, fields_of};
use strum::VariantArray as _;

const PRELUDE: &str = r#"// Made from the fields of the records. Do not edit: run the bindings command of the README.
import { m } from "$lib/paraglide/messages.js";
import type { Kind } from "./wire";

/** What a field holds. */
export type Sort =
  | "text"
  | "prose"
  | "day"
  | "number"
  | "measure"
  | "flag"
  | "word"
  | "record"
  | "value";
/** What the window knows of a field. */
export interface Declared {
  label: () => string;
  hint?: () => string;
  sort: Sort;
}

/** Every field of every kind of record. */
export const FIELDS = {
"#;

/// The whole of `ui/src/lib/gen/fields.ts`.
#[must_use]
pub fn fields() -> String {
    let messages = messages();
    let mut text = PRELUDE.to_owned();
    for kind in Kind::VARIANTS {
        let _ = writeln!(text, "  {}: {{", kind.word());
        for field in fields_of(*kind) {
            let label = label(field);
            let hint = format!("{label}_hint");
            let hint = if messages.contains_key(&hint) { format!(", hint: m.{hint}") } else { String::new() };
            let _ = writeln!(
                text,
                "    {}: {{ label: m.{label}{hint}, sort: \"{}\" }},",
                field.name,
                sort(field)
            );
        }
        text.push_str("  },\n");
    }
    text.push_str("} as const satisfies Record<Kind, Record<string, Declared>>;\n");
    text
}

/// The key of a field's label.
fn label(field: &Field) -> &'static str {
    field.label.unwrap_or(field.name)
}

fn sort(field: &Field) -> &'static str {
    match (field.sort, field.means, field.holds) {
        (Sort::Prose, ..) => "prose",
        (Sort::Measure, ..) => "measure",
        (Sort::Parts, ..) => "value",
        (Sort::Value, Means::Word(_), _) => "word",
        (Sort::Value, Means::Record(_), _) => "record",
        (Sort::Value, _, Holds::Day) => "day",
        (Sort::Value, _, Holds::Whole | Holds::Real) => "number",
        (Sort::Value, _, Holds::Flag) => "flag",
        (Sort::Value, ..) => "value",
        _ => "text",
    }
}

/// The catalogue.
pub(super) fn messages() -> BTreeMap<String, serde_json::Value> {
    let text = include_str!(concat!(env!("CARGO_MANIFEST_DIR"), "/../../../messages/en.json"));
    serde_json::from_str(text).unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_field_has_a_label_in_the_catalogue() {
        let messages = messages();
        let missing: Vec<_> = Kind::VARIANTS
            .iter()
            .flat_map(|kind| fields_of(*kind).iter().map(|field| (*kind, field)))
            .filter(|(_, field)| !messages.contains_key(label(field)))
            .map(|(kind, field)| format!("{}.{}: {}", kind.word(), field.name, label(field)))
            .collect();
        assert!(missing.is_empty(), "say in messages/en.json what these are called: {missing:?}");
    }
}
