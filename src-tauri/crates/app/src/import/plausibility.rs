//! Values that a file holds and that are hardly meant: a mark of a redacted copy where a name should be, or a hundredth
//! where a spreadsheet divided a percentage.
//!
//! Only values that would change something are looked at.

use std::collections::BTreeMap;

use cairn_documents::{Language, redaction_mark};
use cairn_domain::{Brand, CriterionKind, Kind, Word as _};
use cairn_exchange::ParsedField;
use cairn_store::Rows;
use serde_json::Value;
use uuid::Uuid;

use super::known::Records;
use crate::{error::Result, single_id::Single as _};

/// The fields in a criterion's own unit; its weight is a bare number.
const MEASURED: [&str; 5] = ["baseline", "target", "target_min", "target_max", "value"];

/// What is needed to doubt a value.
#[derive(Debug, Default)]
pub(super) struct Plausibility {
    /// The user's own words for the marks.
    labels: BTreeMap<String, BTreeMap<String, String>>,
}

impl Plausibility {
    /// With the user's own words for the marks.
    pub(super) async fn by(rows: Rows<'_>) -> Result<Self> {
        let brand = rows.find::<Brand>(Brand::id()).await?;
        Ok(Self { labels: brand.map(|brand| brand.record.labels).unwrap_or_default() })
    }

    /// Why a value of a row is hardly meant, with its field. `id` is the record that the row stands for.
    pub(super) fn about(
        &self,
        records: &Records,
        kind: Kind,
        id: Option<Uuid>,
        values: &[(&ParsedField, Value)],
    ) -> Option<(String, String)> {
        let here = |field: &str| {
            let known = id.and_then(|id| records.get(kind, id));
            known.and_then(|known| known.fields.get(field))
        };
        values.iter().find_map(|(said, value)| {
            let why = match (value, here(&said.field)) {
                (Value::String(text), current) => self.mark(text, current.and_then(Value::as_str))?,
                (value, current)
                    if said.shrunk
                        && MEASURED.contains(&said.field.as_str())
                        && current.and_then(Value::as_f64) != value.as_f64() =>
                {
                    is_percent(records, kind, id, values).then(|| shrunk(value))?
                }
                _ => return None,
            };
            Some((said.field.clone(), why))
        })
    }

    fn mark(&self, text: &str, current: Option<&str>) -> Option<String> {
        let language = Language::default();
        let empty = BTreeMap::new();
        let labels = self.labels.get(language.code()).unwrap_or(&empty);
        let mark = redaction_mark(language, labels, text)?;
        let is_new = !current.is_some_and(|current| current.contains(&mark));
        is_new.then(|| format!("“{mark}” stands for a name that was taken out of a copy; write the name."))
    }
}

fn shrunk(value: &Value) -> String {
    let number = value.as_f64().unwrap_or_default();
    let times = (number * 1e8).round() / 1e6;
    format!(
        "{number} in a percent column could be {times} % or {number} %, as spreadsheets keep what is typed with the sign; \
         write {times} without it, or '{number} % with the apostrophe."
    )
}

/// True where a number of this row is in percent.
fn is_percent(records: &Records, kind: Kind, id: Option<Uuid>, values: &[(&ParsedField, Value)]) -> bool {
    let said = |field: &str| values.iter().find(|(said, _)| said.field == field).map(|(_, value)| value);
    let known = id.and_then(|id| records.get(kind, id));
    let word = match kind {
        Kind::Criterion => said("kind").or_else(|| known.and_then(|known| known.fields.get("kind"))),
        Kind::Reading => {
            let named = said("criterion_id").and_then(Value::as_str).and_then(|id| id.parse().ok());
            let home = named.or_else(|| known.and_then(|known| known.parent));
            let criterion = home.and_then(|home| records.get(Kind::Criterion, home));
            criterion.and_then(|criterion| criterion.fields.get("kind"))
        }
        _ => None,
    };
    word.and_then(Value::as_str) == Some(CriterionKind::Percent.word())
}
