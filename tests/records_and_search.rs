//! The records whole, through the command line: rules among records, several at once, search, contents, the sample.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::disallowed_methods)]

mod process;

use process::{Bench, said};
use serde_json::{Value, json};

fn id(record: &Value) -> String {
    record["id"].as_str().unwrap().to_owned()
}

fn names(list: &Value, field: &str) -> Vec<String> {
    let items = list["items"].as_array().unwrap();
    items.iter().map(|item| item[field].as_str().unwrap().to_owned()).collect()
}

/// An account with a plan of one objective.
fn plan(bench: &Bench) -> [String; 3] {
    let account = id(&bench.call("account.create", &json!({ "name": "Nordwind AG" })));
    let plan = id(&bench.call("plan.create", &json!({ "account_id": account, "title": "FY27" })));
    let objective =
        bench.call("objective.create", &json!({ "plan_id": plan, "title": "Halve the lead time" }));
    [account, plan, id(&objective)]
}

#[test]
fn an_outcome_is_accepted_only_with_impact_dates_and_measured_criteria() {
    let bench = Bench::new();
    let [_, _, objective] = plan(&bench);
    let accept = |version: i64| json!({ "id": objective, "version": version, "stage": "accepted" });
    let refused = bench.refused("objective.update", &accept(1));
    assert_eq!(refused["code"], "invalid_state", "the customer cannot have agreed to this yet");
    assert_eq!(
        refused["details"]["missing"],
        json!(["business_impact", "due", "criteria"]),
        "each thing that is missing is named"
    );
    bench.call("criterion.create", &json!({ "objective_id": objective, "name": "Lead time" }));
    let change =
        json!({ "id": objective, "version": 1, "business_impact": "Two weeks less", "due": "2027-06-30" });
    bench.call("objective.update", &change);
    let refused = bench.refused("objective.update", &accept(2));
    assert_eq!(
        refused["details"]["missing"],
        json!(["baseline", "target", "target_date"]),
        "a criterion without figures measures nothing"
    );
    let criterion = bench.call("criterion.list", &json!({}))["items"][0].clone();
    let figures = json!({ "id": criterion["id"], "version": 1, "baseline": 20, "target": 10, "target_date": "2027-06-30" });
    bench.call("criterion.update", &figures);
    assert_eq!(bench.call("objective.update", &accept(2))["stage"], "accepted", "now it can be");
    let refused =
        bench.refused("objective.update", &json!({ "id": objective, "version": 3, "stage": "verified" }));
    assert_eq!(refused["field"], "stage", "verified is a step of its own");
}

#[test]
fn people_report_to_others_of_their_account_and_never_in_a_circle() {
    let bench = Bench::new();
    let [account, ..] = plan(&bench);
    let add = |name: &str| id(&bench.call("contact.create", &json!({ "account_id": account, "name": name })));
    let (ines, jonas) = (add("Ines Falk"), add("Jonas Reuter"));
    bench.call("contact.update", &json!({ "id": jonas, "version": 1, "reports_to": ines }));
    let circle = bench.refused("contact.update", &json!({ "id": ines, "version": 1, "reports_to": jonas }));
    assert_eq!((&circle["code"], &circle["field"]), (&json!("invalid"), &json!("reports_to")), "{circle}");
    assert_eq!(circle["details"]["reason"], "circle", "{circle}");
    let own = bench.refused("contact.update", &json!({ "id": ines, "version": 1, "reports_to": ines }));
    assert_eq!(own["details"]["reason"], "circle", "nobody is their own manager: {own}");
    let other = id(&bench.call("account.create", &json!({ "name": "Borea" })));
    let stranger = id(&bench.call("contact.create", &json!({ "account_id": other, "name": "Li" })));
    let elsewhere =
        bench.refused("contact.update", &json!({ "id": ines, "version": 1, "reports_to": stranger }));
    assert_eq!(elsewhere["details"]["reason"], "elsewhere", "{elsewhere}");
}

#[test]
fn a_task_has_one_home() {
    let bench = Bench::new();
    let [account, _, objective] = plan(&bench);
    let homeless = bench.refused("task.create", &json!({ "title": "Call" }));
    assert_eq!(homeless["field"], "initiative_id", "{homeless}");
    let initiative =
        id(&bench.call("initiative.create", &json!({ "objective_id": objective, "title": "Templates" })));
    let both = json!({ "title": "Call", "initiative_id": initiative, "account_id": account });
    assert_eq!(bench.refused("task.create", &both)["details"]["reason"], "second_home", "not two");
    let ours = bench.call("task.create", &json!({ "title": "Call", "account_id": account }));
    assert_eq!(ours["visibility"], "internal", "outside of a plan it is ours");
    let shared = bench.call("task.create", &json!({ "title": "Pilot", "initiative_id": initiative }));
    assert_eq!(shared["visibility"], "customer", "in a plan the customer sees it");
    for bad in [json!("nowhere"), json!(7)] {
        let none = bench.refused("task.create", &json!({ "title": "Call", "workshop_id": bad }));
        assert_eq!((&none["code"], &none["field"]), (&json!("invalid"), &json!("workshop_id")), "{none}");
    }
    let unknown = bench.refused("task.create", &json!({ "title": "Call", "home_id": account }));
    assert_eq!(unknown["code"], "unknown_field", "how it is kept is the file's own: {unknown}");
    let second = json!({ "id": shared["id"], "version": 1, "account_id": account });
    assert_eq!(bench.refused("task.update", &second)["details"]["reason"], "second_home", "nor later");
    let elsewhere = json!({ "id": ours["id"], "version": 1, "initiative_id": initiative });
    assert_eq!(bench.refused("task.update", &elsewhere)["details"]["reason"], "fixed", "and it stays");
}

#[test]
fn an_initiative_serves_several_objectives_of_its_plan_and_counts_for_each() {
    let bench = Bench::new();
    let [account, plan_id, first] = plan(&bench);
    let second =
        id(&bench.call("objective.create", &json!({ "plan_id": plan_id, "title": "Fewer failures" })));
    let request = json!({ "objective_id": first, "title": "Templates", "also_serves": [second] });
    let initiative = id(&bench.call("initiative.create", &request));
    for (title, status) in [("Pilot", "closed_success"), ("Roll out", "new")] {
        bench.call("task.create", &json!({ "initiative_id": initiative, "title": title, "status": status }));
    }
    for objective in [&first, &second] {
        let read = bench.call("objective.get", &json!({ "id": objective }));
        assert_eq!(read["work_progress"], 0.5, "its tasks are work for each objective it serves");
    }
    assert_eq!(
        bench.call("plan.get", &json!({ "id": plan_id }))["work_progress"],
        0.5,
        "and once for the plan"
    );
    let other = id(&bench.call("plan.create", &json!({ "account_id": account, "title": "FY28" })));
    let foreign = id(&bench.call("objective.create", &json!({ "plan_id": other, "title": "Elsewhere" })));
    let change = json!({ "id": initiative, "version": 1, "also_serves": [foreign] });
    assert_eq!(
        bench.refused("initiative.update", &change)["details"]["reason"],
        "elsewhere",
        "one plan only"
    );
}

#[test]
fn a_row_moves_behind_another_and_back_by_one_undo() {
    let bench = Bench::new();
    let [_, plan_id, first] = plan(&bench);
    for title in ["Second", "Third"] {
        bench.call("objective.create", &json!({ "plan_id": plan_id, "title": title }));
    }
    let order =
        || names(&bench.call("objective.list", &json!({ "filter": { "plan_id": plan_id } })), "title");
    let third = bench.call("objective.list", &json!({}))["items"][2]["id"].clone();
    bench.call("objective.move", &json!({ "id": third, "after": first }));
    assert_eq!(order(), ["Halve the lead time", "Third", "Second"], "behind the first");
    bench.call("objective.move", &json!({ "id": third }));
    assert_eq!(order(), ["Third", "Halve the lead time", "Second"], "without a sibling it stands first");
    bench.call("undo", &json!({}));
    bench.call("undo", &json!({}));
    assert_eq!(order(), ["Halve the lead time", "Second", "Third"], "each move is one step");
}

#[test]
fn several_records_change_as_one_step_or_not_at_all() {
    let bench = Bench::new();
    let [_, _, objective] = plan(&bench);
    let initiative =
        id(&bench.call("initiative.create", &json!({ "objective_id": objective, "title": "Templates" })));
    let make =
        |title: &str| bench.call("task.create", &json!({ "initiative_id": initiative, "title": title }));
    let tasks: Vec<Value> = ["a", "b", "c"].map(make).into();
    let items = |version: i64| -> Value {
        tasks.iter().map(|task| json!({ "id": task["id"], "version": version })).collect()
    };
    let owners = || -> Vec<String> { names(&bench.call("task.list", &json!({})), "owner") };
    let mut stale = items(1);
    stale[2]["version"] = json!(7);
    let refused =
        bench.refused("task.update_many", &json!({ "items": stale, "changes": { "owner": "Ana" } }));
    assert_eq!(refused["code"], "conflict", "{refused}");
    assert_eq!(owners(), ["", "", ""], "one that cannot be changed leaves all as they were");
    bench.call("task.update_many", &json!({ "items": items(1), "changes": { "owner": "Ana" } }));
    assert_eq!(owners(), ["Ana", "Ana", "Ana"], "all three");
    bench.call("undo", &json!({}));
    assert_eq!(owners(), ["", "", ""], "by one undo");
    let unknown = bench.refused("task.update_many", &json!({ "items": [], "changes": { "colour": "red" } }));
    assert_eq!(unknown["code"], "unknown_field", "{unknown}");
}

#[test]
fn search_finds_any_script_without_case_or_accents_and_follows_every_change() {
    let bench = Bench::new();
    let [account, ..] = plan(&bench);
    bench.call(
        "account.create",
        &json!({ "name": "株式会社北風商事", "notes": "Café in the Žižkov office; c++ and a-b" }),
    );
    let found =
        |text: &str| -> Vec<String> { names(&bench.call("search", &json!({ "text": text })), "title") };
    for text in ["北風", "cafe", "zizkov", "C++", "a-b", "office cafe", "offi"] {
        assert_eq!(found(text), ["株式会社北風商事"], "{text} stands in it");
    }
    for nothing in ["", "   ", "\"", "***", "xyzzy", "風北"] {
        assert_eq!(found(nothing), Vec::<String>::new(), "{nothing:?} stands nowhere, and is no error");
    }
    assert!(found("nordwind").contains(&"Nordwind AG".to_owned()), "by name");
    bench.call("account.update", &json!({ "id": account, "version": 1, "name": "Südwind AG" }));
    assert!(
        found("nordwind").is_empty() && !found("sudwind").is_empty(),
        "what changed is found by its new name"
    );
    bench.call("undo", &json!({}));
    assert!(!found("nordwind").is_empty(), "also after an undo");
    bench.call("account.delete", &json!({ "id": account }));
    assert!(found("nordwind").is_empty() && found("halve").is_empty(), "what is deleted is not found");
    assert_eq!(bench.call("workspace.check", &json!({}))["ok"], true, "and the index is the records'");
}

#[test]
fn a_logo_is_an_image_and_a_file_is_kept_by_its_content() {
    let bench = Bench::new();
    let [account, ..] = plan(&bench);
    let file = |name: &str, bytes: &[u8]| {
        std::fs::write(bench.path(name), bytes).unwrap();
        json!({ "path": bench.path(name) })
    };
    let note = bench.call("blob.put", &file("note.txt", b"What was agreed"));
    let refused = bench.refused("brand.update", &json!({ "version": 0, "logo": note["hash"] }));
    assert_eq!(
        (&refused["field"], &refused["details"]["reason"]),
        (&json!("logo"), &json!("bad_file")),
        "{refused}"
    );
    let script = file("logo.svg", b"<svg xmlns='http://www.w3.org/2000/svg'><script>alert(1)</script></svg>");
    let large = file("large.png", &vec![0; 50_000_000]);
    let svg =
        |inside: &str| format!("<svg xmlns='http://www.w3.org/2000/svg' width='9' height='9'>{inside}</svg>");
    let nested: String = (1..9)
        .map(|level| format!("<g id='a{level}'>{}</g>", format!("<use href='#a{}'/>", level - 1).repeat(10)))
        .collect();
    let nested = file("nested.svg", svg(&format!("<rect id='a0' width='1' height='1'/>{nested}")).as_bytes());
    let set = file("set.svg", svg("<rect><set attributeName='onmouseover' to='x()'/></rect>").as_bytes());
    let mut wide = b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR".to_vec();
    wide.extend([0, 0, 0x9c, 0x40, 0, 0, 0x9c, 0x40, 8, 6, 0, 0, 0]);
    let wide = file("wide.png", &wide);
    for bad in [
        script,
        nested,
        set,
        wide,
        large,
        file("empty.png", b""),
        json!({ "path": bench.path("") }),
        json!({ "path": bench.path("no") }),
    ] {
        let refused = bench.refused("blob.put", &bad);
        assert_eq!(refused["field"], "path", "{refused}");
    }
    let logo = bench.call("blob.put", &file("good.svg", b"<svg xmlns='http://www.w3.org/2000/svg' width='9' height='9'><rect width='9' height='9'/></svg>"));
    bench.call("brand.update", &json!({ "version": 0, "logo": logo["hash"], "colour": "#2456c9" }));
    let shown = bench.call("blob.get", &json!({ "hash": logo["hash"] }));
    assert_eq!(shown["media_type"], "image/png", "a drawing is shown as the picture that was made of it");
    assert_eq!(
        bench.refused("brand.update", &json!({ "version": 1, "colour": "blue" }))["field"],
        "colour",
        "no colour"
    );

    let request = json!({ "account_id": account, "name": "note.txt", "hash": note["hash"] });
    let attachment = bench.call("attachment.create", &request);
    assert_eq!(
        (&attachment["size"], &attachment["media_type"]),
        (&json!(15), &json!("text/plain")),
        "{attachment}"
    );
    let out = bench.path("out.txt");
    bench.call("attachment.export", &json!({ "id": attachment["id"], "path": out }));
    assert_eq!(std::fs::read(&out).unwrap(), b"What was agreed", "what went in comes out");
    bench.call("attachment.delete", &json!({ "id": attachment["id"] }));
    bench.call("undo", &json!({}));
    bench.call("attachment.export", &json!({ "id": attachment["id"], "path": out }));
}

#[test]
fn the_sample_is_six_accounts_alike_for_one_moment_and_gone_in_one_step() {
    let mut bench = Bench::new();
    let (one, other) = (bench.path("one.cairn"), bench.path("other.cairn"));
    let demo =
        |file: &std::path::Path| bench.command(&["demo", &file.display().to_string()]).output().unwrap();
    for file in [&one, &other] {
        assert!(demo(file).status.success(), "the sample is made");
    }
    assert_eq!(demo(&one).status.code(), Some(1), "a file that is there is not overwritten");
    let mut content = |file: &std::path::Path| {
        bench.workspace = file.to_owned();
        let kinds = [
            "account",
            "contact",
            "plan",
            "objective",
            "criterion",
            "reading",
            "initiative",
            "task",
            "dependency",
            "plan_version",
        ];
        kinds.map(|kind| bench.call(&format!("{kind}.list"), &json!({ "page": { "limit": 1000 } })))
    };
    assert!(content(&other) == content(&one), "the same moment gives the same records, ids included");
    let at = |name: &str, request: &Value| bench.call(name, request);
    assert_eq!(at("account.list", &json!({}))["total"], 6, "six accounts");
    assert_eq!(at("workspace.status", &json!({}))["sample"], true, "marked as a sample");
    let accounts = at("account.list", &json!({}))["items"].clone();
    let promised = accounts.as_array().unwrap().iter().map(|account| {
        let plan = at("command_plan.get", &json!({ "account_id": account["id"] }));
        let taken = plan["taken"].as_array().unwrap().clone();
        (plan["positive_business_outcomes"].as_array().unwrap().len(), taken)
    });
    let promised: Vec<_> = promised.filter(|(outcomes, _)| *outcomes > 0).collect();
    assert!(promised.iter().any(|(_, taken)| taken.is_empty()), "one command plan waits to be used");
    let taken: Vec<&Value> = promised.iter().flat_map(|(_, taken)| taken).collect();
    assert!(taken.iter().any(|one| one["line_changed"] == false), "outcomes became objectives");
    assert!(taken.iter().any(|one| one["line_changed"] == true), "and one was reworded since");
    let version = at("plan_version.list", &json!({}))["items"][0].clone();
    assert_eq!(version["signed"].as_array().unwrap().len(), 1, "a plan was frozen and signed: {version}");
    let since = json!({ "id": version["plan_id"], "from": version["id"], "to": "now" });
    let since = at("plan.compare", &since);
    let changed = since["changes"].as_array().unwrap().iter().map(|one| one["kind"].as_str().unwrap());
    let changed: std::collections::BTreeSet<&str> = changed.collect();
    assert!(["plan", "objective", "task"].iter().all(|kind| changed.contains(kind)), "and went on: {since}");
    for plan in at("plan.list", &json!({}))["items"].as_array().unwrap() {
        for (audience, paper) in [("customer", "a4"), ("internal", "letter")] {
            let pdf = bench.path("plan.pdf");
            let request = json!({ "document": "success-plan", "id": plan["id"], "format": "pdf",
                                  "audience": audience, "paper": paper, "path": pdf });
            at("document.export", &request);
            let check = std::process::Command::new("qpdf").arg("--check").arg(&pdf).output().unwrap();
            assert!(check.status.success(), "{}: {check:?}", plan["title"]);
        }
    }
    assert_eq!(at("sample.remove", &json!({}))["accounts"], 6, "removed");
    assert_eq!(at("account.list", &json!({}))["total"], 0, "with nothing left");
    at("undo", &json!({}));
    assert_eq!(at("account.list", &json!({}))["total"], 6, "by one step, which an undo takes back");
}

#[test]
fn a_preview_shows_the_pages_and_what_they_leave_out() {
    let bench = Bench::new();
    let [_, plan_id, objective] = plan(&bench);
    let request = json!({ "objective_id": objective, "title": "Only ours", "visibility": "internal" });
    bench.call("initiative.create", &request);
    let look = |audience: &str, pages: Value| {
        let request =
            json!({ "document": "success-plan", "id": plan_id, "audience": audience, "pages": pages });
        bench.call("document.preview", &request)
    };
    let seen = look("customer", json!([0, 1, 99]));
    let drawn = seen["drawn"].as_array().unwrap();
    assert_eq!(drawn.len(), 2, "a page that is not there is left out");
    assert!(drawn[0]["svg"].as_str().unwrap().starts_with("<svg"), "each is a picture");
    assert!(drawn[0]["height"].as_f64() > drawn[0]["width"].as_f64(), "of an upright page");
    assert_eq!(
        seen["left_out"],
        json!([{ "what": "initiatives", "items": ["Only ours"] }]),
        "what the customer does not see is named"
    );
    assert_eq!(look("internal", json!([]))["left_out"], json!([]), "we see everything");
    let request = json!({ "document": "success-plan", "id": plan_id, "sections": ["people", "cover"] });
    assert_eq!(bench.call("document.preview", &request)["pages"], 1, "only the parts that were chosen");
    let own = json!({ "version": 0, "labels": { "en": { "doc_where_we_stand": "Stand der Dinge" } } });
    bench.call("brand.update", &own);
    let labels = bench.call("document.labels", &json!({}));
    let label = labels.as_array().unwrap().iter().find(|label| label["key"] == "doc_where_we_stand").unwrap();
    assert_eq!(label["text"], "Stand der Dinge", "a label in the user's own words");
    let unknown = json!({ "version": 1, "labels": { "en": { "doc_nonsense": "x" } } });
    assert_eq!(bench.refused("brand.update", &unknown)["field"], "labels", "only labels that documents have");
}

#[test]
fn a_document_in_another_language_than_the_customers_says_so_before_it_is_sent() {
    let bench = Bench::new();
    let [account, plan_id, _] = plan(&bench);
    let speak = |version: i64, code: &str| {
        bench
            .call("account.update", &json!({ "id": account, "version": version, "document_language": code }));
        let look = json!({ "document": "success-plan", "id": plan_id, "pages": [] });
        let looked = bench.call("document.preview", &look)["remarks"].to_string();
        let written = ["pdf", "md", "xlsx", "csv"].map(|format| {
            let path = bench.path(&format!("plan.{format}"));
            let args = ["export", "success-plan", &plan_id, "--format", format, "-o", path.to_str().unwrap()];
            let output = bench.command(&args).output().unwrap();
            assert!(output.status.success(), "{}", said(&output));
            said(&output)
        });
        (looked, written)
    };
    let english = "this one is in English";
    for (version, code) in [(1, "de"), (2, "pt-BR")] {
        let (looked, written) = speak(version, code);
        assert!(looked.contains(english) && looked.contains(code), "the preview says it: {looked}");
        assert!(
            written.iter().all(|said| said.contains(english)),
            "and stderr, in every format: {written:?}"
        );
    }
    for (version, code) in [(3, "en"), (4, "en-GB"), (5, "")] {
        let (looked, written) = speak(version, code);
        assert!(!looked.contains(english), "“{code}” is English, or nothing is said: {looked}");
        assert!(written.iter().all(|said| !said.contains(english)), "{written:?}");
    }
}

#[test]
fn a_restored_account_brings_back_what_went_with_it_and_not_what_went_before() {
    let bench = Bench::new();
    let [account, ..] = plan(&bench);
    let add = |name: &str| id(&bench.call("contact.create", &json!({ "account_id": account, "name": name })));
    let (gone, _) = (add("Gone before"), add("Stays"));
    bench.call("contact.delete", &json!({ "id": gone }));
    bench.call("account.delete", &json!({ "id": account }));
    bench.call("account.restore", &json!({ "id": account }));
    assert_eq!(
        names(&bench.call("contact.list", &json!({})), "name"),
        ["Stays"],
        "also at one and the same moment"
    );
}
