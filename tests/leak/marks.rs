//! Marks: a text, a date or an amount that stands in one field and nowhere else.
//!
//! A field takes a mark if its record can be read with the mark in it, so that a new text field is marked by itself.

use cairn_domain::{
    Account, Brand, Checklist, ChecklistStep, CommandPlan, Contact, Criterion, Initiative, Me, Objective,
    Plan, Reading, Record, StepSide, Task, Touchpoint, Workshop,
};
use chrono::{Days, NaiveDate};
use serde::{Serialize, de::DeserializeOwned};
use serde_json::{Map, Value, json};

/// What stands in a field.
#[derive(Clone, PartialEq, Debug)]
pub(crate) enum Mark {
    Text(String),
    Date(NaiveDate),
    Number(i64),
}

impl std::fmt::Display for Mark {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self {
            Self::Text(text) => f.write_str(text),
            Self::Date(date) => write!(f, "{date}"),
            Self::Number(number) => write!(f, "{number}"),
        }
    }
}

/// The marks given so far, by field.
#[derive(Default)]
pub(crate) struct Marks {
    given: Vec<(String, Mark)>,
}

/// What a file of the workspace holds, and the name by which records know it.
pub(crate) const CONTENT: &[u8] = b"What the step needs.";
const CONTENT_HASH: &str = "b12843b9dd4a34e10628f1e2b3adc68048e7f378cd364b9a239346361de2f8ce";

/// Fields that are set by what they mean, not by a mark, or that the program sets itself.
const PLAIN: [&str; 11] = [
    "position",
    "fiscal_year_start",
    "colour",
    "weight",
    "document_language",
    "subdivision",
    "links.0.objective_id",
    "depth",
    "offset_days",
    "template_version",
    "closed_on",
];

impl Marks {
    /// Every field with its mark.
    pub(crate) fn all(&self) -> impl Iterator<Item = (&str, &Mark)> {
        self.given.iter().map(|(field, mark)| (field.as_str(), mark))
    }

    /// A text that stands in `field`.
    pub(crate) fn text(&mut self, field: &str) -> String {
        let mark = format!("Zq{}x", letters(self.given.len()));
        self.given.push((field.to_owned(), Mark::Text(mark.clone())));
        mark
    }

    /// A day that stands in `field`.
    pub(crate) fn day(&mut self, field: &str) -> NaiveDate {
        let [_, (mark, _), ..] = self.candidates();
        let Mark::Date(day) = mark else { unreachable!("the second candidate is a day") };
        self.given.push((field.to_owned(), mark));
        day
    }

    fn candidates(&self) -> [(Mark, Value); 4] {
        let text = format!("Zq{}x", letters(self.given.len()));
        let day = NaiveDate::from_ymd_opt(1999, 3, 1).unwrap() + Days::new(self.given.len() as u64 * 3);
        // Larger ones are printed as so many thousands.
        let number = 41_003 + self.given.len() as i64 * 7;
        [
            (Mark::Text(text.clone()), text.into()),
            (Mark::Date(day), day.to_string().into()),
            (Mark::Number(number), number.into()),
            (Mark::Number(number), (number as f64).into()),
        ]
    }

    /// Gives every field of a record its mark that can have one.
    fn record<R: Record + Serialize + DeserializeOwned>(&mut self, name: &str, start: &Value) -> Value {
        let whole = serde_json::to_value(serde_json::from_value::<R>(start.clone()).unwrap()).unwrap();
        let mut whole: Value = whole;
        let mut places = Vec::new();
        leaves(&whole, &mut Vec::new(), &mut places);
        for place in places {
            let field = place.join(".");
            let set = start.pointer(&format!("/{}", place.join("/")));
            if PLAIN.contains(&field.as_str()) || set.is_some_and(|set| !is_free(set)) {
                continue;
            }
            let pointer = format!("/{}", place.join("/"));
            for (mut mark, mut value) in self.candidates() {
                // Whoever left had been there on all the other days.
                if let (Mark::Date(_), "left_on") = (&mark, field.as_str()) {
                    let left = self.given.iter().filter(|(field, _)| field.ends_with(".left_on")).count();
                    let day = NaiveDate::from_ymd_opt(2026, 11, 21).unwrap() + Days::new(left as u64);
                    (mark, value) = (Mark::Date(day), day.to_string().into());
                }
                if field.ends_with(".url") {
                    value = format!("https://{mark}").into();
                } else if field == "email" {
                    value = format!("{mark}@acme.example").into();
                }
                let mut tried = whole.clone();
                *tried.pointer_mut(&pointer).unwrap() = value.clone();
                // A date is a text too: the field must keep what it was given as that.
                let kept = serde_json::from_value::<R>(tried.clone()).ok();
                if kept
                    .is_some_and(|kept| serde_json::to_value(kept).unwrap().pointer(&pointer) == Some(&value))
                {
                    self.given.push((format!("{name}.{field}"), mark));
                    whole = tried;
                    break;
                }
            }
        }
        let empty: Vec<_> =
            whole.as_object().unwrap().iter().filter(|(_, value)| *value == &json!([])).collect();
        assert!(
            empty.iter().all(|(key, _)| [
                "also_serves",
                "interim_targets",
                "links",
                "onboarding_targets",
                "past_confirmations"
            ]
            .contains(&key.as_str())),
            "say what stands in the lists of {name}: {empty:?}"
        );
        whole
    }

    pub(crate) fn account(&mut self, name: &str) -> Value {
        let start = json!({
            "name": "?", "other_sites": ["?"], "tool_stack": [{ "area": "ci", "tool": "?" }],
            "account_team": [{ "role": "?", "name": "?" }], "links": [{ "system": "?", "id": "?", "url": "?" }],
            "success_tier": "essentials", "priority": "pr1", "sentiment": "will_churn", "public_sector": true,
            "arr": { "minor": 0, "currency": "EUR" },
            "holidays": [{ "date": "1990-01-01", "name": "?", "working": false }],
        });
        let mut account = self.record::<Account>(name, &start);
        // An amount of whole euros, to be found as it is printed.
        let euros = 73_500_000 + self.given.len() as i64;
        account["arr"] = json!({ "minor": euros * 100, "currency": "EUR" });
        self.given.retain(|(field, _)| *field != format!("{name}.arr.minor"));
        self.given.push((format!("{name}.arr.minor"), Mark::Number(euros)));
        account
    }

    pub(crate) fn contact(&mut self, name: &str, account: &str) -> Value {
        let start = json!({
            "account_id": account, "name": "?", "persona": "champion", "influence": "high", "sentiment": "negative",
        });
        self.record::<Contact>(name, &start)
    }

    pub(crate) fn touchpoint(&mut self, name: &str, account: &str, contact: &str) -> Value {
        let start = json!({
            "account_id": account, "touchpoint_type": "customer_call", "subject": "?", "held_on": "1990-01-01", "our_attendees": ["?"],
            "contact_ids": [contact], "sponsor_present": true, "sentiment": "negative",
        });
        self.record::<Touchpoint>(name, &start)
    }

    pub(crate) fn workshop(&mut self, name: &str, account: &str, contact: &str) -> Value {
        let start = json!({
            "account_id": account, "title": "?", "state": "scheduled", "starts_at": "2026-11-20T08:00:00Z",
            "zone": "Europe/Berlin", "minutes": 90, "invited_ids": [contact], "attended_ids": [contact],
        });
        self.record::<Workshop>(name, &start)
    }

    pub(crate) fn plan(&mut self, name: &str, account: &str, sponsor: &Value) -> Value {
        self.record::<Plan>(name, &json!({
            "account_id": account, "title": "?", "sponsor": sponsor, "approvers": [{ "name": "?", "role": "?" }],
        }))
    }

    pub(crate) fn objective(&mut self, name: &str, plan: &str) -> Value {
        self.record::<Objective>(name, &json!({ "plan_id": plan, "title": "?", "priority": "high" }))
    }

    pub(crate) fn objective_deleted(&mut self, name: &str, plan: &str) -> Value {
        self.objective(name, plan)
    }

    pub(crate) fn criterion(&mut self, name: &str, objective: &str) -> Value {
        self.record::<Criterion>(name, &json!({ "objective_id": objective, "name": "?", "weight": 1.0 }))
    }

    pub(crate) fn reading(&mut self, name: &str, criterion: &str) -> Value {
        self.record::<Reading>(
            name,
            &json!({ "criterion_id": criterion, "date": "1990-01-01", "value": 0.0 }),
        )
    }

    pub(crate) fn initiative(&mut self, name: &str, objective: &str) -> Value {
        self.record::<Initiative>(name, &json!({ "objective_id": objective, "title": "?" }))
    }

    pub(crate) fn task(&mut self, name: &str, home: &str, of: &str) -> Value {
        let start = json!({ home: of, "title": "?", "milestone": true, "milestone_risk": "high" });
        self.record::<Task>(name, &start)
    }

    pub(crate) fn checklist(&mut self, name: &str, account: &str) -> Value {
        let start = json!({
            "account_id": account, "title": "?", "started_on": "1990-01-01", "anchors": { "contract": "1990-01-01" },
            "phases": [{ "title": "?", "gate": "?" }], "declined": ["?"],
        });
        self.record::<Checklist>(name, &start)
    }

    /// A step that is open and whose it is, or one of ours that is done.
    pub(crate) fn checklist_step(
        &mut self,
        name: &str,
        checklist: &str,
        phase: &Value,
        open: Option<StepSide>,
    ) -> Value {
        let start = json!({
            "checklist_id": checklist, "title": "?", "phase": phase, "state": "done", "done_on": "2026-11-20",
            "links": [{ "title": "?", "url": "?" }], "files": [{ "name": "?", "hash": CONTENT_HASH }],
        });
        let start = match open {
            Some(side) => {
                let mut open = start;
                (open["state"], open["done_on"], open["owner_side"]) =
                    ("open".into(), Value::Null, json!(side));
                open
            }
            None => start,
        };
        self.record::<ChecklistStep>(name, &start)
    }

    pub(crate) fn command_plan(&mut self, name: &str, account: &str) -> Value {
        let lists = ["?"];
        let start = json!({
            "account_id": account, "metrics": lists, "positive_business_outcomes": lists, "required_capabilities": lists,
        });
        let mut fields = self.record::<CommandPlan>(name, &start);
        // What became of its outcomes is not said from outside.
        fields.as_object_mut().unwrap().shift_remove("links");
        fields
    }

    pub(crate) fn me(&mut self, name: &str) -> Value {
        let leave = json!([{ "from": "1999-01-04", "to": "1999-01-05", "note": "?" }]);
        let holidays = json!([{ "date": "1990-01-01", "name": "?", "working": false }]);
        self.versioned::<Me>(name, &json!({ "leave": leave, "holidays": holidays }))
    }

    pub(crate) fn brand(&mut self, name: &str) -> Value {
        self.versioned::<Brand>(name, &json!({}))
    }

    fn versioned<R: Record + Serialize + DeserializeOwned>(&mut self, name: &str, start: &Value) -> Value {
        let mut fields: Map<String, Value> = self.record::<R>(name, start).as_object().unwrap().clone();
        fields.insert("version".into(), 0.into());
        fields.retain(|_, value| !value.is_null());
        fields.into()
    }
}

/// Whether a value only stands there so that the record can be read.
fn is_free(value: &Value) -> bool {
    [json!("?"), json!("1990-01-01"), json!(0), json!(0.0)].contains(value)
}

/// A number in letters only: a mark must not be taken for a version or an amount.
fn letters(number: usize) -> String {
    let digits = [number / 676, number / 26 % 26, number % 26];
    digits.map(|digit| char::from(b'a' + u8::try_from(digit).unwrap())).iter().collect()
}

/// The places of all values that hold no others.
fn leaves(value: &Value, place: &mut Vec<String>, found: &mut Vec<Vec<String>>) {
    let mut inner = |key: String, value: &Value| {
        place.push(key);
        leaves(value, place, found);
        place.pop();
    };
    match value {
        Value::Object(fields) => fields.iter().for_each(|(key, value)| inner(key.clone(), value)),
        Value::Array(items) => {
            items.iter().enumerate().for_each(|(index, value)| inner(index.to_string(), value));
        }
        Value::Bool(_) => {}
        Value::Null | Value::Number(_) | Value::String(_) => found.push(place.clone()),
    }
}
