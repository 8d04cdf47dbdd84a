//! Days, numbers and amounts mean the same at every door, through whole processes; and what LibreOffice understands of a
//! file is what we do.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::disallowed_methods)]

mod process;

use cairn_testkit::understood;
use process::{Bench, said};
use serde_json::{Value, json};

/// Imports a file of accounts; the report, or the refusal with what was said before it.
fn import(bench: &Bench, file: &str, more: &[&str]) -> Value {
    let output =
        bench.command(&[&["import", "accounts", file, "--json"][..], more].concat()).output().unwrap();
    serde_json::from_slice(&output.stdout).unwrap_or_else(|_| json!({ "refused": said(&output) }))
}

fn list(bench: &Bench, text: &str) -> String {
    let file = bench.path("list.csv");
    std::fs::write(&file, text).unwrap();
    file.to_str().unwrap().to_owned()
}

fn accounts(bench: &Bench) -> Vec<Value> {
    bench.call("account.list", &json!({ "sort": [{ "field": "name" }] }))["items"].as_array().unwrap().clone()
}

/// Line and words of every problem.
fn problems(report: &Value) -> Vec<String> {
    let told = |problem: &Value| format!("{} {}", problem["row"], problem["message"]);
    report["problems"].as_array().unwrap_or_else(|| panic!("{report}")).iter().map(told).collect()
}

#[test]
fn amounts_of_a_list_are_never_a_thousand_times_too_large() {
    let bench = Bench::new();
    let text = "Name,ARR,Currency,Seats,Country,Renewal Date\n\
        A,12500.500,KWD,1250.000,Tanzania,15-Jan-27\n\
        B,12.500,KWD,\"1,250\",\"Korea, Republic of\",15.01.27\n\
        C,$1.234M,,12,Bolivia,\"Fri, Jan 15, 2027\"\n\
        D,CHF 1'250.–,,12,Laos,1. März 2027\n\
        E,0.750,USD,12,Ivory Coast,20270115\n\
        F,\"₹12,34,567\",,12,Deutschland,2027年1月15日\n";
    let report = import(&bench, &list(&bench, text), &[]);
    assert_eq!(problems(&report), Vec::<String>::new(), "{report}");
    let told: Vec<_> = accounts(&bench)
        .iter()
        .map(|one| {
            (
                one["arr"].clone(),
                one["licensed_seats"].clone(),
                one["country"].clone(),
                one["renewal_date"].clone(),
            )
        })
        .collect();
    let is = |minor: i64, currency: &str, seats: i64, country: &str, day: &str| {
        (json!({ "minor": minor, "currency": currency }), json!(seats), json!(country), json!(day))
    };
    assert_eq!(
        told,
        [
            is(12_500_500, "KWD", 1_250, "TZ", "2027-01-15"),
            is(12_500, "KWD", 1_250, "KR", "2027-01-15"),
            is(123_400_000, "USD", 12, "BO", "2027-01-15"),
            is(125_000, "CHF", 12, "LA", "2027-03-01"),
            is(75, "USD", 12, "CI", "2027-01-15"),
            is(123_456_700, "INR", 12, "DE", "2027-01-15"),
        ],
        "the first amount shows that the point parts fractions"
    );
}

#[test]
fn what_can_be_read_in_two_ways_is_asked_once() {
    let bench = Bench::new();
    bench.call("workspace.create", &json!({ "path": bench.workspace }));
    let file = list(&bench, "Name,ARR,Currency\nA,12.500,KWD\nB,3.250,KWD\n");
    let preview = import(&bench, &file, &["--dry-run"]);
    assert_eq!(preview["asks"], json!(["decimal"]), "{preview}");
    assert!(problems(&preview)[0].contains("--decimal point"), "and it is said how: {preview}");
    let report = import(&bench, &file, &["--decimal", "point"]);
    assert_eq!(problems(&report), Vec::<String>::new(), "{report}");
    assert_eq!(accounts(&bench)[0]["arr"], json!({ "minor": 12_500, "currency": "KWD" }));
    let again = import(&bench, &file, &[]);
    assert_eq!(again["same"], 2, "what was said is kept for such files: {again}");
}

#[test]
fn a_row_that_cannot_be_read_is_a_problem_of_that_row() {
    let bench = Bench::new();
    bench.call("workspace.create", &json!({ "path": bench.workspace }));
    let text = "Name,Country,Renewal Date,ARR\nA,Atlantis,2027-01-15,\nB,DE,15/01/0027,\nC,DE,,15.01.2027\nD,DE,31/12/2026,\n";
    let told = problems(&import(&bench, &list(&bench, text), &["--dry-run"]));
    assert_eq!(told.len(), 3, "{told:?}");
    assert!(told[0].starts_with('2') && told[0].contains("Atlantis"), "{told:?}");
    assert!(told[1].starts_with('3') && told[1].contains("1900 to 2200"), "{told:?}");
    assert!(told[2].starts_with('4') && told[2].contains("no amount"), "{told:?}");
}

#[test]
fn a_preview_tells_amounts_as_they_are_written() {
    let bench = Bench::new();
    bench.call("account.create", &json!({ "name": "A", "arr": { "minor": 5_000, "currency": "USD" } }));
    let file = list(&bench, "Name,ARR\nA,\"$410,000\"\n");
    let output = bench.command(&["import", "accounts", &file, "--dry-run"]).output().unwrap();
    let told = String::from_utf8(output.stdout).unwrap();
    assert!(told.contains("USD 50.00 -> USD 410,000.00"), "nobody reads cents: {told}");
    let line = import(&bench, &file, &["--dry-run"])["lines"][0].clone();
    assert_eq!(
        line["to"],
        json!({ "minor": 41_000_000, "currency": "USD" }),
        "programs get money as everywhere"
    );
}

#[test]
fn a_year_that_nobody_means_is_refused_at_every_field_of_every_command() {
    let bench = Bench::new();
    let id = bench.call("account.create", &json!({ "name": "A" }))["id"].clone();
    for (name, request, field) in [
        ("account.create", json!({ "name": "B", "renewal_date": "0027-01-15" }), "renewal_date"),
        (
            "account.update",
            json!({ "id": id, "version": 1, "customer_since": "+20270-01-15" }),
            "customer_since",
        ),
        ("task.create", json!({ "title": "T", "account_id": id, "due": "12026-01-01" }), "due"),
        ("task.create", json!({ "title": "T", "account_id": id, "start": "0026-01-01" }), "start"),
        ("task.create", json!({ "title": "T", "account_id": id, "due": "2201-01-01" }), "due"),
        (
            "me.update",
            json!({ "version": 0, "holidays": [{ "date": "1899-12-31", "name": "x", "working": false }] }),
            "holidays[0].date",
        ),
        (
            "checklist.start",
            json!({ "account_id": id, "template_id": id, "started_on": "0027-01-15" }),
            "started_on",
        ),
        (
            "touchpoint.create",
            json!({ "account_id": id, "subject": "S", "held_on": "0027-01-15" }),
            "held_on",
        ),
    ] {
        let refusal = bench.refused(name, &request);
        assert_eq!(refusal["code"], "invalid", "{name}: {refusal}");
        assert_eq!(refusal["field"], field, "{name}: {refusal}");
        if !request.to_string().contains("12026") {
            assert_eq!(refusal["details"]["reason"], "outside_years", "{name}: {refusal}");
        }
    }
    let note = bench.call("account.create", &json!({ "name": "0027-01-15", "notes": "0027-01-15" }));
    assert_eq!(note["notes"], "0027-01-15", "a text may say what it likes");
}

#[test]
fn a_typed_text_is_read_by_the_same_rules() {
    let bench = Bench::new();
    bench.call("workspace.create", &json!({ "path": bench.workspace }));
    let date = |request: Value| bench.call("read.date", &request)["date"].clone();
    assert_eq!(date(json!({ "text": "1.2.27" })), "2027-02-01", "with points the day stands first");
    assert_eq!(date(json!({ "text": "20 nov", "way": "back" })), "2026-11-20", "a reading is over");
    assert_eq!(date(json!({ "text": "20 nov" })), "2027-11-20", "a due day is to come");
    assert_eq!(date(json!({ "text": "1/2", "order": "mdy", "way": "ahead" })), "2027-01-02");
    assert_eq!(date(json!({ "text": "end of month" })), "2026-11-30");
    let amount = |request: Value| bench.call("read.amount", &request)["amount"].clone();
    let kwd = |minor: i64| json!({ "minor": minor, "currency": "KWD" });
    assert_eq!(amount(json!({ "text": "12.500", "currency": "KWD", "decimal": "comma" })), kwd(12_500_000));
    assert_eq!(amount(json!({ "text": "12.500", "currency": "KWD", "decimal": "point" })), kwd(12_500));
    let euro = amount(json!({ "text": "120,000 EUR", "decimal": "comma" }));
    assert_eq!(euro["minor"], 12_000_000, "a thousand is never read as one");
    assert_eq!(bench.call("read.number", &json!({ "text": "0,750" }))["value"], 0.75);
    assert_eq!(bench.call("read.time", &json!({ "text": "1pm" }))["time"], "13:00");
    for (name, text, reason) in [
        ("read.date", "soon", "unreadable"),
        ("read.date", "15/01/0027", "outside_years"),
        ("read.number", "1.234", "two_ways"),
        ("read.amount", "12.500 KWD", "two_ways"),
        ("read.amount", "500", "unreadable"),
        ("read.time", "25", "unreadable"),
    ] {
        let request = if name == "read.date" {
            json!({ "text": text, "order": "dmy" })
        } else {
            json!({ "text": text })
        };
        let refusal = bench.refused(name, &request);
        assert_eq!(
            (&refusal["field"], &refusal["details"]["reason"]),
            (&json!("text"), &json!(reason)),
            "{text}: {refusal}"
        );
    }
}

#[test]
fn the_direction_of_a_criterion_follows_from_its_ends() {
    let bench = Bench::new();
    let account = bench.call("account.create", &json!({ "name": "A" }))["id"].clone();
    let plan = bench.call("plan.create", &json!({ "account_id": account, "title": "P" }))["id"].clone();
    let objective = bench.call("objective.create", &json!({ "plan_id": plan, "title": "O" }))["id"].clone();
    let make = |more: Value| {
        let mut fields = json!({ "objective_id": objective, "name": "Lead time" });
        fields.as_object_mut().unwrap().extend(more.as_object().unwrap().clone());
        fields
    };
    let criterion = bench.call("criterion.create", &make(json!({ "baseline": 20, "target": 10 })));
    assert_eq!(criterion["direction"], "lower_is_better", "nobody said it, and the numbers go down");
    let bare = bench.call("criterion.create", &make(json!({ "baseline": 20 })));
    let filled = json!({ "id": bare["id"], "version": 1, "target": 10 });
    assert_eq!(
        bench.call("criterion.update", &filled)["direction"],
        "lower_is_better",
        "typed one after the other"
    );
    let said = bench.refused(
        "criterion.create",
        &make(json!({ "baseline": 20, "target": 10, "direction": "higher_is_better" })),
    );
    assert_eq!(
        (&said["field"], &said["details"]["reason"]),
        (&json!("direction"), &json!("wrong_way")),
        "{said}"
    );
    let turned = json!({ "id": criterion["id"], "version": 1, "target": 30 });
    assert_eq!(bench.refused("criterion.update", &turned)["field"], "target", "refused where it is made");
    let both = json!({ "id": criterion["id"], "version": 1, "target": 30, "direction": "higher_is_better" });
    assert_eq!(bench.call("criterion.update", &both)["target"], 30.0, "both can be changed together");
    let kept = bench.call("criterion.create", &make(json!({ "baseline": 99, "target": 99 })));
    assert_eq!(kept["target"], 99.0, "what is good is to stay so");
    let floor = make(json!({ "direction": "in_range", "target_min": 5, "baseline": 1 }));
    let floor = bench.call("criterion.create", &floor)["id"].clone();
    bench.call("reading.create", &json!({ "criterion_id": floor, "value": 7 }));
    let progress = bench.call("criterion.get", &json!({ "id": floor }))["progress"].clone();
    assert_eq!(progress, 1.0, "a floor has no upper end");
}

/// Amounts and days as they are written in a country.
fn written(language: u16) -> String {
    let mut text = "Name,ARR,Currency,Seats,Renewal Date\n".to_owned();
    for row in 0..40_u32 {
        let (whole, cents, day, month) = (row * row * 977 + row, row * 7 % 100, row % 28 + 1, row % 12 + 1);
        let grouped = |mark: &str| match (whole / 1_000_000, whole / 1_000 % 1_000, whole % 1_000) {
            (0, 0, rest) => rest.to_string(),
            (0, thousands, rest) => format!("{thousands}{mark}{rest:03}"),
            (millions, thousands, rest) => format!("{millions}{mark}{thousands:03}{mark}{rest:03}"),
        };
        let (arr, date) = match language {
            1031 => {
                (format!("{},{cents:02}", grouped(".")), format!("{day:02}.{month:02}.{}", 2027 + row % 3))
            }
            _ => (format!("{}.{cents:02}", grouped(",")), format!("{month}/{day}/{}", 2027 + row % 3)),
        };
        text += &format!("Account {row:02},\"{arr}\",EUR,{whole},{date}\n");
    }
    text
}

#[test]
fn what_libreoffice_understands_of_a_list_is_what_we_do() {
    for (language, order) in [(1031, "dmy"), (1033, "mdy")] {
        let bench = Bench::new();
        let file = list(&bench, &written(language));
        let ours = import(&bench, &file, &["--dates", order]);
        assert_eq!((&ours["new"], problems(&ours)), (&json!(40), Vec::new()), "{language}");
        let theirs = understood(std::path::Path::new(&file), language);
        let report = import(&bench, theirs.to_str().unwrap(), &[]);
        assert_eq!(
            (&report["same"], &report["lines"]),
            (&json!(40), &json!([])),
            "{language}: cells of dates and numbers say what the text said: {report}"
        );
    }
}
