//! A plan to print in tests: made-up people of a made-up company, with every kind of value in it.
#![allow(dead_code, reason = "each test program uses its own part of this")]
#![allow(clippy::unwrap_used, clippy::expect_used, reason = "a broken sample is a broken test")]

mod agreed;
pub(crate) mod onboarding;

use std::collections::BTreeMap;

use cairn_documents::{
    Brand, Language, Paper,
    success_plan::{
        Agreement, Author, Closure, Criterion, Initiative, Internal, Note, Objective, Person, Reader,
        Reading, Role, Section, ServedBy, SuccessPlan, Task,
    },
};
use cairn_domain::{
    Audience, CommandPlan, CriterionKind, Direction, InitiativeStatus, Latest, Level, LifecycleStage,
    ObjectiveStatus, PlanType, Priority, Side, SuccessTier, TaskStatus, VerifiableOutcomeStage,
};
use chrono::NaiveDate;
use serde_json::json;

pub(crate) fn day(text: &str) -> NaiveDate {
    text.parse().expect("a date of the sample")
}

const ID: &str = "0199f3a4-0000-7000-8000-000000000002";

/// An id of any kind.
pub(crate) fn id<T: std::str::FromStr>() -> T {
    ID.parse().ok().expect("an id of the sample")
}

pub(crate) fn empty() -> SuccessPlan {
    SuccessPlan {
        plan_id: "0199f3a4-0000-7000-8000-000000000001".parse().expect("an id of the sample"),
        today: day("2026-11-23"),
        calendars: cairn_domain::Calendars::default(),
        language: Language::En,
        paper: Paper::A4,
        reader: Reader::Customer,
        redacted: false,
        sealed: false,
        account: "Nordwind AG".into(),
        title: "Success plan FY27".into(),
        plan_type: PlanType::RoiSuccessPlan,
        period_start: None,
        period_end: None,
        sponsor: String::new(),
        author: Author::default(),
        strategy: String::new(),
        highlights: String::new(),
        outcome_progress: None,
        objectives: Vec::new(),
        agreement: Agreement::default(),
        people: Vec::new(),
        brand: Brand::default(),
        classification: None,
        sections: Section::all(),
        labels: BTreeMap::new(),
    }
}

/// A record of nothing but what is said of it.
pub(crate) fn record<R: serde::de::DeserializeOwned>(said: serde_json::Value) -> R {
    serde_json::from_value(said).expect("a record of the sample")
}

pub(crate) fn objective(title: &str) -> Objective {
    Objective {
        id: id(),
        record: record(json!({ "plan_id": ID, "title": title, "risks_visibility": "customer" })),
        outcome_progress: None,
        work_progress: None,
        criteria: Vec::new(),
        initiatives: Vec::new(),
        served_by: Vec::new(),
    }
}

pub(crate) fn criterion(name: &str, unit: &str, (baseline, target): (f64, f64)) -> Criterion {
    let direction = if target < baseline { Direction::LowerIsBetter } else { Direction::HigherIsBetter };
    let said = json!({
        "objective_id": ID, "name": name, "unit": unit, "direction": direction, "baseline": baseline, "target": target,
    });
    Criterion { id: id(), record: record(said), progress: None, projected: None, readings: Vec::new() }
}

/// A value of a day.
pub(crate) fn reading(date: NaiveDate, value: f64) -> Reading {
    Reading { id: id(), record: record(json!({ "criterion_id": ID, "date": date, "value": value })) }
}

/// Gives a criterion readings and the progress that follows from them.
pub(crate) fn read(mut criterion: Criterion, readings: &[(&str, f64)]) -> Criterion {
    criterion.readings = readings.iter().map(|(date, value)| reading(day(date), *value)).collect();
    if let (Some(baseline), Some(target), Some((_, latest))) =
        (criterion.baseline, criterion.target, readings.last())
    {
        criterion.progress = Some((latest - baseline) / (target - baseline));
    }
    projected(criterion)
}

/// Gives a criterion the day on which the trend of its readings reaches the target.
fn projected(mut criterion: Criterion) -> Criterion {
    let readings = criterion.readings.iter();
    let readings: Vec<Latest> =
        readings.map(|reading| Latest { date: reading.date, value: reading.value }).collect();
    criterion.projected = cairn_domain::projected(&criterion.record, &readings);
    criterion
}

pub(crate) fn task(title: &str, status: TaskStatus, owner: &str, due: &str) -> Task {
    let said = json!({
        "initiative_id": ID, "title": title, "status": status, "owner": owner, "owner_side": "customer", "due": due,
        "visibility": "customer",
    });
    Task { id: id(), record: record(said) }
}

fn initiative(title: &str, status: InitiativeStatus, dri: &str, due: &str, tasks: Vec<Task>) -> Initiative {
    let said = json!({
        "objective_id": ID, "title": title, "status": status, "dri": dri, "due": due, "visibility": "customer",
    });
    Initiative { id: id(), record: record(said), start: None, tasks }
}

/// An initiative of which nothing is known but its tasks.
pub(crate) fn plain_initiative(title: &str, tasks: Vec<Task>) -> Initiative {
    let dated = initiative(title, InitiativeStatus::OnTrack, "", "2026-01-01", tasks);
    {
        let mut it = dated;
        it.due = None;
        it
    }
}

/// What the customer's copy shows.
pub(crate) fn nordwind() -> SuccessPlan {
    SuccessPlan {
        period_start: Some(day("2026-02-01")),
        period_end: Some(day("2027-01-31")),
        sponsor: "Ines Falk, Chief Technology Officer".into(),
        author: Author { name: "Mara Lindt".into(), title: "Customer Success Architect".into() },
        highlights: "Lead time has fallen from 20 to 12.5 days and is on course for 10 by June. Scanning started late: \
                     one criterion moves the wrong way and needs a decision in December."
            .into(),
        strategy: "First make delivery quick enough that a fix is worth finding, then find more of them.\n\n\
                   The platform team changes the shared templates once; the product teams take them over in waves, \
                   so that no team waits for another."
            .into(),
        outcome_progress: Some(0.596),
        objectives: vec![lead_time(), scanning(), new_teams()],
        agreement: agreed::agreement(),
        people: people(),
        ..empty()
    }
}

fn people() -> Vec<Person> {
    let person = |name: &str, title: &str, side, roles: &[Role]| Person {
        name: name.into(),
        title: title.into(),
        side,
        roles: roles.into(),
    };
    vec![
        person("Ines Falk", "Chief Technology Officer", Side::Customer, &[Role::Sponsor]),
        person(
            "Jonas Reuter",
            "Head of Platform",
            Side::Customer,
            &[Role::OutcomeOwner, Role::InitiativeOwner],
        ),
        person(
            "Lea Brandt",
            "Head of Application Security",
            Side::Customer,
            &[Role::OutcomeOwner, Role::TaskOwner],
        ),
        person(
            "Mara Lindt",
            "Customer Success Architect",
            Side::Ours,
            &[Role::Architect, Role::OutcomeOwner, Role::Other("holds the security lab".into())],
        ),
    ]
}

/// The logo of a made-up house, as vectors.
pub(crate) const LOGO: &str = r##"<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 120 32"><path d="M4 28 L16 4 L28 28 Z" fill="#7a3cc0"/><circle cx="44" cy="16" r="11" fill="none" stroke="#7a3cc0" stroke-width="5"/><rect x="64" y="6" width="52" height="8" fill="#7a3cc0"/><rect x="64" y="19" width="36" height="8" fill="#c4a6e6"/></svg>"##;

/// A logo of every kind.
pub(crate) fn logos() -> [(&'static str, Vec<u8>); 4] {
    [
        ("PNG", include_bytes!("logo.png").to_vec()),
        ("JPEG", include_bytes!("logo.jpg").to_vec()),
        ("WebP", include_bytes!("logo.webp").to_vec()),
        ("SVG", LOGO.into()),
    ]
}

/// The same plan on the paper of a house with its own look, for readers of one mark only.
pub(crate) fn branded() -> SuccessPlan {
    SuccessPlan {
        brand: Brand {
            company: "Steinmann Success".into(),
            colour: "#7a3cc0".into(),
            footer: "Steinmann Success GmbH, Hafenstrasse 1, 20457 Hamburg, steinmann.example".into(),
            logo: Some(LOGO.into()),
        },
        classification: Some("VS-NUR FÜR DEN DIENSTGEBRAUCH".into()),
        ..nordwind()
    }
}

/// A plan of many years: the given number of outcomes, three months apart.
pub(crate) fn years(outcomes: u32) -> SuccessPlan {
    let first = day("2024-02-05");
    let objectives = (0..outcomes).map(|number| {
        let start = first + chrono::Months::new(3 * (number % 19));
        let end = start + chrono::Days::new(150);
        let mut step = task("Wave of services", TaskStatus::New, "Platform team", "2026-01-01");
        (step.start, step.due) = (Some(start), Some(start + chrono::Days::new(60)));
        let mut gate = task("Decision", TaskStatus::Blocked, "Platform team", "2026-01-01");
        (gate.milestone, gate.due) = (true, Some(end));
        let mut work = initiative(
            "Take the next sites over",
            InitiativeStatus::Concern,
            "Mara Lindt",
            "2026-01-01",
            vec![step, gate],
        );
        (work.start, work.due) = (Some(start), Some(end));
        {
            let mut it = objective(&format!("Sites of region {} on one toolchain", number + 1));
            it.status = ObjectiveStatus::OnTrack;
            it.owner = "Mara Lindt".into();
            it.initiatives = vec![work];
            it
        }
    });
    SuccessPlan { objectives: objectives.collect(), ..nordwind() }
}

/// A plan of a year with as many outcomes, and as many steps in each: done, under way, and not begun.
pub(crate) fn long(outcomes: u64, steps: u64) -> SuccessPlan {
    let first = day("2026-08-03");
    let objectives = (0..outcomes).map(|number| {
        let tasks = (0..steps).map(|step| {
            let start = first + chrono::Days::new(number * 9 + step * 24);
            let status = match start {
                start if start < day("2026-10-26") => TaskStatus::ClosedSuccess,
                start if start < day("2026-11-23") => TaskStatus::WorkInProgress,
                _ => TaskStatus::New,
            };
            let mut task = task(
                &format!("Step {} of region {}", step + 1, number + 1),
                status,
                "Platform team",
                "2026-01-01",
            );
            (task.start, task.due) = (Some(start), Some(start + chrono::Days::new(20)));
            task.done_date = task.due.filter(|_| status == TaskStatus::ClosedSuccess);
            task
        });
        let title = format!("Take region {} over", number + 1);
        {
            let mut it = objective(&format!("Region {} ships from one toolchain", number + 1));
            it.status = ObjectiveStatus::OnTrack;
            it.initiatives = vec![plain_initiative(&title, tasks.collect())];
            it
        }
    });
    SuccessPlan { objectives: objectives.collect(), ..nordwind() }
}

/// A plan of which one outcome is confirmed and steps of the customer are late: a summary with all its parts.
pub(crate) fn verified() -> SuccessPlan {
    let mut plan = nordwind();
    let done = &mut plan.objectives[2];
    (done.status, done.stage) = (ObjectiveStatus::ClosedSuccess, VerifiableOutcomeStage::Verified);
    done.confirmed_by = "Ines Falk".into();
    done.confirmed_on = Some(day("2026-11-12"));
    done.confirmed_words = "A developer who joins on Monday ships on Friday. We would not go back.".into();
    let runners = &mut plan.objectives[0].initiatives[1];
    runners.tasks = vec![task("Cost report of the runners", TaskStatus::New, "Cloud team", "2026-11-10")];
    plan
}

/// The given number of outcomes, each with everything a summary tells.
pub(crate) fn many(outcomes: usize) -> SuccessPlan {
    let plan = verified();
    let objectives = plan.objectives.iter().cycle().take(outcomes).cloned().collect();
    SuccessPlan { objectives, ..plan }
}

/// The same plan for us.
pub(crate) fn nordwind_internal() -> SuccessPlan {
    let mut plan = nordwind();
    plan.reader = Reader::Internal(Box::new(internal()));
    plan.objectives[1].risks = "The head of security may leave in spring.".into();
    plan.objectives[1].risks_visibility = Audience::Internal;
    let lab = &mut plan.objectives[1].initiatives[0].tasks[0];
    lab.blocked_reason = "No training environment before their network is approved.".into();
    let wave = &mut plan.objectives[0].initiatives[0].tasks[2];
    wave.milestone_risk = Some(Level::High);
    plan.objectives[0].criteria[0].readings[5].note = "The fifth pilot service is still by hand.".into();
    plan
}

pub(crate) fn internal() -> Internal {
    Internal {
        arr: serde_json::from_value(json!({"minor": 48_000_000, "currency": "EUR"})).expect("an amount"),
        tier: Some(SuccessTier::Signature),
        priority: Some(Priority::Pr1),
        stage: Some(LifecycleStage::OptimizeRenew),
        renewal_date: Some(day("2027-01-31")),
        command_plan: Some(Box::new(command_plan())),
        closures: vec![Closure {
            objective: "One toolchain for all sites".into(),
            reason: "Budget moved to the merger".into(),
            outcome: "Two of five sites moved".into(),
        }],
        notes: vec![Note {
            about: "Hands-on security lab".into(),
            text: "Their CISO compares us with another vendor.".into(),
        }],
        dependencies: Vec::new(),
    }
}

fn command_plan() -> CommandPlan {
    let account = "0199f3a4-0000-7000-8000-000000000009".parse().expect("an id of the sample");
    let mut plan = CommandPlan::empty(account);
    plan.why_now = "The auditors asked for proof of scanning by the end of the year.".into();
    plan.economic_buyer = "The board’s technology committee".into();
    plan.competition = "Keeping the three tools they have".into();
    plan.metrics = vec!["Lead time below ten days".into(), "Every release scanned".into()];
    plan
}

fn lead_time() -> Objective {
    let mut lead = read(
        criterion("Median lead time for changes", "days", (20.0, 10.0)),
        &[
            ("2026-01-05", 20.0),
            ("2026-03-02", 19.0),
            ("2026-05-04", 17.5),
            ("2026-07-06", 16.0),
            ("2026-09-07", 14.0),
            ("2026-11-09", 12.5),
        ],
    );
    lead.kind = CriterionKind::Duration;
    lead.target_date = Some(day("2027-06-30"));
    let mut failing = read(
        criterion("Main branch pipelines that fail", "", (30.0, 5.0)),
        &[
            ("2026-02-02", 30.0),
            ("2026-05-04", 24.0),
            ("2026-06-08", 22.0),
            ("2026-08-10", 14.0),
            ("2026-11-09", 11.0),
        ],
    );
    failing.kind = CriterionKind::Percent;
    failing.target_date = Some(day("2027-03-31"));
    let mut pilot = task("Pilot: 5 services", TaskStatus::ClosedSuccess, "Platform team", "2026-11-13");
    pilot.done_date = Some(day("2026-11-13"));
    pilot.start = Some(day("2026-10-19"));
    let mut first = task("Wave 1: 15 services", TaskStatus::WorkInProgress, "Platform team", "2027-01-29");
    first.start = Some(day("2026-11-16"));
    let mut wave = task("Wave 2: 20 services", TaskStatus::New, "Platform team", "2027-03-12");
    wave.milestone = true;
    let mut templates = initiative(
        "Move 40 services to shared pipeline templates",
        InitiativeStatus::OnTrack,
        "Mara Lindt",
        "2027-03-12",
        vec![pilot, first, wave],
    );
    templates.customer_dri = "Jonas Reuter".into();
    templates.update_text = "The pilot is done a week early; wave 1 has its list of services.".into();
    let mut runners = initiative(
        "Runner fleet guidance and right-sizing",
        InitiativeStatus::Watchpoint,
        "Mara Lindt",
        "2026-11-20",
        vec![],
    );
    runners.start = Some(day("2026-10-05"));
    runners.update_text = "Waits for the cost report of the cloud team.".into();
    {
        let mut it = objective("Cut the lead time from commit to production in half");
        it.status = ObjectiveStatus::OnTrack;
        it.stage = VerifiableOutcomeStage::Accepted;
        it.summary = "A change takes three weeks from commit to production, most of it waiting: for a free runner, for a \
                  reviewer, for the weekly release window. Halving it takes the window away."
            .into();
        it.business_impact =
            "If a fix reaches customers within ten days we stop losing renewals to the two competitors \
                          that already do it."
                .into();
        it.successes = "Five services release daily.\nThe release window is gone for them.".into();
        it.owner = "Mara Lindt".into();
        it.customer_owner = "Jonas Reuter".into();
        it.start = Some(day("2026-02-01"));
        it.due = Some(day("2027-06-30"));
        it.outcome_progress = Some(0.755);
        it.work_progress = Some(1.0 / 3.0);
        it.criteria = vec![lead, failing];
        it.initiatives = vec![templates, runners];
        it
    }
}

fn scanning() -> Objective {
    let mut scanned = read(
        criterion("Releases scanned before they ship", "", (10.0, 80.0)),
        &[("2026-08-03", 10.0), ("2026-10-05", 18.0), ("2026-11-16", 24.0)],
    );
    scanned.kind = CriterionKind::Percent;
    scanned.target_date = Some(day("2027-09-30"));
    let mut old = read(
        criterion("Findings older than 90 days", "findings", (40.0, 10.0)),
        &[("2026-08-03", 40.0), ("2026-09-07", 41.0), ("2026-10-12", 44.0), ("2026-11-16", 46.0)],
    );
    old.kind = CriterionKind::Count;
    old.target_date = Some(day("2027-09-30"));
    let mut review = criterion("Days to review a merge request", "days", (9.0, 0.0));
    (review.direction, review.target) = (Direction::InRange, None);
    (review.target_min, review.target_max, review.progress) = (Some(1.0), Some(3.0), Some(0.75));
    review.readings = [("2026-08-03", 9.0), ("2026-10-05", 6.0), ("2026-11-16", 4.5)]
        .map(|(date, value)| reading(day(date), value))
        .into();
    let mut policy = criterion("Scan policy signed", "", (0.0, 1.0));
    policy.kind = CriterionKind::YesNo;
    let policy = read(policy, &[("2026-10-05", 1.0)]);
    let mut lab = task("Hands-on security lab", TaskStatus::Blocked, "Mara Lindt", "2026-12-11");
    lab.start = Some(day("2026-12-01"));
    (lab.owner_side, lab.customer_dri) = (Side::Ours, "Lea Brandt".into());
    {
        let mut it = objective("Every release scanned before it ships");
        it.status = ObjectiveStatus::Watchpoint;
        it.stage = VerifiableOutcomeStage::Proposed;
        it.business_impact = "Our own customers ask for proof before they sign.".into();
        it.risks = "The pilot group for the policies is not chosen yet.".into();
        it.owner = "Mara Lindt".into();
        it.customer_owner = "Lea Brandt".into();
        it.due = Some(day("2027-09-30"));
        it.outcome_progress = Some(0.4375);
        it.work_progress = Some(0.0);
        it.criteria = vec![scanned, old, review, policy];
        it.initiatives = vec![initiative(
            "Policy rollout, phase 2",
            InitiativeStatus::Concern,
            "",
            "2027-02-05",
            vec![lab, task("Policies on 12 groups", TaskStatus::New, "", "2027-01-26")],
        )];
        it
    }
}

fn new_teams() -> Objective {
    {
        let mut it = objective("New teams productive in their first week");
        it.start = Some(day("2027-01-11"));
        it.due = Some(day("2027-04-30"));
        it.served_by = vec![ServedBy {
            title: "Move 40 services to shared pipeline templates".into(),
            status: InitiativeStatus::OnTrack,
            due: Some(day("2027-03-12")),
            home: "Cut the lead time from commit to production in half".into(),
        }];
        it.summary = "A new team needs a month until its first merge request.".into();
        it
    }
}
