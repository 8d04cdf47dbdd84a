//! A record is kept in the columns that its fields have, and comes back from them as it was.
#![allow(clippy::unwrap_used)]

use std::collections::BTreeSet;

use cairn_domain::{
    Account, AsRow as _, Cell, Columns, Country, Currency, Money, Objective, Position, Task, TaskStatus, Zone,
};
use chrono::{DateTime, NaiveDate};
use proptest::prelude::*;
use serde_json::json;
use uuid::Uuid;

/// What stands in the columns of a value.
fn cells<T: Columns>(value: &T) -> Vec<Cell> {
    let mut row = Vec::new();
    value.write(&mut row);
    assert_eq!(row.len(), T::COLUMNS.len(), "as many as it has columns");
    row
}

fn comes_back<T: Columns + PartialEq + std::fmt::Debug>(value: T) {
    assert_eq!(T::read(&mut cells(&value)).as_ref(), Ok(&value));
    let there = Some(value);
    assert_eq!(Option::<T>::read(&mut cells(&there)), Ok(there));
    assert_eq!(Option::<T>::read(&mut cells(&None::<T>)), Ok(None));
}

proptest! {
    #[test]
    fn every_type_of_field_comes_back_as_it_was(
        text in any::<String>(),
        whole in any::<i64>(),
        small in any::<i32>(),
        month in any::<u8>(),
        real in any::<f64>().prop_filter("equal to itself", |real| !real.is_nan()),
        flag in any::<bool>(),
        day in 0_i32..800_000,
        second in 0_i64..4_000_000_000,
        id in any::<u128>(),
        list in proptest::collection::vec(any::<String>(), 0..4),
    ) {
        let day = NaiveDate::from_num_days_from_ce_opt(day + 1).unwrap();
        comes_back(text);
        comes_back(whole);
        comes_back(small);
        comes_back(month);
        comes_back(real);
        comes_back(flag);
        comes_back(day);
        comes_back(DateTime::from_timestamp(second, 0).unwrap());
        comes_back(Uuid::from_u128(id));
        comes_back(list);
        comes_back(Money { minor: whole, currency: Currency::EUR });
        comes_back(TaskStatus::Blocked);
        comes_back(Position::default());
        comes_back(Country::try_from("DE".to_owned()).unwrap());
        comes_back(Zone::try_from("Asia/Tokyo".to_owned()).unwrap());
    }
}

#[test]
fn what_is_none_of_a_fields_values_is_refused_and_said() {
    let refused = |why: Result<TaskStatus, String>| why.unwrap_err();
    assert_eq!(refused(TaskStatus::read(&mut [Cell::Text("asleep".into())])), "asleep is none of its values");
    assert!(i64::read(&mut [Cell::Text("7".into())]).is_err(), "a text is no number");
    assert!(String::read(&mut [Cell::Null]).is_err(), "nothing is no text where one has to be");
    assert!(u8::read(&mut [Cell::Whole(300)]).is_err(), "a number that is too large");
    assert!(Vec::<String>::read(&mut [Cell::Text("[7]".into())]).is_err(), "a list of something else");
    let half = Option::<Money>::read(&mut [Cell::Whole(100), Cell::Null]);
    assert_eq!(half.unwrap_err(), "an amount needs its currency");
    let none = Money::read(&mut [Cell::Whole(100), Cell::Text("XYZ".into())]);
    assert_eq!(none.unwrap_err(), "currency XYZ");
}

#[test]
fn a_field_that_cannot_be_read_is_named() {
    let task: Task =
        serde_json::from_value(json!({ "account_id": Uuid::nil(), "title": "Install" })).unwrap();
    let mut row = Vec::new();
    task.to_row(&mut row);
    let at = Task::columns().iter().position(|column| column.field == "status").unwrap();
    row[at] = Cell::Text("asleep".into());
    assert_eq!(Task::from_row(&mut row.clone()).unwrap_err().0, "status");
    row.truncate(at);
    assert_eq!(Task::from_row(&mut row).unwrap_err().0, "status", "a column that is not there");
}

#[test]
fn an_amount_has_two_columns_and_every_other_field_one_of_its_name() {
    let names =
        |columns: Vec<cairn_domain::Column>| columns.iter().map(|column| column.name()).collect::<Vec<_>>();
    let account = names(Account::columns());
    assert!(account.contains(&"arr_minor".into()) && account.contains(&"arr_currency".into()));
    assert!(!account.contains(&"arr".into()));
    let outcome = json!({ "plan_id": "01a211ee-ea80-7000-8000-0f0000000002", "title": "Ship weekly" });
    let outcome = serde_json::to_value(serde_json::from_value::<Objective>(outcome).unwrap()).unwrap();
    let fields: BTreeSet<String> = outcome.as_object().unwrap().keys().cloned().collect();
    assert_eq!(names(Objective::columns()).into_iter().collect::<BTreeSet<_>>(), fields);
}
