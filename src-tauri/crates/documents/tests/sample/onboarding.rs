//! An onboarding to print in tests: its checklist, its report, and the brief of its transition.

use std::collections::BTreeMap;

use cairn_documents::{
    Brand, Frame, Language, Paper,
    onboarding::{
        Anchor, Brief, Checklist, Meeting, OnboardingMeasures, Open, Phase, Report, ShownChecklist, Step,
        Strategy, StrategyOutcome,
    },
    success_plan::Author,
};
use cairn_domain::{
    Account, ChecklistState, Contact, Kind, MeasureFact, MeasureState, Measured, Measures, ObjectiveStatus,
    StepLink, StepSide, StepState, TouchpointType,
};
use serde_json::json;

use super::{ID, command_plan, day, id, record};

/// A copy for one reader.
pub(crate) fn frame(internal: bool, title: &str) -> Frame {
    Frame {
        id: "0199f3a4-0000-7000-8000-000000000001".into(),
        today: day("2026-11-23"),
        language: Language::En,
        paper: Paper::A4,
        internal,
        account: "Nordwind AG".into(),
        title: title.into(),
        author: Author { name: "Mara Lindt".into(), title: "Customer success architect".into() },
        brand: Brand::default(),
        classification: None,
        redacted: false,
        sealed: false,
        labels: BTreeMap::new(),
    }
}

fn step(title: &str, side: StepSide, due: &str) -> Step {
    let said = json!({
        "checklist_id": ID, "title": title, "owner_side": side, "required": true, "due": due,
        "visibility": "customer",
    });
    Step { id: id(), record: record(said), provisional: false }
}

fn done(step: Step, on: &str) -> Step {
    {
        let mut it = step;
        it.state = StepState::Done;
        it.done_on = Some(day(on));
        it
    }
}

/// A checklist in the middle: one phase over, one under way with a late and a blocked step, one that waits.
pub(crate) fn run(internal: bool) -> ShownChecklist {
    let mut kickoff = done(step("Hold the kickoff", StepSide::Ours, "2026-11-10"), "2026-11-12");
    kickoff.assignee = "Mara Lindt".into();
    kickoff.evidence = "Notes in the shared project".into();
    let mut names = step("Name the first two teams", StepSide::Customer, "2026-11-18");
    names.role = "Lead of development".into();
    names.why = "They show the others how it goes.".into();
    names.how = "Choose teams that **want** it:\n\n- one with tests\n- one without".into();
    names.links =
        vec![StepLink { title: "Choosing pilots".into(), url: "https://example.com/pilots".into() }];
    names.evidence_wanted = "Their names".into();
    let mut runners = step("Register the runners", StepSide::Customer, "2026-11-30");
    (runners.depth, runners.state) = (1, StepState::Blocked);
    let mut review = step("Look at the first pipelines together", StepSide::Partner, "2026-12-04");
    (review.provisional, review.required) = (true, false);
    let mut baseline = step("Measure where they stand", StepSide::Ours, "2026-11-27");
    (baseline.group_title, baseline.state) = ("Figures".into(), StepState::Skipped);
    let mut agree = step("Agree on the plan", StepSide::Customer, "2026-12-14");
    agree.provisional = true;
    if internal {
        names.note = "Asked twice".into();
        runners.reason = "No machines yet".into();
        baseline.reason = "Known from the trial".into();
    }
    let phase = |title: &str, gate: &str, open, steps| Phase {
        title: title.into(),
        gate: gate.into(),
        open,
        held: false,
        steps,
    };
    ShownChecklist {
        id: id(),
        title: "CSM onboarding".into(),
        state: ChecklistState::Running,
        started_on: day("2026-11-02"),
        closed_on: None,
        anchors: vec![
            Anchor { key: "contract".into(), day: day("2026-11-02") },
            Anchor { key: "move_in".into(), day: day("2026-12-01") },
        ],
        phases: vec![
            phase("Meet", "We share one picture of your goals.", true, vec![kickoff]),
            phase(
                "See first results",
                "Your people use what you bought.",
                true,
                vec![names, runners, review, baseline],
            ),
            phase("Agree", "You agreed on a plan.", false, vec![agree]),
        ],
        delay_reason: internal.then(|| "Their administrator is ill.".into()),
    }
}

pub(crate) fn checklist(internal: bool) -> Checklist {
    Checklist { frame: frame(internal, "CSM onboarding"), run: run(internal) }
}

fn fact(date: &str, kind: Kind, field: &str, title: &str) -> MeasureFact {
    MeasureFact { date: day(date), kind, id: id(), title: title.into(), field: field.into() }
}

fn measured(days: Option<i64>, target: i64, state: MeasureState, from: Vec<MeasureFact>) -> Measured {
    Measured { days, target, state, forecast: None, from }
}

fn measures() -> OnboardingMeasures {
    let started = || fact("2026-11-02", Kind::Checklist, "started_on", "CSM onboarding");
    let contract = || fact("2026-11-02", Kind::Checklist, "anchors", "CSM onboarding");
    let call = || fact("2026-11-12", Kind::Touchpoint, "held_on", "Kickoff with the board");
    let end = measured(None, 45, MeasureState::OnTrack, vec![started()]);
    OnboardingMeasures {
        measures: Measures {
            time_to_engage: measured(Some(10), 14, MeasureState::Met, vec![started(), call()]),
            kickoff: measured(Some(10), 14, MeasureState::Met, vec![contract(), call()]),
            second_call: measured(None, 30, MeasureState::OnTrack, vec![contract()]),
            time_to_first_value: measured(None, 14, MeasureState::Behind, vec![contract()]),
            time_to_onboard: Measured { forecast: Some(day("2026-12-14")), ..end },
            not_engaged: false,
            is_late: true,
        },
        delay_reason: "Their administrator is ill.".into(),
    }
}

pub(crate) fn report(internal: bool) -> Report {
    let meeting = Meeting {
        on: day("2026-11-12"),
        what: Some(TouchpointType::Kickoff),
        subject: "Kickoff with the board".into(),
    };
    Report {
        frame: frame(internal, ""),
        runs: vec![run(internal)],
        meetings: vec![meeting],
        measures: internal.then(measures),
    }
}

/// Nothing has been started.
pub(crate) fn unstarted() -> Report {
    Report { runs: Vec::new(), meetings: Vec::new(), ..report(false) }
}

fn customer() -> Account {
    serde_json::from_value(json!({
        "name": "Nordwind AG", "success_tier": "signature", "lifecycle_stage": "onboard", "industry": "Energy",
        "city": "Hamburg", "other_sites": ["Aarhus"], "sentiment": "green", "sentiment_reason": "Sponsor is engaged.",
        "arr": { "minor": 48_000_000, "currency": "EUR" }, "renewal_date": "2027-10-31", "customer_since": "2026-11-02",
        "high_availability": "no", "backup_and_dr": "Nightly", "licensed_seats": 400, "subscription_plan": "ultimate",
        "tool_stack": [{ "area": "ci", "tool": "Jenkins", "satisfaction": "low", "appetite": "high", "contract_end": "2027-03-31" }],
        "account_team": [{ "role": "AE", "name": "Tomke Harms" }],
        "links": [{ "system": "Tickets", "id": "4711", "url": "https://tickets.example.com/4711" }],
        "notes": "Talk to Tomke before naming seats.",
    }))
    .expect("an account of the sample")
}

fn contact(name: &str, persona: &str) -> Contact {
    let account = "0199f3a4-0000-7000-8000-000000000009";
    serde_json::from_value(json!({
        "account_id": account, "name": name, "title": "Board", "persona": persona, "influence": "high", "sentiment": "positive",
    }))
    .expect("a contact of the sample")
}

pub(crate) fn brief() -> Brief {
    let outcome = StrategyOutcome {
        title: "Halve the lead time".into(),
        status: ObjectiveStatus::OnTrack,
        owner: "Mara Lindt".into(),
        due: Some(day("2027-03-31")),
    };
    Brief {
        frame: frame(true, ""),
        customer: Box::new(customer()),
        contacts: vec![contact("Lea Brandt", "user"), contact("Jonas Reuter", "champion")],
        command_plan: Some(Box::new(command_plan())),
        strategies: vec![Strategy {
            title: "Success plan FY27".into(),
            strategy: "First quick, then safe.".into(),
            outcomes: vec![outcome],
        }],
        runs: vec![run(true)],
        open: vec![Open {
            title: "Send the slides".into(),
            owner: "Mara Lindt".into(),
            due: Some(day("2026-11-20")),
        }],
    }
}

/// Nothing is known but the name.
pub(crate) fn bare_brief() -> Brief {
    Brief {
        customer: Box::new(serde_json::from_value(json!({ "name": "Nordwind AG" })).expect("an account")),
        contacts: Vec::new(),
        command_plan: None,
        strategies: Vec::new(),
        runs: Vec::new(),
        open: Vec::new(),
        ..brief()
    }
}
