//! The documents of an onboarding, kept as text and as pictures; each checked for PDF/UA-1.
#![allow(clippy::unwrap_used, clippy::expect_used)]

mod checks;
mod sample;

use cairn_documents::{
    Frame,
    onboarding::{self, Brief, Checklist, Phase, Report, Step},
};
use cairn_domain::{Declared as _, StepLink};
use checks::{Printed, keep_preview, looks_like};
use sample::onboarding::{bare_brief, brief, checklist, report, unstarted};

const REPORT: &str = "Onboarding report, Nordwind AG";

fn print(input: &Report) -> Printed {
    keep_preview(&onboarding::report(input).expect("a report always prints"))
}

fn print_checklist(input: &Checklist) -> Printed {
    keep_preview(&onboarding::checklist(input).expect("a checklist always prints"))
}

fn print_brief(input: &Brief) -> Printed {
    keep_preview(&onboarding::brief(input).expect("a brief always prints"))
}

#[test]
fn the_report_for_each_reader() {
    for internal in [false, true] {
        let printed = print(&report(internal));
        printed.is_sound(REPORT);
        let name = if internal { "our_report" } else { "the_customers_report" };
        insta::assert_snapshot!(name, printed.layout());
        looks_like(&printed, 1, if internal { "onboarding_internal" } else { "onboarding" });
    }
}

#[test]
fn the_checklist_for_each_reader() {
    for internal in [false, true] {
        let printed = print_checklist(&checklist(internal));
        printed.is_sound("CSM onboarding, Nordwind AG");
        let name = if internal { "our_checklist" } else { "the_customers_checklist" };
        insta::assert_snapshot!(name, printed.layout());
    }
    looks_like(&print_checklist(&checklist(false)), 1, "checklist");
}

#[test]
fn the_brief_of_a_transition_follows_the_agenda_of_its_meeting() {
    let printed = print_brief(&brief());
    printed.is_sound("Internal transition, Nordwind AG");
    insta::assert_snapshot!("the_brief", printed.layout());
    looks_like(&printed, 1, "transition_brief");
    let text = printed.text();
    let (champion, user) = (text.find("Jonas Reuter"), text.find("Lea Brandt"));
    assert!(champion < user, "the champion stands first: {text}");
    assert!(text.contains("No economic buyer is recorded"), "what lacks is asked for: {text}");
}

#[test]
fn a_brief_of_what_nobody_recorded_is_a_list_of_questions() {
    let printed = print_brief(&bare_brief());
    printed.is_sound("Internal transition, Nordwind AG");
    let text = printed.text();
    for item in ["1. The organisation", "2. Stakeholders", "4. What was sold", "6. Open tickets and tasks"] {
        assert!(text.contains(item), "the item stands on the agenda: {item}: {text}");
    }
    assert_eq!(text.matches(": ask ").count(), 9, "one question for each that lacks: {text}");
}

#[test]
fn a_phase_is_complete_when_all_that_counts_in_it_is_over() {
    let mut input = report(false);
    let step = |at: usize| input.runs[0].phases[at].steps[0].clone();
    let (done, open) = (step(0), step(1));
    let optional = |step: &Step| {
        let mut it = step.clone();
        it.required = false;
        it
    };
    let phases = [
        ("Required", true, false, vec![done.clone(), optional(&open)]),
        ("Half", true, false, vec![done.clone(), open.clone()]),
        ("Optional", true, false, vec![optional(&done), optional(&open)]),
        ("Behind", true, false, vec![optional(&done)]),
        ("Held", true, true, vec![done.clone()]),
        ("Shut", false, true, vec![done]),
    ];
    input.runs[0].phases = phases
        .map(|(title, open, held, steps)| Phase {
            title: title.into(),
            gate: String::new(),
            open,
            held,
            steps,
        })
        .into();
    let text = print(&input).text();
    for (row, why) in [
        ("Required 1 of 1 complete", "what is optional keeps nothing waiting"),
        ("Half 1 of 2 under way", "what is required does"),
        ("Optional 1 of 2 under way", "where nothing is required, everything counts"),
        ("Behind 1 of 1 complete", "and is over in the end"),
        ("Held 1 of 1 under way", "a step that this reader does not see is still open"),
        ("Shut 1 of 1 waits", "and so is the gate before it"),
    ] {
        assert!(text.contains(row), "{row}: {why}: {text}");
    }
}

#[test]
fn an_onboarding_that_nobody_started_says_so() {
    let text = print(&unstarted()).text();
    assert!(text.contains("No checklist has been started yet."), "{text}");
}

#[test]
fn what_is_ours_alone_is_in_our_copy_and_never_in_the_customers() {
    let secrets = [
        "Their administrator is ill.",
        "No machines yet",
        "Asked twice",
        "Time to engage",
        "Internal: not for the customer",
    ];
    let copies = |internal| print(&report(internal)).text() + &print_checklist(&checklist(internal)).text();
    let (ours, theirs) = (copies(true), copies(false));
    for secret in secrets {
        assert!(ours.contains(secret), "our copy shows {secret}: {ours}");
        assert!(!theirs.contains(secret), "the customer's has no place for {secret}");
    }
}

#[test]
fn what_a_step_tells_stands_on_the_page() {
    let text = print_checklist(&checklist(false)).text();
    for told in [
        "1 of 6 steps done, 1 skipped, 1 overdue",
        "Blocked",
        "expected",
        "optional",
        "Lead of development Nordwind AG",
        "To be shown by: Their names",
        "Shown by: Notes in the shared project",
        "Before the next phase: We share one picture of your goals.",
        "Complete when: You agreed on a plan.",
        "Move in",
        "Choosing pilots",
    ] {
        assert!(text.contains(told), "{told}: {text}");
    }
}

#[test]
fn texts_of_any_kind_are_set_as_they_are() {
    let nasty = "#let x = 1 $a$ \u{5e9}\u{5dc} *b* <script> \u{10fffd} \\ \u{0}";
    let mut input = checklist(true);
    input.run.title = nasty.into();
    input.frame = Frame { title: nasty.into(), account: nasty.into(), ..input.frame };
    input.run.delay_reason = Some(nasty.into());
    for step in input.run.phases.iter_mut().flat_map(|phase| &mut phase.steps) {
        step.edit_texts(&mut |_, text| *text = nasty.into());
        step.links = vec![StepLink { title: nasty.into(), url: "https://example.com/a".into() }];
    }
    for phase in &mut input.run.phases {
        (phase.title, phase.gate) = (nasty.into(), nasty.into());
    }
    let printed = print_checklist(&input);
    assert!(printed.text().contains("#let x = 1 $a$"), "as text: {}", printed.text());
    let report = Report { runs: vec![input.run], ..report(true) };
    assert!(print(&report).text().contains("<script>"), "in the report too");
}
