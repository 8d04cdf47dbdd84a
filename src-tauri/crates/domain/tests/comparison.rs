//! Comparing two contents of a plan: what it says leads from the one to the other, and back.
#![allow(clippy::unwrap_used)]

use std::collections::{BTreeMap, BTreeSet};

use cairn_domain::{
    ChangeWhat, Comparison, Entry, FieldChange, Kind, PlanContent, Record, RecordChange, RecordId, compare,
};
use proptest::prelude::*;
use serde_json::{Map, Value, json};
use uuid::Uuid;

/// The ids of a small world: objectives 1 to 3 in plan 0, and what hangs under them; a small one, so that two
/// contents share records and differ in them.
fn id(group: u8, n: u8) -> Uuid {
    Uuid::from_u128(0x0199_f3a4_0000_7000_8000_0000_0000_0000 + u128::from(group) * 256 + u128::from(n))
}

fn record<R: Record>(id: Uuid, fields: Value) -> Entry<R> {
    Entry { id: R::Id::from_uuid(id), record: serde_json::from_value(fields).unwrap() }
}

/// Names by number, so that two contents differ in them now and then.
fn words() -> impl Strategy<Value = String> {
    "[a-c]{0,2}"
}

fn title() -> impl Strategy<Value = String> {
    "[a-c]{1,2}"
}

fn day() -> impl Strategy<Value = Option<String>> {
    proptest::option::of((1_u32..4).prop_map(|day| format!("2027-03-0{day}")))
}

/// Which of the numbers 1 to `most` are there, each with the parent it hangs under and its values.
fn some<V: std::fmt::Debug + Clone>(
    most: u8,
    value: impl Strategy<Value = V>,
) -> impl Strategy<Value = BTreeMap<u8, (u8, V)>> {
    proptest::collection::btree_map(1..=most, (1_u8..4, value), 0..=usize::from(most))
}

prop_compose! {
    fn content()(
        plan in (title(), words(), proptest::collection::vec(title(), 0..2)),
        objectives in some(3, (title(), day(), words())),
        criteria in some(3, (title(), proptest::option::of(-1.5e9_f64..1.5e9), 0.0_f64..3.0)),
        readings in some(3, (-1.0_f64..1.0, words())),
        initiatives in some(3, (title(), day(), proptest::collection::btree_set(1_u8..4, 0..2))),
        tasks in some(4, (title(), day(), day())),
        dependencies in some(3, 0_i64..3),
    ) -> PlanContent {
        let (name, strategy, approvers) = plan;
        let approvers: Vec<_> = approvers.iter().map(|name| json!({ "name": name })).collect();
        let plan = json!({
            "account_id": id(9, 0), "title": name, "strategy": strategy, "approvers": approvers
        });
        let objectives: Vec<_> = objectives.into_iter().map(|(n, (_, (title, due, risks)))| record(id(1, n), json!({
            "plan_id": id(0, 0), "title": title, "due": due, "risks": risks
        }))).collect();
        let homes: BTreeSet<Uuid> = objectives.iter().map(|entry: &Entry<cairn_domain::Objective>| entry.id.uuid()).collect();
        let kept = |parent: &u8| homes.contains(&id(1, *parent));
        let criteria: Vec<_> = criteria.into_iter().filter(|(_, (parent, _))| kept(parent)).map(
            |(n, (parent, (name, target, weight)))| record(id(2, n), json!({
                "objective_id": id(1, parent), "name": name, "target": target, "weight": weight
            }))
        ).collect();
        let initiatives: Vec<_> = initiatives.into_iter().filter(|(_, (parent, _))| kept(parent)).map(
            |(n, (parent, (title, due, serves)))| record(id(4, n), json!({
                "objective_id": id(1, parent), "title": title, "due": due,
                "also_serves": serves.into_iter().map(|n| id(1, n)).collect::<Vec<_>>()
            }))
        ).collect();
        let homes: BTreeSet<Uuid> = criteria.iter().map(|entry: &Entry<cairn_domain::Criterion>| entry.id.uuid())
            .chain(initiatives.iter().map(|entry: &Entry<cairn_domain::Initiative>| entry.id.uuid())).collect();
        let readings = readings.into_iter().filter(|(_, (parent, _))| homes.contains(&id(2, *parent))).map(
            |(n, (parent, (value, note)))| record(id(3, n), json!({
                "criterion_id": id(2, parent), "date": "2027-03-01", "value": value, "note": note
            }))
        ).collect();
        let tasks: Vec<_> = tasks.into_iter().filter(|(_, (parent, _))| homes.contains(&id(4, *parent))).map(
            |(n, (parent, (title, start, due)))| record(id(5, n), json!({
                "initiative_id": id(4, parent), "title": title, "start": start, "due": due
            }))
        ).collect();
        let dependencies = dependencies.into_iter().map(|(n, (parent, lag))| record(id(6, n), json!({
            "predecessor_id": id(5, parent), "successor_id": id(5, parent + 1), "lag_days": lag
        }))).collect();
        PlanContent {
            plan: record(id(0, 0), plan), objectives, criteria, readings, initiatives, tasks, dependencies
        }
    }
}

type Flat = BTreeMap<(Kind, Uuid), Map<String, Value>>;

/// The records of a content, without those fields that are null.
fn flat(content: &PlanContent) -> Flat {
    fn add<R: Record>(flat: &mut Flat, entries: &[Entry<R>]) {
        for entry in entries {
            let Ok(Value::Object(mut fields)) = serde_json::to_value(&entry.record) else { panic!() };
            fields.retain(|_, value| !value.is_null());
            flat.insert((R::KIND, entry.id.uuid()), fields);
        }
    }
    let mut flat = Flat::new();
    let PlanContent { plan, objectives, criteria, readings, initiatives, tasks, dependencies } = content;
    add(&mut flat, std::slice::from_ref(plan));
    add(&mut flat, objectives);
    add(&mut flat, criteria);
    add(&mut flat, readings);
    add(&mut flat, initiatives);
    add(&mut flat, tasks);
    add(&mut flat, dependencies);
    flat
}

/// Does to the records what the changes say.
fn applied(mut flat: Flat, changes: &[RecordChange]) -> Flat {
    for RecordChange { kind, id, what, fields, .. } in changes {
        if *what == ChangeWhat::Removed {
            flat.remove(&(*kind, *id)).unwrap();
            continue;
        }
        let record = flat.entry((*kind, *id)).or_default();
        for FieldChange { field, from, to } in fields {
            assert_eq!(record.get(field).unwrap_or(&Value::Null), from, "from is what stood there");
            record.insert(field.clone(), to.clone());
        }
        record.retain(|_, value| !value.is_null());
    }
    flat
}

type Fields = BTreeMap<String, [Value; 2]>;
type Sorted = BTreeMap<(Kind, Uuid), (ChangeWhat, Fields)>;

/// The changes by record, the fields of each by name.
fn sorted(comparison: Comparison) -> Sorted {
    let fields = |fields: Vec<FieldChange>| {
        fields.into_iter().map(|FieldChange { field, from, to }| (field, [from, to])).collect()
    };
    comparison
        .changes
        .into_iter()
        .map(|change| ((change.kind, change.id), (change.what, fields(change.fields))))
        .collect()
}

proptest! {
    #[test]
    fn a_content_does_not_differ_from_itself(content in content()) {
        prop_assert_eq!(compare(&content, &content), Comparison::default());
    }

    #[test]
    fn the_changes_lead_from_one_content_to_the_other(one in content(), other in content()) {
        let Comparison { changes, counts, .. } = compare(&one, &other);
        prop_assert_eq!(counts.added + counts.removed + counts.changed, changes.len(), "each is counted");
        prop_assert_eq!(applied(flat(&one), &changes), flat(&other));
    }

    #[test]
    fn the_other_way_round_it_is_its_mirror(one in content(), other in content()) {
        let mirrored: BTreeMap<_, _> = sorted(compare(&one, &other)).into_iter().map(|(key, (what, fields))| {
            let what = match what {
                ChangeWhat::Added => ChangeWhat::Removed,
                ChangeWhat::Removed => ChangeWhat::Added,
                ChangeWhat::Changed => ChangeWhat::Changed,
            };
            (key, (what, fields.into_iter().map(|(field, [from, to])| (field, [to, from])).collect()))
        }).collect();
        prop_assert_eq!(sorted(compare(&other, &one)), mirrored);
    }

    #[test]
    fn what_is_kept_comes_back_to_the_last_digit(content in content()) {
        let bytes = content.clone().to_bytes().unwrap();
        prop_assert_eq!(&bytes, &content.clone().to_bytes().unwrap(), "the same plan gives the same bytes");
        prop_assert_eq!(PlanContent::from_bytes(&bytes).unwrap(), content);
    }
}

/// One objective with a criterion, an initiative and two tasks that wait for each other.
fn small() -> PlanContent {
    let task = |n: u8, title: &str| {
        record(id(5, n), json!({ "initiative_id": id(4, 1), "title": title, "due": "2027-03-01" }))
    };
    PlanContent {
        plan: record(id(0, 0), json!({ "account_id": id(9, 0), "title": "FY27" })),
        objectives: vec![record(id(1, 1), json!({ "plan_id": id(0, 0), "title": "Ship weekly" }))],
        criteria: vec![record(id(2, 1), json!({ "objective_id": id(1, 1), "name": "Lead time" }))],
        readings: Vec::new(),
        initiatives: vec![record(id(4, 1), json!({ "objective_id": id(1, 1), "title": "Runners" }))],
        tasks: vec![task(1, "Order"), task(2, "Install")],
        dependencies: vec![record(id(6, 1), json!({ "predecessor_id": id(5, 1), "successor_id": id(5, 2) }))],
    }
}

#[test]
fn a_change_says_where_the_record_stands_and_what_went_stands_where_it_stood() {
    let (before, mut after) = (small(), small());
    after.dependencies.clear();
    after.tasks.remove(0);
    after.criteria[0].record.unit = "days".into();
    let Comparison { changes, names, .. } = compare(&before, &after);
    let told: Vec<_> = changes.iter().map(|change| (change.title.as_str(), change.what)).collect();
    use ChangeWhat::{Changed, Removed};
    let order = [("Lead time", Changed), ("Order", Removed), ("Order > Install", Removed)];
    assert_eq!(told, order, "in the order of the outline");
    assert_eq!(changes[1].place, ["Ship weekly", "Runners"], "topmost first");
    assert_eq!(
        names[&id(5, 1).to_string()],
        "Order",
        "an id in a value has its title, though the task is gone"
    );
}

#[test]
fn a_content_of_an_older_program_is_read_with_todays_defaults() {
    let mut old: Value = serde_json::from_slice(&small().to_bytes().unwrap()).unwrap();
    assert_eq!(old["form"], "1", "the form is said");
    old["plan"].as_object_mut().unwrap().remove("approvers").unwrap();
    let read = PlanContent::from_bytes(old.to_string().as_bytes()).unwrap();
    assert_eq!(compare(&read, &small()), Comparison::default(), "what it did not know of is not a change");
}
