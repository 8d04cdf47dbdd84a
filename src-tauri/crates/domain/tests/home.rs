//! A home is one of several kinds, the same on the wire, in a row and between both, whatever is in the list.
#![allow(clippy::unwrap_used)]

use std::collections::BTreeSet;

use cairn_domain::{
    AccountId, AsRow, Attachment, Cell, Home, Homed, InitiativeId, Kind, Reason, Record, RecordId as _, Task,
    fields_of,
};
use chrono::NaiveDate;
use proptest::prelude::*;
use serde_json::{Value, json};
use uuid::Uuid;

const ID: &str = "01a211ee-ea80-7000-8000-0f0000000002";

/// A record that says what it has to, under some homes.
fn under<R: Record>(homes: &[(&str, &str)]) -> R {
    let mut fields = json!({ "title": "Call", "name": "notes.pdf", "hash": "0".repeat(64) });
    for (key, id) in homes {
        fields[*key] = json!(id);
    }
    serde_json::from_value(fields).unwrap()
}

fn refused<R: Record>(homes: &[(&str, &str)]) -> Option<(String, Reason)> {
    let checked = under::<R>(homes).check(NaiveDate::default());
    checked.err().map(|problem| (problem.field, problem.reason))
}

fn comes_back<R: Record + Homed>(id: Uuid) {
    for (key, kind) in R::HOMES {
        assert_eq!(*key, format!("{}_id", kind.word()), "a key is the word of its kind");
        let record: R = under(&[(key, &id.to_string())]);
        assert_eq!(record.parent(), Some((*kind, id)));
        assert_eq!(record.check(NaiveDate::default()), Ok(()));
        let said = serde_json::to_value(&record).unwrap();
        let given: Vec<_> = R::HOMES
            .iter()
            .filter(|(key, _)| said.get(*key) != Some(&Value::Null))
            .map(|(key, _)| *key)
            .collect();
        assert_eq!(given, [*key], "the other keys are there and empty");
        assert_eq!(said[*key], json!(id));
        assert_eq!(serde_json::from_value::<R>(said).unwrap(), record, "over the wire");
        let mut row = Vec::new();
        record.to_row(&mut row);
        let at = R::columns().iter().position(|column| column.name() == "home_kind").unwrap();
        assert_eq!(row[at..at + 2], [Cell::Text(kind.word().into()), Cell::Text(id.to_string())]);
        assert_eq!(R::from_row(&mut row).unwrap(), record, "over a row");
    }
}

proptest! {
    #[test]
    fn every_home_comes_back_over_the_wire_and_over_a_row(id in any::<u128>()) {
        comes_back::<Task>(Uuid::from_u128(id));
        comes_back::<Attachment>(Uuid::from_u128(id));
    }
}

#[test]
fn a_record_has_one_home_and_the_second_that_is_given_is_named() {
    let second =
        |field: &str, other: &str| Some((field.to_owned(), Reason::SecondHome { other: other.into() }));
    let none = |field: &str| Some((field.to_owned(), Reason::Empty));
    assert_eq!(refused::<Task>(&[]), none("initiative_id"));
    assert_eq!(refused::<Attachment>(&[]), none("reading_id"));
    // The first of the list is the home, whatever was given first.
    let both = [("account_id", ID), ("initiative_id", ID)];
    assert_eq!(refused::<Task>(&both), second("account_id", "initiative_id"));
    assert_eq!(under::<Task>(&both).parent().unwrap().0, Kind::Initiative);
    let all = [("workshop_id", ID), ("touchpoint_id", ID), ("account_id", ID)];
    assert_eq!(refused::<Task>(&all), second("touchpoint_id", "account_id"));
    assert_eq!(
        refused::<Attachment>(&[("task_id", ID), ("sign_off_id", ID)]),
        second("sign_off_id", "task_id")
    );
}

#[test]
fn a_home_is_asked_for_by_the_type_of_its_id() {
    let id: InitiativeId = ID.parse().unwrap();
    let task = Task { home: Home::under(id), ..under(&[]) };
    assert_eq!(task.home.of(), Some(id));
    assert_eq!(task.home.of::<AccountId>(), None, "it is of another kind");
    assert_eq!(task.home.get(), Some((Kind::Initiative, id.uuid())));
    assert_eq!(task, under(&[("initiative_id", ID)]));
}

#[test]
fn a_pair_that_names_no_home_of_the_list_is_refused() {
    let mut row = Vec::new();
    under::<Task>(&[("account_id", ID)]).to_row(&mut row);
    for (at, wrong) in [(0, Cell::Text("reading".into())), (0, Cell::Null), (1, Cell::Text("7".into()))] {
        let mut row = row.clone();
        row[at] = wrong;
        assert_eq!(Task::from_row(&mut row).unwrap_err().0, "home");
    }
}

#[test]
fn what_is_declared_of_a_home_is_declared_of_each_of_its_keys() {
    fn each<R: Record + Homed>() {
        let declared: BTreeSet<&str> = fields_of(R::KIND).iter().map(|field| field.name).collect();
        assert!(R::HOMES.iter().all(|(key, _)| declared.contains(key)), "{declared:?}");
        assert!(!declared.contains("home"), "the pair is the file's alone");
    }
    each::<Task>();
    each::<Attachment>();
}
