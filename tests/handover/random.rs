//! Whatever was done with an account, it arrives as it stands, and arriving again changes nothing.

use std::collections::BTreeMap;

use proptest::prelude::*;
use serde_json::{Value, json};

use crate::process::{Bench, Sitting};

/// Something that somebody does: what, to which of the records, with which words and number.
type Deed = (u8, u8, String, f64);

/// Kinds that deeds make, by what they hang under.
const KINDS: [(&str, &str, &str); 9] = [
    ("contact", "account", "name"),
    ("plan", "account", "title"),
    ("touchpoint", "account", "subject"),
    ("objective", "plan", "title"),
    ("criterion", "objective", "name"),
    ("reading", "criterion", "note"),
    ("initiative", "objective", "title"),
    ("task", "initiative", "title"),
    ("task", "touchpoint", "title"),
];

fn deeds() -> impl Strategy<Value = Vec<Deed>> {
    let deed = (0..16_u8, any::<u8>(), "[\\PC&&[^\\s]]\\PC{0,12}", -1.0e9..1.0e9_f64);
    prop::collection::vec(deed, 5..40)
}

/// Somebody at work on two accounts.
struct Work {
    sitting: Sitting,
    /// All that was made, by its kind.
    made: BTreeMap<&'static str, Vec<String>>,
}

impl Work {
    fn begin(bench: &Bench) -> Self {
        Self { sitting: bench.sitting(), made: BTreeMap::new() }
    }

    fn keep(&mut self, kind: &'static str, answer: Result<Value, Value>) {
        if let Ok(made) = answer {
            self.made.entry(kind).or_default().push(made["id"].as_str().unwrap().to_owned());
        }
    }

    fn one(&self, kind: &str, which: u8) -> Option<String> {
        let all = self.made.get(kind)?;
        all.get(usize::from(which) % all.len()).cloned()
    }

    /// Does it, or is refused: what hangs under the trash, a second reading of a day.
    fn act(&mut self, (what, which, words, number): &Deed) {
        if let Some((kind, parent, label)) = KINDS.get(usize::from(*what)) {
            let Some(under) = self.one(parent, *which) else { return };
            let mut fields = json!({ format!("{parent}_id"): under, *label: words });
            match *kind {
                "contact" => fields["reports_to"] = json!(self.one("contact", which.wrapping_mul(7))),
                "touchpoint" => {
                    fields["notes"] = json!(words);
                    fields["contact_ids"] =
                        json!(self.one("contact", *which).into_iter().collect::<Vec<_>>());
                }
                "criterion" => fields["baseline"] = json!(number),
                "reading" => {
                    fields["value"] = json!(number);
                    fields["date"] = json!(format!("2026-0{}-0{}", which % 9 + 1, which % 7 + 1));
                }
                _ => {}
            }
            let answer = self.sitting.ask(&format!("{kind}.create"), &fields);
            self.keep(kind, answer);
            return;
        }
        let (kind, _, label) = KINDS[usize::from(*which) % KINDS.len()];
        let Some(id) = self.one(kind, which / 9) else { return };
        let _ = match what {
            9 | 10 => self.sitting.ask(&format!("{kind}.delete"), &json!({ "id": id })),
            11 => self.sitting.ask(&format!("{kind}.restore"), &json!({ "id": id })),
            12 => self.sitting.ask("undo", &json!({})),
            13 => {
                let (before, after) = (self.one("task", *which), self.one("task", which / 3));
                let answer = self
                    .sitting
                    .ask("dependency.create", &json!({ "predecessor_id": before, "successor_id": after }));
                self.keep("dependency", answer);
                return;
            }
            _ => {
                let version = self
                    .sitting
                    .ask(&format!("{kind}.get"), &json!({ "id": id }))
                    .map(|it| it["version"].clone());
                let change = json!({ "id": id, "version": version.unwrap_or_default(), label: words });
                self.sitting.ask(&format!("{kind}.update"), &change)
            }
        };
    }

    /// Everything that is not in the bin, by its id, without what is computed from others.
    fn everything(&mut self) -> BTreeMap<String, Value> {
        let mut all = BTreeMap::new();
        for kind in [
            "account",
            "contact",
            "plan",
            "touchpoint",
            "objective",
            "criterion",
            "reading",
            "initiative",
            "task",
            "dependency",
        ] {
            let list = self
                .sitting
                .call(&format!("{kind}.list"), &json!({ "page": { "limit": 1000, "offset": 0 } }));
            for item in list["items"].as_array().unwrap() {
                all.insert(item["id"].as_str().unwrap().to_owned(), item.clone());
            }
        }
        all
    }
}

/// A record without what says how often and when it was written last.
fn bare(record: &Value) -> Value {
    let mut record = record.clone();
    for field in ["version", "updated_at", "updated_by"] {
        record.as_object_mut().unwrap().shift_remove(field);
    }
    record
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 4, max_shrink_iters: 60, ..ProptestConfig::default() })]

    #[test]
    fn whatever_was_done_arrives_as_it_stands_and_twice_is_the_same(first in deeds(), theirs in deeds(), ours in deeds()) {
        let (sender, receiver) = (Bench::new(), Bench::at("2026-11-26T09:00:00Z"));
        receiver.call("account.create", &json!({ "name": "Own" }));
        let mut work = Work::begin(&sender);
        for name in ["Handed over", "Stays"] {
            let answer = work.sitting.ask("account.create", &json!({ "name": name }));
            work.keep("account", answer);
        }
        let account = work.made["account"][0].clone();
        first.iter().for_each(|deed| work.act(deed));
        let mut there = Work::begin(&receiver);
        for round in 0..2 {
            let file = sender.path(&format!("{round}.cairn"));
            let request = json!({ "kind": "account", "path": file, "replace": true });
            work.sitting.call("account.export", &json!({ "id": account, "path": file }));
            there.sitting.call("import.apply", &request);
            let again = there.sitting.call("import.preview", &request);
            prop_assert_eq!(
                (&again["new"], &again["changed"], &again["missing"]), (&json!(0), &json!(0), &json!(0)), "{}", again
            );
            let (from, mut to) = (work.everything(), there.everything());
            to.retain(|_, record| record["name"] != "Own");
            for (id, record) in &to {
                let mut expected = bare(&from[id]);
                // Whom they reported to may be in the bin.
                if record["reports_to"].is_null() && record.get("reports_to").is_some() {
                    expected["reports_to"] = Value::Null;
                }
                prop_assert_eq!(bare(record), expected);
            }
            if round == 0 {
                // Both go on with it.
                theirs.iter().for_each(|deed| work.act(deed));
                there.made = work.made.clone();
                ours.iter().for_each(|deed| there.act(deed));
            } else {
                // What is left here once the other account is gone is all that had to arrive.
                work.sitting.call("account.delete", &json!({ "id": work.made["account"][1] }));
                let rest: Vec<String> = work.everything().into_keys().collect();
                prop_assert_eq!(to.into_keys().collect::<Vec<_>>(), rest);
            }
        }
        there.sitting.end();
        receiver.assert_sound("after a hand-over of whatever");
    }
}
