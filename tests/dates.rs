//! Dates, through whole processes: which days count, what follows from a change, and what contradicts what.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::disallowed_methods)]

mod process;

use process::{Bench, Sitting};
use serde_json::{Value, json};

/// A plan with one initiative, on 25 November 2026.
struct PlanFixture {
    sitting: Sitting,
    account: Value,
    plan: Value,
    initiative: Value,
}

impl PlanFixture {
    fn new(bench: &Bench) -> Self {
        let mut sitting = bench.sitting();
        let account = sitting.call("account.create", &json!({ "name": "Nordwind AG" }))["id"].clone();
        let plan = json!({ "account_id": account, "title": "FY27" });
        let plan = sitting.call("plan.create", &plan)["id"].clone();
        let objective = json!({ "plan_id": plan, "title": "Halve the lead time" });
        let objective = sitting.call("objective.create", &objective)["id"].clone();
        let initiative = json!({ "objective_id": objective, "title": "Templates" });
        let initiative = sitting.call("initiative.create", &initiative)["id"].clone();
        Self { sitting, account, plan, initiative }
    }

    fn task(&mut self, fields: &Value) -> Value {
        let mut request = json!({ "initiative_id": self.initiative, "title": "Pilot" });
        request.as_object_mut().unwrap().extend(fields.as_object().unwrap().clone());
        self.sitting.call("task.create", &request)
    }

    fn update(&mut self, task: &Value, fields: &Value) -> Value {
        let mut request = json!({ "id": task["id"], "version": task["version"] });
        request.as_object_mut().unwrap().extend(fields.as_object().unwrap().clone());
        self.sitting.call("task.update", &request)
    }
}

#[test]
fn what_is_closed_says_when_by_any_door_and_what_is_open_again_says_nothing() {
    let bench = Bench::new();
    let mut desk = PlanFixture::new(&bench);
    let task = desk.task(&json!({ "due": "2026-12-04" }));
    let done = desk.update(&task, &json!({ "status": "closed_success" }));
    assert_eq!(done["done_date"], "2026-11-25", "today, where nobody said another day: {done}");
    let again = desk.update(&done, &json!({ "status": "work_in_progress" }));
    assert_eq!(again["done_date"], Value::Null, "what goes on was not done");
    let given = desk.update(&again, &json!({ "status": "closed_success", "done_date": "2026-11-20" }));
    assert_eq!(given["done_date"], "2026-11-20", "what somebody says holds");
    let cleared = desk.update(&given, &json!({ "done_date": null }));
    assert_eq!(cleared["done_date"], Value::Null, "and nobody knows is an answer, later");

    let early = json!({ "id": cleared["id"], "version": cleared["version"], "done_date": "2026-11-26" });
    let early = desk.sitting.ask("task.update", &early).unwrap_err();
    let why = (&early["field"], &early["details"]["reason"]);
    assert_eq!(why, (&json!("done_date"), &json!("after_today")), "nothing was done tomorrow: {early}");
    let new = json!({
        "initiative_id": desk.initiative, "title": "Later", "status": "closed", "done_date": "2027-05-01",
    });
    let new = desk.sitting.ask("task.create", &new).unwrap_err();
    assert_eq!(new["details"]["today"], "2026-11-25", "a new one neither: {new}");

    let dropped = desk.task(&json!({ "title": "Dropped", "status": "closed" }));
    assert_eq!(dropped["done_date"], "2026-11-25", "one that is made closed as well");
    let early = desk.task(&json!({ "title": "Early", "start": "2026-12-01", "due": "2026-12-04" }));
    let early = desk.update(&early, &json!({ "status": "closed_success" }));
    assert_eq!(
        (&early["start"], &early["done_date"], &early["due"]),
        (&json!("2026-11-25"), &json!("2026-11-25"), &json!("2026-12-04")),
        "what was done before it was to begin had begun by then"
    );
    let two: Vec<Value> = ["A", "B"].iter().map(|title| desk.task(&json!({ "title": title }))).collect();
    let items: Vec<Value> =
        two.iter().map(|task| json!({ "id": task["id"], "version": task["version"] })).collect();
    let many = json!({ "items": items, "changes": { "status": "closed" } });
    let many = desk.sitting.ask("task.update_many", &many).unwrap();
    assert!(
        many.as_array().unwrap().iter().all(|task| task["done_date"] == "2026-11-25"),
        "several at once: {many}"
    );
    let list = json!({ "account_id": desk.account, "title": "Onboarding" });
    let list = desk.sitting.call("checklist.create", &list)["id"].clone();
    let step = desk.sitting.call("checklist_step.create", &json!({ "checklist_id": list, "title": "Meet" }));
    let step = json!({ "id": step["id"], "version": 1, "state": "done" });
    let step = desk.sitting.call("checklist_step.update", &step);
    assert_eq!(step["done_on"], "2026-11-25", "a step as well");
}

#[test]
fn a_task_closed_in_a_file_goes_on_with_its_series() {
    let bench = Bench::new();
    let mut desk = PlanFixture::new(&bench);
    let weekly = json!({ "every": 1, "unit": "weeks" });
    desk.task(&json!({ "title": "Report", "due": "2026-11-27", "recurrence": weekly }));
    let plan = desk.plan.as_str().unwrap().to_owned();
    let file = bench.path("plan.md");
    let export = ["export", "success-plan", &plan, "--format", "md", "--audience", "internal", "-o"];
    let mut export = bench.command(&export);
    assert!(export.arg(&file).status().unwrap().success());
    let text = std::fs::read_to_string(&file).unwrap();
    assert!(text.contains("- [ ] **Report**"), "{text}");
    std::fs::write(&file, text.replace("- [ ] **Report**", "- [x] **Report**")).unwrap();
    let request = json!({ "kind": "plan-markdown", "path": file, "plan_id": plan });
    let report = desk.sitting.call("import.apply", &request);
    assert_eq!(report["problems"], json!([]), "{report}");
    assert_eq!(report["new"], 1, "the next one is told: {report}");
    let fields: Vec<&Value> = report["lines"].as_array().unwrap().iter().map(|line| &line["field"]).collect();
    assert!(fields.contains(&&json!("done_date")), "and so is the day it was done: {report}");
    let tasks = desk.sitting.call("task.list", &json!({ "sort": [{ "field": "due" }] }));
    let told: Vec<[&Value; 2]> =
        tasks["items"].as_array().unwrap().iter().map(|task| [&task["status"], &task["due"]]).collect();
    assert_eq!(
        told,
        [[&json!("closed_success"), &json!("2026-11-27")], [&json!("new"), &json!("2026-12-04")]],
        "as it does in the window"
    );
    desk.sitting.call("undo", &json!({}));
    let tasks = desk.sitting.call("task.list", &json!({}));
    assert_eq!(tasks["total"], 1, "one undo takes both back");
}

#[test]
fn dates_that_contradict_a_dependency_are_listed_and_a_file_that_makes_some_says_so() {
    let bench = Bench::new();
    let mut desk = PlanFixture::new(&bench);
    let first = desk.task(&json!({ "title": "Pilot", "start": "2026-11-30", "due": "2026-12-02" }));
    let second = desk.task(&json!({ "title": "Rollout", "start": "2026-12-03", "due": "2026-12-04" }));
    let link = json!({ "predecessor_id": first["id"], "successor_id": second["id"] });
    let link = desk.sitting.call("dependency.create", &link);
    let plan = desk.plan.as_str().unwrap().to_owned();
    let none = desk.sitting.call("plan.date_conflicts", &json!({ "id": plan }));
    assert_eq!(none["conflicts"], json!([]), "Thursday follows Wednesday");

    let file = bench.path("plan.md");
    let export = ["export", "success-plan", &plan, "--format", "md", "--audience", "internal", "-o"];
    assert!(bench.command(&export).arg(&file).status().unwrap().success());
    let text = std::fs::read_to_string(&file).unwrap();
    std::fs::write(&file, text.replace("due 2026-12-02", "due 2026-12-09")).unwrap();
    let request = json!({ "kind": "plan-markdown", "path": file, "plan_id": plan });
    let report = desk.sitting.call("import.preview", &request);
    let conflict = json!([{
        "dependency_id": link["id"],
        "predecessor_id": first["id"], "predecessor": "Pilot", "ends": "2026-12-09",
        "successor_id": second["id"], "successor": "Rollout", "begins": "2026-12-03", "earliest": "2026-12-10",
    }]);
    assert_eq!(report["date_conflicts"], conflict, "before it is taken in: {report}");
    desk.sitting.call("import.apply", &request);
    let found = desk.sitting.call("plan.date_conflicts", &json!({ "id": plan }));
    assert_eq!(found["conflicts"], conflict, "and after it");
    let again = desk.sitting.call("import.preview", &request);
    assert_eq!(again["date_conflicts"], json!([]), "what stood before is not the file's");
}

#[test]
fn a_workshop_keeps_its_clock_time_where_its_zone_changes() {
    let bench = Bench::new();
    let mut desk = PlanFixture::new(&bench);
    let made = json!({ "account_id": desk.account, "title": "CI basics" });
    let id = desk.sitting.call("workshop.create", &made)["id"].clone();
    let at = json!({ "id": id, "starts_at": "2026-12-01T13:00", "zone": "Europe/London" });
    let planned = desk.sitting.call("workshop.schedule", &at);
    assert_eq!(planned["starts_at"], "2026-12-01T13:00:00Z", "London in winter");
    let moved = json!({ "id": id, "version": planned["version"], "zone": "Europe/Stockholm" });
    let moved = desk.sitting.call("workshop.update", &moved);
    assert_eq!(
        moved["starts_at"], "2026-12-01T12:00:00Z",
        "13:00 stays 13:00, an hour earlier for the world"
    );
    let again = json!({ "id": id, "starts_at": "2026-12-01T13:00" });
    let again = desk.sitting.call("workshop.schedule", &again);
    assert_eq!(again["version"], moved["version"], "what is scheduled unchanged moves nothing");
    let both = json!({
        "id": id, "version": moved["version"], "zone": "Asia/Tokyo", "starts_at": "2026-12-01T04:00:00Z",
    });
    let both = desk.sitting.call("workshop.update", &both);
    assert_eq!(both["starts_at"], "2026-12-01T04:00:00Z", "an instant that is said holds");
    let gap = json!({ "id": id, "starts_at": "2027-03-28T01:30", "zone": "Europe/London" });
    desk.sitting.ask("workshop.schedule", &gap).unwrap_err();
    let night = json!({ "id": id, "starts_at": "2027-03-28T02:30", "zone": "Asia/Tokyo" });
    let night = desk.sitting.call("workshop.schedule", &night);
    let night = json!({ "id": id, "version": night["version"], "zone": "Europe/Berlin" });
    let night = desk.sitting.call("workshop.update", &night);
    assert_eq!(night["starts_at"], "2027-03-28T01:30:00Z", "an hour that Berlin skips is the next one");
}

#[test]
fn my_region_counts_as_the_customers_does_and_holidays_have_their_names() {
    let bench = Bench::new();
    let mut desk = PlanFixture::new(&bench);
    let regions = desk.sitting.call("calendar.regions", &json!({ "country": "GB" }))["regions"].clone();
    let england = (&regions[0]["code"], &regions[0]["name"]);
    assert_eq!(england, (&json!("ENG"), &json!("England")), "asked for where they differ");
    let parts = regions[0]["parts"].as_array().unwrap();
    assert!(parts.contains(&json!("LND")), "with what lies in it: {parts:?}");
    let none = desk.sitting.call("calendar.regions", &json!({ "country": "NL" }));
    assert_eq!(none["regions"], json!([]), "and where not, nothing is");
    let me = desk.sitting.call("me.get", &json!({}));
    let me = json!({
        "version": me["version"], "name": "Mara Lind", "country": "GB", "subdivision": "ENG",
        "leave": [{ "from": "2027-03-30", "to": "2027-03-30", "note": "Moving house" }],
    });
    desk.sitting.call("me.update", &me);
    let off = json!({ "id": desk.plan, "from": "2027-03-29", "to": "2027-03-30" });
    let off = desk.sitting.call("plan.days_off", &off);
    assert_eq!(off["ours"], json!(["2027-03-29", "2027-03-30"]), "England keeps Easter Monday");
    assert_eq!(off["customer"], json!([]), "of the customer no country is known");
    let named = json!([
        { "date": "2027-03-29", "side": "ours", "name": "Easter Monday" },
        { "date": "2027-03-30", "side": "ours", "name": "Moving house" },
    ]);
    assert_eq!(off["named"], named, "with what they are called");
}

#[test]
fn a_region_without_a_list_of_its_own_keeps_the_days_of_the_one_it_lies_in_or_is_refused() {
    let bench = Bench::new();
    let mut desk = PlanFixture::new(&bench);
    let me = desk.sitting.call("me.get", &json!({}));
    let me = json!({ "version": me["version"], "name": "Mara Lind", "country": "FR", "subdivision": "68" });
    let me = desk.sitting.call("me.update", &me);
    let days = desk.sitting.call("calendar.year", &json!({ "year": 2027 }))["days"].clone();
    let has = |day: &str| days.as_array().unwrap().iter().any(|one| one["date"] == day);
    assert!(has("2027-03-26") && has("2027-12-26"), "Colmar lies in Alsace: {days}");

    let other = json!({ "version": me["version"], "subdivision": "BY" });
    let other = desk.sitting.ask("me.update", &other).unwrap_err();
    let why = (&other["field"], &other["details"]["reason"], &other["details"]["country"]);
    assert_eq!(why, (&json!("subdivision"), &json!("no_region"), &json!("FR")), "{other}");
    let whole = json!({ "version": me["version"], "subdivision": "GES" });
    let whole = desk.sitting.ask("me.update", &whole).unwrap_err();
    assert_eq!(whole["details"]["parts"], json!(["57", "6AE"]), "only parts of Grand Est differ: {whole}");

    let account = json!({ "id": desk.account, "version": 1, "country": "GB", "subdivision": "XXX" });
    let account = desk.sitting.ask("account.update", &account).unwrap_err();
    assert_eq!(account["details"]["such"], json!(["ENG", "NIR", "SCT", "WLS"]), "{account}");
    let new = json!({ "name": "Aruba Port", "country": "NL", "subdivision": "AW" });
    let new = desk.sitting.ask("account.create", &new).unwrap_err();
    assert_eq!(new["details"]["country"], "AW", "Aruba's holidays are not the Netherlands': {new}");
    let taken = json!({ "id": desk.account, "version": 1, "country": "GB", "subdivision": "LND" });
    let taken = desk.sitting.call("account.update", &taken);
    let again = json!({ "id": desk.account, "version": taken["version"], "city": "London" });
    assert_eq!(desk.sitting.call("account.update", &again)["subdivision"], "LND");
}

#[test]
fn a_step_on_a_day_off_is_marked_and_leave_added_later_moves_it_only_with_its_own_reason() {
    let bench = Bench::new();
    let mut desk = PlanFixture::new(&bench);
    let me = desk.sitting.call("me.get", &json!({}));
    let me = json!({ "version": me["version"], "name": "Mara Lind", "country": "DE" });
    let me = desk.sitting.call("me.update", &me);
    let list =
        json!({ "account_id": desk.account, "title": "Onboarding", "anchors": { "contract": "2026-12-01" } });
    let list = desk.sitting.call("checklist.create", &list)["id"].clone();
    let mut step = |title: &str, days: i64, calendar: &str| {
        let step = json!({
            "checklist_id": list, "title": title, "key": title, "offset_from": "anchor:contract",
            "offset_days": days, "calendar": calendar,
        });
        desk.sitting.call("checklist_step.create", &step)["id"].clone()
    };
    let (year, week, other) =
        (step("year", 31, "calendar"), step("week", 5, "working"), step("other", 1, "working"));
    let mut get = |id: &Value| desk.sitting.call("checklist_step.get", &json!({ "id": id }));
    let new_year = get(&year);
    assert_eq!(
        (&new_year["due"], &new_year["on_day_off"]),
        (&json!("2027-01-01"), &json!(true)),
        "{new_year}"
    );
    assert_eq!((&get(&week)["due"], &get(&week)["on_day_off"]), (&json!("2026-12-08"), &json!(false)));

    let leave = json!([{ "from": "2026-12-07", "to": "2026-12-09" }]);
    let away = json!({ "version": me["version"], "leave": leave });
    desk.sitting.call("me.update", &away);
    let mut get = |id: &Value| desk.sitting.call("checklist_step.get", &json!({ "id": id }));
    assert_eq!(
        (&get(&week)["due"], &get(&week)["on_day_off"]),
        (&json!("2026-12-08"), &json!(true)),
        "it stays, marked"
    );
    let ticked = desk.sitting.call("checklist.tick", &json!({ "step_id": other }));
    assert_eq!(ticked["moves"], json!([]), "an unrelated tick moves nothing: {ticked}");
    let version = desk.sitting.call("checklist_step.get", &json!({ "id": week }))["version"].clone();
    let told = json!({ "id": week, "version": version, "note": "Ask Tom" });
    let told = desk.sitting.call("checklist_step.update", &told);
    assert_eq!(told["due"], "2026-12-08", "nor does a word about it");
    let anchors = json!({ "id": list, "anchors": { "contract": "2026-12-02" } });
    let moved = desk.sitting.call("checklist.set_anchor", &anchors);
    let moved: Vec<[&Value; 2]> =
        moved["moves"].as_array().unwrap().iter().map(|one| [&one["title"], &one["new_due"]]).collect();
    assert_eq!(
        moved,
        [[&json!("year"), &json!("2027-01-02")], [&json!("week"), &json!("2026-12-14")]],
        "what it counts from does, and then over the leave"
    );
}

#[test]
fn working_days_of_a_step_count_as_a_spreadsheets_do_from_a_day_off() {
    let bench = Bench::new();
    let mut desk = PlanFixture::new(&bench);
    let list =
        json!({ "account_id": desk.account, "title": "Onboarding", "anchors": { "contract": "2027-01-09" } });
    let list = desk.sitting.call("checklist.create", &list)["id"].clone();
    let mut due = |days: i64| {
        let step = json!({
            "checklist_id": list, "title": "One", "offset_from": "anchor:contract", "offset_days": days,
            "calendar": "working",
        });
        desk.sitting.call("checklist_step.create", &step)["due"].clone()
    };
    let dues = [0, 1, -1, 10].map(&mut due);
    assert_eq!(
        dues,
        ["2027-01-11", "2027-01-11", "2027-01-08", "2027-01-22"].map(|day| json!(day)),
        "from a Saturday: 0 and 1 are Monday, -1 is Friday, 10 the Friday after next"
    );
}

#[test]
fn handing_a_sponsors_work_to_an_approver_names_them_once() {
    let bench = Bench::new();
    let mut desk = PlanFixture::new(&bench);
    let mut contact = |name: &str| {
        let contact = json!({ "account_id": desk.account, "name": name });
        desk.sitting.call("contact.create", &contact)["id"].clone()
    };
    let (ines, jon) = (contact("Ines Falk"), contact("Jon Berg"));
    let plan = json!({
        "id": desk.plan, "version": 1, "sponsor": "Ines Falk",
        "approvers": [{ "name": "Ines Falk", "role": "Sponsor" }, { "name": "Jon Berg", "role": "" }],
    });
    desk.sitting.call("plan.update", &plan);
    let left = json!({ "id": ines, "version": 1, "left_on": "2026-11-15" });
    desk.sitting.call("contact.update", &left);
    let done = desk.sitting.call("contact.hand_over", &json!({ "id": ines, "to": "jon berg" }));
    assert_eq!(done["places"], 2, "{done}");
    let plan = desk.sitting.call("plan.get", &json!({ "id": desk.plan }));
    assert_eq!(plan["sponsor"], "jon berg");
    assert_eq!(plan["approvers"], json!([{ "name": "jon berg", "role": "Sponsor" }]), "once, with the role");

    let held = json!({ "account_id": desk.account, "title": "CI basics", "invited_ids": [ines, jon] });
    let held = desk.sitting.call("workshop.create", &held)["id"].clone();
    let held = json!({ "id": held, "starts_at": "2026-11-24T09:30", "zone": "Europe/Berlin" });
    let held = desk.sitting.call("workshop.done", &held);
    assert_eq!(held["attended_ids"], json!([jon]), "who had left by then did not come: {held}");
}

#[test]
fn the_end_of_a_checklist_is_never_forecast_for_a_day_that_went_by() {
    let bench = Bench::new();
    let mut desk = PlanFixture::new(&bench);
    let list = json!({ "account_id": desk.account, "title": "Onboarding", "is_primary": true, "started_on": "2026-10-01" });
    let list = desk.sitting.call("checklist.create", &list)["id"].clone();
    let step = json!({ "checklist_id": list, "title": "Meet", "due": "2026-10-29", "required": true });
    desk.sitting.call("checklist_step.create", &step);
    let run =
        |desk: &mut PlanFixture| desk.sitting.call("onboarding.portfolio", &json!({}))["runs"][0].clone();
    let first = run(&mut desk);
    assert_eq!((&first["ends_on"], &first["all_late"]), (&json!("2026-11-25"), &json!(true)), "{first}");
    let step = json!({ "checklist_id": list, "title": "Go live", "due": "2026-12-10", "required": true });
    desk.sitting.call("checklist_step.create", &step);
    let second = run(&mut desk);
    assert_eq!((&second["ends_on"], &second["all_late"]), (&json!("2026-12-10"), &json!(false)), "{second}");
}

#[test]
fn a_day_that_is_typed_is_read_as_the_field_needs_it() {
    let bench = Bench::new();
    let mut desk = PlanFixture::new(&bench);
    let mut read = |request: Value| desk.sitting.ask("read.date", &request).map(|read| read["date"].clone());
    let nearest = json!({ "text": "20 nov", "way": "nearest" });
    assert_eq!(read(nearest), Ok(json!("2026-11-20")), "a contract that has begun");
    let nearest = json!({ "text": "15 jan", "way": "nearest" });
    assert_eq!(read(nearest), Ok(json!("2027-01-15")), "or begins soon");
    let american = json!({ "text": "1/15/2027, 11:33 AM", "order": "dmy" });
    assert_eq!(read(american), Ok(json!("2027-01-15")), "it can be one day only");
    let open = read(json!({ "text": "27/01/15" })).unwrap_err();
    assert_eq!(open["details"]["reason"], "two_ways", "2015 is not what everybody means: {open}");
}
