//! The leak check: every field of every record around a plan holds a mark of its own; a customer's copy, in every
//! format, holds those that `leak/customer.json` allows and no other.
//!
//! Fields are found by going over the records' own JSON, so that a new one is marked by itself. Owns what is allowed.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::disallowed_methods)]

#[path = "leak/customer.rs"]
mod customer;
#[path = "leak/marks.rs"]
mod marks;
#[path = "leak/onboarding.rs"]
mod onboarding;
mod process;
#[path = "leak/read.rs"]
mod read;

use cairn_domain::StepSide;
use cairn_wire::DocumentFormat;
use customer::Printed;
use marks::Marks;
use process::{Bench, Sitting};
use proptest::prelude::*;
use read::{Copy, read};
use serde_json::{Value, json};

/// Every format that a document comes in.
const FORMATS: [DocumentFormat; 4] =
    [DocumentFormat::Pdf, DocumentFormat::Md, DocumentFormat::Csv, DocumentFormat::Xlsx];

/// How a format is called, and what it must at least tell: a format that tells nothing leaks nothing either.
fn told(format: DocumentFormat) -> &'static [&'static str] {
    match format {
        DocumentFormat::Pdf => &["plan.", "objective.", "criterion.", "reading.", "initiative.", "task."],
        DocumentFormat::Md => {
            &["objective.title", "objective.summary", "criterion.name", "initiative.title", "task.title"]
        }
        DocumentFormat::Csv => &["task.title", "task.owner"],
        DocumentFormat::Xlsx => &[
            "objective.title",
            "objective.s",
            "objective.risks",
            "objective.business_impact",
            "objective.owner",
            "objective.customer_owner",
            "objective.due",
            "criterion.",
            "reading.",
            "initiative.",
            "task.",
        ],
    }
}

/// The switches that stand on records.
#[derive(Clone, Copy, Debug)]
struct Switches {
    risks: bool,
    note: bool,
    initiative: bool,
    task: bool,
    verified: bool,
}

/// Fields that a customer's copy may show, under these switches.
fn allowed(field: &str, switches: Switches) -> bool {
    let (record, rest) = field.split_once('.').unwrap();
    let (kind, rest) = match record {
        // A person of the plan is name, title, role; the other contact is in no plan.
        "contact" => return false,
        "sponsor" => ("contact", rest),
        // What was signed first, and corrected since.
        "sign_off_before" => ("sign_off", rest),
        // What was frozen, and is said otherwise now, is what the record was.
        "frozen" => rest.split_once('.').unwrap(),
        kind => (kind, rest),
    };
    let printed = match customer::printed("plan", kind, rest) {
        Printed::Always => true,
        Printed::Switched("risks_visibility") => switches.risks,
        Printed::Switched("note_visibility") => switches.note,
        Printed::Switched(other) => panic!("{other} is no switch of these records"),
        Printed::Never => false,
    };
    let seen = match kind {
        "initiative" => switches.initiative,
        "task" => switches.initiative && switches.task,
        "objective" => switches.verified || !rest.starts_with("confirmed_"),
        _ => true,
    };
    printed && seen
}

/// What is allowed, and yet not in every document: the day a step was due stands nowhere once it is done, and a page
/// shows a range only where a criterion's direction is one.
fn may_be_absent(field: &str) -> bool {
    matches!(field, "task.due" | "sponsor.name" | "criterion.target_min" | "criterion.target_max")
}

/// The kinds of record that are marked below, or hold no text of their own. A new one has to be put there.
const MARKED: [&str; 18] = [
    "me",
    "brand",
    "account",
    "contact",
    "touchpoint",
    "workshop",
    "command_plan",
    "plan",
    "plan_version",
    "objective",
    "criterion",
    "reading",
    "initiative",
    "task",
    "dependency",
    "attachment",
    "checklist",
    "checklist_step",
];
/// Kinds that no document reads: they belong to no customer.
const NOT_READ: [&str; 4] = ["workspace", "backup", "template", "checklist_template"];

struct Workspace {
    bench: Bench,
    sitting: Sitting,
    marks: Marks,
    account: String,
    plan: String,
    checklist: String,
}

fn id(value: &Value) -> String {
    value["id"].as_str().unwrap().to_owned()
}

fn audience(customer: bool) -> &'static str {
    if customer { "customer" } else { "internal" }
}

/// A workspace in which every field holds its mark.
fn workspace(switches: Switches) -> Workspace {
    let bench = Bench::new();
    let mut sitting = bench.sitting();
    let mut marks = Marks::default();
    std::fs::write(bench.path("needed.txt"), marks::CONTENT).unwrap();
    sitting.call("blob.put", &json!({ "path": bench.path("needed.txt") }));
    let mut make = |kind: &str, fields: Value| id(&sitting.call(&format!("{kind}.create"), &fields));
    let account = make("account", marks.account("account"));
    let other = make("account", marks.account("other_account"));
    let contact = make("contact", marks.contact("contact", &account));
    let mut touched = Vec::new();
    for (name, seen) in [("touchpoint", true), ("hidden_touchpoint", false)] {
        let mut touchpoint = marks.touchpoint(name, &account, &contact);
        touchpoint["visibility"] = audience(seen).into();
        let touchpoint = make("touchpoint", touchpoint);
        let mut workshop = marks.workshop(&format!("{name}_workshop"), &account, &contact);
        workshop["visibility"] = audience(seen).into();
        let workshop = make("workshop", workshop);
        for (home, of) in [("touchpoint_id", &touchpoint), ("workshop_id", &workshop)] {
            let mut action = marks.task(&format!("{name}.{home}.task"), home, of);
            action["visibility"] = audience(seen).into();
            make("task", action);
        }
        touched = vec![("touchpoint_id", touchpoint), ("workshop_id", workshop)];
    }
    let sponsor = marks.contact("sponsor", &account);
    let sponsor_name = sponsor["name"].clone();
    make("contact", sponsor);
    let plan = marks.plan("plan", &account, &sponsor_name);
    let plan = make("plan", plan);
    let other_plan = marks.plan("other_plan", &other, &json!("Zqnobody"));
    make("plan", other_plan);

    let mut objective = marks.objective("objective", &plan);
    objective["risks_visibility"] = audience(switches.risks).into();
    let confirmation =
        ["confirmed_by", "confirmed_on", "confirmed_words"].map(|field| objective[field].clone());
    let objective = make("objective", objective);
    let gone = make("objective", marks.objective_deleted("deleted_objective", &plan));
    let criterion = make("criterion", marks.criterion("criterion", &objective));
    let mut reading = marks.reading("reading", &criterion);
    reading["note_visibility"] = audience(switches.note).into();
    let reading = make("reading", reading);
    let mut initiative = marks.initiative("initiative", &objective);
    initiative["visibility"] = audience(switches.initiative).into();
    let initiative_dri = initiative["dri"].clone();
    let initiative = make("initiative", initiative);
    let mut task = marks.task("task", "initiative_id", &initiative);
    task["visibility"] = audience(switches.task).into();
    let now = json!({
        "dri": initiative_dri, "owner": task["owner"], "blocked_reason": task["blocked_reason"],
    });
    let task = make("task", task);
    let waits = make("task", json!({ "initiative_id": initiative, "title": "Waits" }));
    make("dependency", json!({ "predecessor_id": task, "successor_id": waits, "lag_days": 7 }));
    for (name, seen) in [("account_task", true), ("hidden_account_task", false)] {
        let mut outside = marks.task(name, "account_id", &account);
        outside["visibility"] = audience(seen).into();
        make("task", outside);
    }
    let checklist = marks.checklist("checklist", &account);
    let phase = checklist["phases"][0]["title"].clone();
    let checklist = make("checklist", checklist);
    for (name, seen, open) in [
        ("checklist_step", true, None),
        ("open_checklist_step", true, Some(StepSide::Customer)),
        ("our_open_checklist_step", true, Some(StepSide::Ours)),
        ("advised_open_checklist_step", true, Some(StepSide::Customer)),
        ("hidden_checklist_step", false, None),
        ("hidden_open_checklist_step", false, Some(StepSide::Customer)),
    ] {
        let mut step = marks.checklist_step(name, &checklist, &phase, open);
        step["visibility"] = audience(seen).into();
        // Of one of theirs the advice is for us.
        step["guidance_for"] = audience(name != "advised_open_checklist_step").into();
        make("checklist_step", step);
    }
    // One of which the customer sees no step.
    let ours = marks.checklist("our_checklist", &account);
    let phase = ours["phases"][0]["title"].clone();
    let ours = make("checklist", ours);
    let mut step = marks.checklist_step("our_checklist.step", &ours, &phase, Some(StepSide::Customer));
    step["visibility"] = audience(false).into();
    make("checklist_step", step);
    let file = bench.path("evidence.txt");
    std::fs::write(&file, marks.text("attachment.content")).unwrap();
    let blob = sitting.call("blob.put", &json!({ "path": file }));
    let homes = [
        ("objective_id", &objective),
        ("reading_id", &reading),
        ("task_id", &task),
        ("account_id", &account),
    ];
    let touched = touched.iter().map(|(home, of)| (*home, of));
    for (home, of) in homes.into_iter().chain(touched) {
        let name = marks.text(&format!("attachment.{home}.name"));
        let seen = if home == "task_id" { "customer" } else { "internal" };
        let file = json!({ home: of, "name": name, "hash": blob["hash"], "visibility": seen });
        sitting.call("attachment.create", &file);
    }
    if switches.verified {
        let [by, on, words] = confirmation;
        sitting.call("objective.update", &json!({ "id": objective, "version": 1, "stage": "delivered" }));
        // What was confirmed first and corrected since, and why, is nobody's but ours.
        let [before, reason] = ["before", "reason"].map(|of| marks.text(&format!("past_confirmation.{of}")));
        let mut verify =
            json!({ "id": objective, "version": 2, "confirmed_by": by, "confirmed_on": on, "words": before });
        sitting.call("objective.verify", &verify);
        for (field, value) in [("version", json!(3)), ("words", words), ("reason", json!(reason))] {
            verify[field] = value;
        }
        sitting.call("objective.correct_verification", &verify);
    }
    sitting.call("objective.delete", &json!({ "id": gone }));
    sitting.call("command_plan.update", &marks.command_plan("command_plan", &account));
    sitting.call("me.update", &marks.me("me"));
    sitting.call("brand.update", &marks.brand("brand"));
    let [name, agreed_by, note] =
        ["name", "agreed_by", "note"].map(|field| marks.text(&format!("plan_version.{field}")));
    let frozen = ["initiative.dri", "task.owner", "task.blocked_reason"];
    let [dri, owner, reason] = frozen.map(|field| marks.text(&format!("frozen.{field}")));
    reworked(
        &mut sitting,
        [&initiative, &task],
        1,
        &json!({ "dri": dri, "owner": owner, "blocked_reason": reason }),
    );
    let freeze = json!({ "id": plan, "name": name, "agreed_by": agreed_by, "note": note });
    let version = id(&sitting.call("plan.freeze", &freeze));
    reworked(&mut sitting, [&initiative, &task], 2, &now);
    let [person, words] = ["person", "words"].map(|field| marks.text(&format!("sign_off.{field}")));
    let on = marks.day("sign_off.signed_on");
    let [before, reason] = ["sign_off_before.words", "sign_off.reason"].map(|field| marks.text(field));
    let sign = json!({ "version_id": version, "person": person, "on": on, "words": before });
    let signed = sitting.call("plan.sign_off", &sign);
    let correct = json!({ "id": signed["signed"][0]["id"], "words": words, "reason": reason });
    sitting.call("sign_off.correct", &correct);
    // What a field once held is history.
    let view = sitting.call("plan.get", &json!({ "id": plan }));
    let (now, before) = (view["highlights"].clone(), marks.text("history.highlights"));
    for (version, text) in [(1, json!(before)), (2, now)] {
        sitting.call("plan.update", &json!({ "id": plan, "version": version, "highlights": text }));
    }
    Workspace { bench, sitting, marks, account, plan, checklist }
}

/// Says otherwise who does an initiative and its task, and what that waits for.
fn reworked(sitting: &mut Sitting, [initiative, task]: [&String; 2], version: u32, said: &Value) {
    let dri = json!({ "id": initiative, "version": version, "dri": said["dri"] });
    sitting.call("initiative.update", &dri);
    let (owner, reason) = (&said["owner"], &said["blocked_reason"]);
    let step = json!({ "id": task, "version": version, "owner": owner, "blocked_reason": reason });
    sitting.call("task.update", &step);
}

impl Workspace {
    fn export(&mut self, request: &Value) -> Copy {
        let format = request["format"].as_str().unwrap_or_default().to_owned();
        let path = self.bench.path(&format!("copy.{format}"));
        let mut whole = json!({ "document": "success-plan", "id": self.plan, "path": path });
        whole.as_object_mut().unwrap().extend(request.as_object().unwrap().clone());
        self.sitting.call("document.export", &whole);
        read(&path, &format)
    }
}

fn word(format: DocumentFormat) -> String {
    serde_json::to_value(format).unwrap().as_str().unwrap().to_owned()
}

fn check(switches: Switches) -> Result<(), TestCaseError> {
    let mut workspace = workspace(switches);
    for format in FORMATS {
        let copy = workspace.export(&json!({ "format": word(format) }));
        for (field, mark) in workspace.marks.all() {
            let (shown, may) = (copy.holds(mark), allowed(field, switches));
            prop_assert!(
                may || !shown,
                "{format:?}: {field} ({mark:?}) is not for the customer, {switches:?}"
            );
            let told = told(format).iter().any(|told| field.starts_with(told));
            let must = may && !may_be_absent(field) && (told || format == DocumentFormat::Pdf);
            prop_assert!(
                shown || !must,
                "{format:?}: {field} ({mark:?}) is not there, {switches:?}: {}",
                copy.text()
            );
        }
        for word in ["PR1", "Essentials", "Champion", "Negative", "Will churn"] {
            prop_assert!(!copy.text().contains(word), "{format:?}: {word} is a word of ours");
        }
    }
    let summary = workspace.export(&json!({ "format": "pdf", "document": "summary" }));
    for (field, mark) in workspace.marks.all() {
        prop_assert!(
            allowed(field, switches) || !summary.holds(mark),
            "the summary shows {field} ({mark:?})"
        );
    }
    let ours = workspace.export(&json!({ "format": "pdf", "audience": "internal" }));
    let arr = workspace.marks.all().find(|(field, _)| *field == "account.arr.minor").unwrap().1;
    prop_assert!(ours.holds(arr), "our own copy has the amount, so that it would be found: {}", ours.text());
    for field in ["command_plan.why_now", "command_plan.metrics.0", "account.notes"] {
        let mark = workspace.marks.all().find(|(name, _)| *name == field).unwrap().1;
        prop_assert!(ours.holds(mark), "our own copy has {field}: {}", ours.text());
    }
    workspace.check_onboarding();
    workspace.sitting.end();
    Ok(())
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 4, max_shrink_iters: 0, failure_persistence: None, ..Default::default() })]

    #[test]
    fn a_customers_copy_holds_what_is_allowed_and_no_other_field(
        (risks, note, initiative, task, verified) in any::<(bool, bool, bool, bool, bool)>()
    ) {
        check(Switches { risks, note, initiative, task, verified })?;
    }
}

#[test]
fn with_every_switch_on_and_with_every_switch_off_nothing_leaks() {
    for on in [true, false] {
        check(Switches { risks: on, note: on, initiative: on, task: on, verified: on }).unwrap();
    }
}

#[test]
fn every_kind_of_record_is_marked() {
    for command in cairn_wire::commands() {
        let made = command.name.strip_suffix(".create").or_else(|| command.name.strip_suffix(".update"));
        if let Some(kind) = made.filter(|kind| !NOT_READ.contains(kind)) {
            assert!(MARKED.contains(&kind), "{kind} holds no marks: what stands in it could leak unseen");
        }
    }
}

#[test]
fn no_redacted_name_and_no_redacted_host_is_in_any_format() {
    let all = Switches { risks: true, note: true, initiative: true, task: true, verified: true };
    let mut workspace = workspace(all);
    let plan = workspace.sitting.call("plan.get", &json!({ "id": workspace.plan }));
    let named = workspace.marks.all().filter(|(field, _)| {
        let people = ["owner", "customer_owner", "dri", "customer_dri", "confirmed_by", "sponsor", "who"];
        let mut parts = field.split('.');
        let (record, last) = (parts.next().unwrap_or_default(), parts.next_back().unwrap_or_default());
        // Of the plan's own records: who is named elsewhere only is not known.
        let here = ["plan", "objective", "reading", "initiative", "task"].contains(&record);
        here && people.contains(&last)
            || matches!(*field, "me.name" | "sponsor.name" | "contact.name" | "account.account_team.0.name")
            || matches!(*field, "plan.approvers.0.name" | "plan_version.agreed_by" | "sign_off.person")
            || matches!(*field, "frozen.initiative.dri" | "frozen.task.owner")
    });
    let names: Vec<String> = named.map(|(_, mark)| mark.to_string()).collect();
    assert!(names.len() > 8, "people stand in many fields: {names:?}");
    let hosts = ["git.nordwind.example", "10.20.30.40", "2001:db8::77", "runner01.intern"];
    let prose = format!(
        "{} met {}, {}@nordwind.example, see https://git.nordwind.example/x, 10.20.30.40, 2001:db8::77, \
         runner01.intern.",
        names.join(", "),
        names[0].to_uppercase(),
        names[1].to_lowercase()
    );
    let change =
        json!({ "id": workspace.plan, "version": plan["version"], "strategy": prose, "title": prose[..150] });
    workspace.sitting.call("plan.update", &change);
    for format in FORMATS {
        for (document, audience) in
            [("success-plan", "customer"), ("success-plan", "internal"), ("summary", "customer")]
        {
            if document == "summary" && format != DocumentFormat::Pdf {
                continue;
            }
            let request = json!({ "format": word(format), "document": document, "audience": audience });
            let with = |redact: Value| {
                let mut request = request.clone();
                request["redact"] = redact;
                request
            };
            let (open, closed) =
                (workspace.export(&request), workspace.export(&with(json!(["names", "hosts"]))));
            let found = |copy: &Copy| names.iter().any(|name| copy.says(name));
            assert!(found(&open), "{format:?} {document}: names are there to be found");
            for name in &names {
                assert!(
                    !closed.says(name),
                    "{format:?} {document} {audience}: {name} is redacted: {}",
                    closed.text()
                );
            }
            for host in hosts {
                assert!(
                    !closed.says(host),
                    "{format:?} {document} {audience}: {host} is redacted: {}",
                    closed.text()
                );
            }
            assert!(closed.text().contains("person 1"), "{format:?}: a mark in its place: {}", closed.text());
            let half = workspace.export(&with(json!(["hosts"])));
            assert!(found(&half) && !half.says(hosts[0]), "{format:?}: one of the two alone");
        }
    }
    let preview = workspace.sitting.call(
        "document.preview",
        &json!({ "document": "success-plan", "id": workspace.plan, "redact": ["names", "hosts"] }),
    );
    let left_out = preview["left_out"].as_array().unwrap();
    for what in ["names", "hosts"] {
        let items = left_out.iter().find(|one| one["what"] == what).map(|one| one["items"].to_string());
        assert!(items.is_some_and(|items| items.contains(" 1] ")), "the preview lists {what}: {left_out:?}");
    }
    workspace.check_redaction();
    workspace.sitting.end();
    let path = workspace.bench.path("by-hand.pdf");
    let to = path.to_str().unwrap();
    let export =
        ["export", "success-plan", &workspace.plan, "--format", "pdf", "--redact", "names,hosts", "-o", to];
    assert!(workspace.bench.command(&export).status().unwrap().success(), "the command line has the switch");
    let closed = read(&path, "pdf");
    assert!(!closed.says(&names[0]) && !closed.says(hosts[0]), "and it does the same: {}", closed.text());
}
