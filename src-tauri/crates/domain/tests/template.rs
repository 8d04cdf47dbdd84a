//! Templates by property: what is applied does not differ, what is accepted is as if it were made anew.
#![allow(clippy::unwrap_used, clippy::expect_used)]

use std::collections::BTreeSet;

use cairn_domain::{
    Account, Calendars, Fields, Kind, Live, Part, PartId, Profile, Steps, TemplateContent, TemplateLine,
    TemplateWhat, WorkingCalendar, differences, handled, with_dates, with_needed,
};
use chrono::NaiveDate;
use proptest::prelude::*;
use serde_json::{Value, json};

fn start() -> NaiveDate {
    "2026-11-23".parse().unwrap()
}

/// We are away for a week, the customer is not: dates of the two sides drift apart.
fn calendars() -> Calendars {
    let away = "2026-12-07".parse::<NaiveDate>().unwrap().iter_days().take(5);
    let weekdays = WorkingCalendar::default();
    let ours = WorkingCalendar::new(
        &[
            cairn_domain::Weekday::Monday,
            cairn_domain::Weekday::Tuesday,
            cairn_domain::Weekday::Wednesday,
            cairn_domain::Weekday::Thursday,
            cairn_domain::Weekday::Friday,
        ],
        away,
    );
    Calendars { ours, customer: weekdays }
}

fn content(value: Value) -> TemplateContent {
    serde_json::from_value(value).unwrap()
}

fn account(hosting: &str) -> Profile {
    profile(json!({ "name": "Nordwind", "hosting": hosting }))
}

fn profile(account: Value) -> Profile {
    serde_json::from_value::<Account>(account).unwrap().into()
}

fn applied(content: &TemplateContent) -> Vec<Part> {
    content.parts_for(&account("dedicated")).0
}

/// A plan that was just made of the parts.
fn made(parts: &[Part]) -> Live {
    with_dates(parts, start(), &calendars()).into_iter().map(|part| (part.id(), part.fields)).collect()
}

fn lines(before: &[Part], now: &[Part], live: &Live) -> Vec<TemplateLine> {
    let dated = |parts: &[Part]| with_dates(parts, start(), &calendars());
    differences(&dated(before), &dated(now), live)
}

/// Takes lines over, as the program does with records.
fn take(before: &[Part], now: &[Part], live: &mut Live, chosen: &BTreeSet<String>) -> Vec<Part> {
    let lines = lines(before, now, live);
    let accepted = with_needed(&lines, chosen, before);
    let (done, open): (Vec<_>, Vec<_>) = lines.into_iter().partition(|line| accepted.contains(&line.id));
    let Steps { make, change, remove } = Steps::of(&done, &accepted, &with_dates(now, start(), &calendars()));
    live.extend(make.into_iter().map(|part| (part.id(), part.fields)));
    for (part, fields) in change {
        live.get_mut(&part).unwrap().extend(fields);
    }
    for part in remove {
        delete(live, part);
    }
    handled(before, now, &done, &open)
}

/// Deletes a record with what hangs under it.
fn delete(live: &mut Live, part: PartId) {
    let mut gone = vec![part];
    while let Some(id) = gone.pop() {
        live.remove(&id);
        let under = |(kind, key): &PartId, fields: &Fields| {
            let part = Part { kind: *kind, key: key.clone(), fields: fields.clone() };
            part.needs().contains(&id)
        };
        gone.extend(live.iter().filter(|(id, fields)| under(id, fields)).map(|(id, _)| id.clone()));
    }
}

/// A few objectives, initiatives and tasks with keys from a small pool, so that two templates share some; a task
/// waits only for tasks with a smaller key.
fn templates() -> impl Strategy<Value = TemplateContent> {
    let task = (0_u8..8, 0_u32..30, 0_u32..10, any::<bool>(), prop::collection::btree_set(0_u8..8, 0..3));
    let initiative = (0_u8..4, 0_u32..30, prop::collection::vec(task, 0..4));
    let objective = (0_u8..3, 0_u32..30, prop::collection::vec(initiative, 0..3), any::<bool>());
    (1_u32..30, prop::collection::vec(objective, 0..3)).prop_map(|(weeks, objectives)| {
        let mut seen = BTreeSet::new();
        let mut links: Vec<(String, BTreeSet<u8>)> = Vec::new();
        let mut shown = Vec::new();
        for (number, due, initiatives, conditional) in objectives {
            if !seen.insert(format!("o{number}")) {
                continue;
            }
            let mut under = Vec::new();
            for (number, due, tasks) in initiatives {
                if !seen.insert(format!("i{number}")) {
                    continue;
                }
                let mut steps = Vec::new();
                for (number, from, length, customer, after) in tasks {
                    let key = format!("t{number}");
                    if seen.insert(key.clone()) {
                        links.push((key.clone(), after.into_iter().filter(|one| *one < number).collect()));
                        steps.push(json!({ "key": key, "title": format!("Task {from}"), "start_day": from,
                            "due_day": from + length, "owner_side": if customer { "customer" } else { "ours" } }));
                    }
                }
                under.push(json!({ "key": format!("i{number}"), "title": "Initiative", "due_day": due, "tasks": steps }));
            }
            let when = if conditional { json!([{ "field": "hosting", "not": ["gitlab_com"] }]) } else { json!([]) };
            shown.push(json!({ "key": format!("o{number}"), "title": format!("Objective {due}"),
                "start_day": 0, "due_day": due, "initiatives": under, "when": when }));
        }
        for objective in &mut shown {
            for initiative in objective["initiatives"].as_array_mut().unwrap() {
                for task in initiative["tasks"].as_array_mut().unwrap() {
                    let (_, after) = links.iter().find(|(key, _)| task["key"] == **key).unwrap();
                    let there = after.iter().map(|number| format!("t{number}")).filter(|key| seen.contains(key));
                    task["after"] = there.map(|key| json!({ "key": key })).collect();
                }
            }
        }
        content(json!({ "weeks": weeks, "objectives": shown }))
    })
}

proptest! {
    #[test]
    fn every_generated_template_can_be_used(template in templates()) {
        prop_assert_eq!(template.check(), Ok(()), "else the other properties say nothing");
    }

    #[test]
    fn a_plan_just_made_does_not_differ(template in templates()) {
        let parts = applied(&template);
        prop_assert_eq!(lines(&parts, &parts, &made(&parts)), vec![]);
    }

    #[test]
    fn nothing_begins_before_what_it_waits_for_is_over(template in templates()) {
        let live = made(&applied(&template));
        for ((kind, _), link) in live.iter().filter(|((kind, _), _)| *kind == Kind::Dependency) {
            let date = |end: &str, field: &str| {
                let key = link[end].as_str().unwrap().to_owned();
                live[&(Kind::Task, key)][field].as_str().unwrap().parse::<NaiveDate>().unwrap()
            };
            prop_assert!(date("predecessor", "due") < date("successor", "start"), "{:?} {:?}", kind, link);
        }
    }

    #[test]
    fn an_untouched_plan_that_takes_everything_over_is_as_if_made_anew((old, new) in (templates(), templates())) {
        let (before, now) = (applied(&old), applied(&new));
        let mut live = made(&before);
        let all = lines(&before, &now, &live).into_iter().map(|line| line.id).collect();
        let after = take(&before, &now, &mut live, &all);
        prop_assert_eq!(&live, &made(&now), "fields and dates");
        prop_assert_eq!(lines(&after, &now, &live), vec![], "and nothing differs any more");
    }

    #[test]
    fn what_is_declined_stays_and_is_not_asked_again((old, new) in (templates(), templates())) {
        let (before, now) = (applied(&old), applied(&new));
        let live = made(&before);
        let after = handled(&before, &now, &lines(&before, &now, &live), &[]);
        prop_assert_eq!(lines(&after, &now, &live), vec![]);
    }

    #[test]
    fn any_choice_of_lines_leaves_no_part_without_what_it_hangs_under(
        (old, new, pick) in (templates(), templates(), any::<u64>())
    ) {
        let (before, now) = (applied(&old), applied(&new));
        let mut live = made(&before);
        let offered = lines(&before, &now, &live).into_iter().enumerate();
        let chosen = offered.filter(|(at, _)| pick >> (at % 64) & 1 == 1).map(|(_, line)| line.id).collect();
        take(&before, &now, &mut live, &chosen);
        for ((kind, key), fields) in &live {
            let part = Part { kind: *kind, key: key.clone(), fields: fields.clone() };
            prop_assert!(part.needs().iter().all(|need| live.contains_key(need)), "{:?}", part);
        }
    }
}

/// A day that comes out on the same date as before, though by another way, is no line; it must not speak up once the
/// lines beside it are put aside.
#[test]
fn a_task_that_changes_hands_and_waits_is_asked_about_once() {
    let task = |tasks: Value| {
        content(json!({ "weeks": 1, "objectives": [{ "key": "o", "title": "Outcome",
            "initiatives": [{ "key": "i", "title": "Initiative", "tasks": tasks }] }] }))
    };
    let before = applied(&task(json!([
        { "key": "b", "title": "Second", "owner_side": "customer", "start_day": 25, "due_day": 25 }
    ])));
    let now = applied(&task(json!([
        { "key": "a", "title": "First", "owner_side": "customer", "start_day": 23, "due_day": 24 },
        { "key": "b", "title": "Second", "owner_side": "ours", "start_day": 0, "due_day": 1, "after": [{ "key": "a" }] }
    ])));
    let live = made(&before);
    let offered = lines(&before, &now, &live);
    assert!(!offered.iter().any(|line| line.field.as_deref() == Some("start")), "the same day: {offered:?}");
    let after = handled(&before, &now, &offered, &[]);
    assert_eq!(lines(&after, &now, &live), vec![]);
}

fn two_tasks(due: u32) -> TemplateContent {
    content(json!({ "weeks": 12, "objectives": [{ "key": "o", "title": "Outcome", "initiatives": [{
    "key": "i", "title": "Initiative", "tasks": [
        { "key": "a", "title": "First", "start_day": 0, "due_day": due },
        { "key": "b", "title": "Second", "owner_side": "customer", "start_day": 9, "due_day": 10,
          "after": [{ "key": "a", "lag_days": 1 }] }
    ]}]}]}))
}

#[test]
fn the_customers_task_waits_for_ours_over_our_leave() {
    let live = made(&applied(&two_tasks(12)));
    let of = |key: &str, field: &str| live[&(Kind::Task, key.to_owned())][field].clone();
    assert_eq!(of("a", "due"), "2026-12-16", "twelve working days on, less a week of leave");
    assert_eq!(
        (of("b", "start"), of("b", "due")),
        (json!("2026-12-18"), json!("2026-12-21")),
        "the next working day but one, as long as it was"
    );
}

#[test]
fn the_period_goes_as_far_as_the_work_that_holidays_push_out() {
    let task = json!([{ "key": "a", "title": "Last", "start_day": 0, "due_day": 10 }]);
    let twelve = content(json!({ "weeks": 2, "objectives": [{ "key": "o", "title": "Outcome",
        "initiatives": [{ "key": "i", "title": "Initiative", "tasks": task }] }] }));
    let period = |start: &str| {
        let parts = with_dates(&applied(&twelve), start.parse().unwrap(), &calendars());
        parts.into_iter().find(|part| part.kind == Kind::Plan).unwrap().fields["period_end"].clone()
    };
    assert_eq!(
        period("2026-11-02"),
        json!("2026-11-16"),
        "ten working days and the first are two weeks and a day"
    );
    assert_eq!(period("2026-11-30"), json!("2026-12-21"), "a week of leave later");
}

#[test]
fn an_own_edit_is_shown_and_one_that_says_the_same_is_no_difference() {
    let (before, now) = (applied(&two_tasks(2)), applied(&two_tasks(4)));
    let mut live = made(&before);
    let task = (Kind::Task, "a".to_owned());
    live.get_mut(&task).unwrap().insert("due".into(), json!("2026-11-26"));
    let found = lines(&before, &now, &live);
    let line = found.iter().find(|line| line.key == "a").unwrap();
    assert_eq!(
        (line.what, &line.from, &line.to, &line.yours),
        (TemplateWhat::Changed, &json!("2026-11-25"), &json!("2026-11-27"), &json!("2026-11-26"))
    );
    live.get_mut(&task).unwrap().insert("due".into(), json!("2026-11-27"));
    assert_eq!(lines(&before, &now, &live), vec![], "the plan says so already");
    live.remove(&task);
    assert_eq!(lines(&before, &now, &live), vec![], "what the author deleted is not asked about");
}

#[test]
fn conditions_leave_parts_out_with_what_hangs_under_them() {
    let template = content(json!({ "weeks": 12, "objectives": [
        { "key": "run", "title": "Run it", "when": [{ "field": "hosting", "is": ["self_managed_on_prem"] }],
          "initiatives": [{ "key": "i", "title": "Racks" }] },
        { "key": "use", "title": "Use it", "when": [{ "field": "public_sector", "not": [true] }] }
    ]}));
    let kept = |hosting: &str| -> Vec<String> {
        template.parts_for(&account(hosting)).0.into_iter().map(|part| part.key).collect()
    };
    assert_eq!(kept("self_managed_on_prem"), ["@plan", "run", "i", "use"]);
    assert_eq!(kept("dedicated"), ["@plan", "use"], "and nothing under it");
    let left = template.parts_for(&account("dedicated")).1;
    assert_eq!(left.len(), 2, "both are named: {left:?}");
    let unsaid = profile(json!({ "name": "Nordwind" }));
    assert_eq!(template.parts_for(&unsaid).1.len(), 2, "a field that nobody filled is none of the values");
}
