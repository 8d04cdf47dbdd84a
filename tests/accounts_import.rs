//! Accounts and contacts out of lists of other systems, through whole processes.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::disallowed_methods)]

mod process;

use cairn_testkit::{Book, Cell, Sheet};
use process::{Bench, said};
use serde_json::{Value, json};

/// Imports a text; the report, or the refusal. A preview is a report, whatever stands in the way.
fn import(bench: &Bench, kind: &str, text: &str, more: &[&str]) -> Result<Value, Value> {
    let file = bench.path("list.csv");
    std::fs::write(&file, text).unwrap();
    import_file(bench, kind, file.to_str().unwrap(), more)
}

fn import_file(bench: &Bench, kind: &str, file: &str, more: &[&str]) -> Result<Value, Value> {
    let output = bench.command(&[&["import", kind, file, "--json"][..], more].concat()).output().unwrap();
    if !output.stdout.is_empty() {
        let report: Value = serde_json::from_slice(&output.stdout).unwrap();
        let is_free = report["problems"].as_array().unwrap().is_empty();
        assert_eq!(output.status.success(), is_free, "a preview with problems fails: {report}");
        return Ok(report);
    }
    assert!(!output.status.success(), "what succeeds is reported");
    Err(serde_json::from_str(said(&output).lines().last().unwrap()).unwrap())
}

fn counts(report: &Value) -> [u64; 4] {
    ["new", "changed", "same", "missing"]
        .map(|key| report[key].as_u64().unwrap_or_else(|| panic!("{report}")))
}

/// Line, field and words of every problem.
fn problems(report: &Value) -> Vec<String> {
    let text = |value: &Value| value.as_str().map_or_else(|| value.to_string(), str::to_owned);
    let told = |problem: &Value| ["row", "field", "message"].map(|key| text(&problem[key])).join(" ");
    report["problems"].as_array().unwrap().iter().map(told).collect()
}

fn all(bench: &Bench, kind: &str) -> Vec<Value> {
    bench.call(&format!("{kind}.list"), &json!({}))["items"].as_array().unwrap().clone()
}

fn named(records: &[Value], name: &str) -> Value {
    records.iter().find(|one| one["name"] == name).unwrap_or_else(|| panic!("no {name}: {records:?}")).clone()
}

const GAINSIGHT: &str = "\u{feff}Name;Company Id;ARR (EUR);CSM;Stage;Status;NPS®;Original Contract Date;Renewal Date;Industry;Success Tier__gc\r\n\
    Nordwind AG;1P02;\"120.000,00\";Mara Lindt;Adoption;Active;40;2024-02-01;31/01/2027;Energy;Advanced\r\n\
    Sable Rail;1P03;80000;Jonas Berg;Onboarding;Active;;2026-10-01;28/02/2027;Rail;Signature\r\n\
    \r\nGrand Total;;200000;;;;;;;;\r\n\r\n\"Confidential Information - Do Not Distribute\"\r\n";

#[test]
fn a_country_with_its_part_sets_both() {
    let bench = Bench::new();
    bench.call("workspace.create", &json!({ "path": bench.workspace }));
    let list =
        "Account Name,Country\nLeeds Rail,GB-ENG\nIsar Works,DE-BY\nPort Foods,Netherlands\nThames,GB-LND\n";
    let report = import(&bench, "accounts", list, &[]).unwrap();
    assert_eq!(counts(&report), [4, 0, 0, 0], "{report}");
    let accounts = all(&bench, "account");
    for (name, country, part) in [
        ("Leeds Rail", "GB", "ENG"),
        ("Isar Works", "DE", "BY"),
        ("Port Foods", "NL", ""),
        ("Thames", "GB", "LND"),
    ] {
        let account = named(&accounts, name);
        let place = (&account["country"], &account["subdivision"]);
        assert_eq!(place, (&json!(country), &json!(part)), "{name}");
    }
    let none =
        import(&bench, "accounts", "Account Name,Country\nLeeds Rail,GB-XYZ\n", &["--dry-run"]).unwrap();
    assert!(problems(&none)[0].contains("GB-XYZ"), "a part that is none is asked about: {none}");
    let list = "Account Name,Country\nReims Foods,FR-GES\nPort Aruba,NL-AW\n";
    let whole = import(&bench, "accounts", list, &["--dry-run"]).unwrap();
    let told = problems(&whole);
    for (at, part) in [(0, "57, 6AE"), (1, "say AW as the country")] {
        assert!(told[at].contains(part), "no holidays are lost without a word: {told:?}");
    }
}

#[test]
fn a_year_of_two_digits_that_may_stand_first_is_asked() {
    let bench = Bench::new();
    bench.call("workspace.create", &json!({ "path": bench.workspace }));
    let list = "Account Name,Renewal Date\nA,27/01/15\nB,27-02-03\n";
    let report = import(&bench, "accounts", list, &["--dry-run"]).unwrap();
    assert_eq!(report["asks"], json!(["dates"]), "{report}");
    assert!(problems(&report)[0].contains("--dates ymd"), "and that answer is named: {report}");
    import(&bench, "accounts", list, &["--dates", "ymd"]).unwrap();
    let accounts = all(&bench, "account");
    let days = ["A", "B"].map(|name| named(&accounts, name)["renewal_date"].clone());
    assert_eq!(days, [json!("2027-01-15"), json!("2027-02-03")]);
}

#[test]
fn what_a_rule_refuses_is_said_with_the_value_of_the_file() {
    let bench = Bench::new();
    bench.call("workspace.create", &json!({ "path": bench.workspace }));
    let list = "Account Name,Licensed Seats,Renewal Date\nNordwind,-5,2027-01-31\nSable,40,2027-02-28\n";
    let preview = import(&bench, "accounts", list, &["--dry-run"]).unwrap();
    let told = &problems(&preview)[0];
    for part in ["2 ", "licensed_seats", "must not be negative", "“-5”"] {
        assert!(told.contains(part), "{part}: {told}");
    }
}

#[test]
fn a_report_of_gainsight_becomes_accounts_in_one_step() {
    let bench = Bench::new();
    bench.call("workspace.create", &json!({ "path": bench.workspace }));
    let preview = import(&bench, "accounts", GAINSIGHT, &["--dry-run"]).unwrap();
    assert_eq!((counts(&preview), &preview["problems"]), ([2, 0, 0, 0], &json!([])), "{preview}");
    assert_eq!(all(&bench, "account").len(), 0, "a preview takes nothing in");
    let report = import(&bench, "accounts", GAINSIGHT, &[]).unwrap();
    assert_eq!(report, preview, "what was promised is done");
    let ignored = report["ignored"][0].as_str().unwrap();
    assert!(
        ignored.starts_with("under the rows, lines 5 to 7"),
        "the block under the rows is told: {ignored}"
    );
    let means = |heading: &str| {
        let columns = report["columns"].as_array().unwrap();
        columns.iter().find(|column| column["heading"] == heading).unwrap()["field"].clone()
    };
    assert_eq!(
        (means("NPS®"), means("Stage")),
        (Value::Null, json!("lifecycle_stage")),
        "each column is told"
    );
    assert_eq!(report["dates"], json!({ "order": "dmy", "sample": "31/01/2027" }), "one day told the order");
    let account = named(&all(&bench, "account"), "Nordwind AG");
    assert_eq!(account["arr"], json!({ "minor": 12_000_000, "currency": "EUR" }));
    assert_eq!(account["renewal_date"], "2027-01-31");
    assert_eq!(
        (&account["success_tier"], &account["lifecycle_stage"]),
        (&json!("advanced"), &json!("enable"))
    );
    assert_eq!(account["account_team"], json!([{ "role": "CSM", "name": "Mara Lindt" }]));
    assert_eq!(account["links"], json!([{ "system": "Gainsight", "id": "1P02", "url": "" }]));
    let again = import(&bench, "accounts", GAINSIGHT, &[]).unwrap();
    assert_eq!(counts(&again), [0, 0, 2, 0], "the same report is no news: {again}");
    bench.call("undo", &json!({}));
    assert_eq!(all(&bench, "account").len(), 0, "one undo takes all of it back");
    bench.assert_sound("after a list and its undo");
}

#[test]
fn rows_of_one_account_add_to_each_other() {
    let bench = Bench::new();
    // A report by opportunity: its stage and its owner are not the account's.
    let text = "Account Name,Opportunity Name,Stage,Industry,Tier\nNordwind,Seats,Closed Won,Energy,\nnordwind,More seats,Open,,Advanced\n";
    let report = import(&bench, "accounts", text, &[]).unwrap();
    assert_eq!(counts(&report), [1, 0, 0, 0], "{report}");
    let account = named(&all(&bench, "account"), "Nordwind");
    assert_eq!((&account["industry"], &account["success_tier"]), (&json!("Energy"), &json!("advanced")));
    let again = import(&bench, "accounts", text, &[]).unwrap();
    assert_eq!(counts(&again), [0, 0, 1, 0], "{again}");
}

#[test]
fn an_account_is_known_by_its_id_before_its_name_and_an_empty_cell_says_nothing() {
    let bench = Bench::new();
    import(
        &bench,
        "accounts",
        "Account Name,Account ID,Industry,CSM\nNordwind,001A000001abcde,Energy,Mara\n",
        &[],
    )
    .unwrap();
    bench.call("account.create", &json!({ "name": "Sable Rail", "notes": "ours" }));
    let text = "Industry\tAccount ID\tAccount Name\tCSM\n\t001A000001abcdeIAB\tNordwind Energy AG\tJonas\nRail\t001A000001fghij\tsable rail\t\n";
    let report = import(&bench, "accounts", text, &[]).unwrap();
    assert_eq!(counts(&report), [0, 2, 0, 0], "{report}");
    let accounts = all(&bench, "account");
    let nordwind = named(&accounts, "Nordwind Energy AG");
    assert_eq!(
        (&nordwind["industry"], &nordwind["account_team"][0]["name"]),
        (&json!("Energy"), &json!("Jonas"))
    );
    let sable = accounts.iter().find(|one| one["notes"] == "ours").unwrap();
    assert_eq!(
        (&sable["links"][0]["id"], &sable["industry"]),
        (&json!("001A000001fghij"), &json!("Rail")),
        "by its name"
    );
    let other = "Account Name,Account ID\nSable Rail,001A000009zzzzz\n";
    assert_eq!(
        counts(&import(&bench, "accounts", other, &[]).unwrap()),
        [1, 0, 0, 0],
        "another id is another account"
    );
    let two = import(&bench, "accounts", "Name,Industry\nSable Rail,Trams\n", &["--dry-run"]).unwrap();
    assert!(problems(&two)[0].starts_with("2 name Several accounts"), "which of them nobody can tell: {two}");
}

#[test]
fn what_a_file_does_not_tell_is_asked_once_and_kept_for_the_next() {
    let bench = Bench::new();
    bench.call("workspace.create", &json!({ "path": bench.workspace }));
    let text = "Kunde,ARR,Renewal Date,Level\nNordwind,1200,03/04/2027,Signature\n";
    let open = import(&bench, "accounts", text, &["--dry-run"]).unwrap();
    assert_eq!(open["asks"], json!(["dates"]), "{open}");
    let about = |report: &Value| {
        report["problems"].as_array().unwrap().iter().map(|one| one["field"].clone()).collect::<Vec<_>>()
    };
    assert_eq!(about(&open), ["name", "dates"], "each said once, not by row: {open}");
    let refused = import(&bench, "accounts", text, &[]).unwrap_err();
    assert_eq!(refused["code"], "invalid", "{refused}");
    let map = bench.path("map.json");
    std::fs::write(&map, json!({ "Kunde": "name", "level": "success_tier" }).to_string()).unwrap();
    let map = ["--map", map.to_str().unwrap()];
    let open = import(&bench, "accounts", text, &[&map[..], &["--dry-run"]].concat()).unwrap();
    assert_eq!(open["asks"], json!(["dates", "currency"]), "{open}");
    assert_eq!(about(&open), ["dates", "currency"], "each is a problem of the file: {open}");
    let said = [&map[..], &["--dates", "mdy", "--currency", "eur"]].concat();
    let report = import(&bench, "accounts", text, &said).unwrap();
    assert_eq!((counts(&report), &report["asks"]), ([1, 0, 0, 0], &json!([])), "{report}");
    let account = named(&all(&bench, "account"), "Nordwind");
    assert_eq!(
        (&account["renewal_date"], &account["success_tier"]),
        (&json!("2027-03-04"), &json!("signature"))
    );
    assert_eq!(account["arr"], json!({ "minor": 120_000, "currency": "EUR" }));
    let next = "Level,Renewal Date,ARR,Kunde\nSignature,05/06/2027,900,Sable\n";
    let report = import(&bench, "accounts", next, &[]).unwrap();
    assert_eq!(counts(&report), [1, 0, 0, 0], "the same headings in another order need no word: {report}");
    assert_eq!(named(&all(&bench, "account"), "Sable")["renewal_date"], "2027-05-06");
    let other = import(&bench, "contacts", next, &["--dry-run"]).unwrap();
    assert!(!problems(&other).is_empty(), "what was said of accounts says nothing of contacts: {other}");
}

#[test]
fn the_currency_is_asked_once_however_many_amounts_name_none() {
    let bench = Bench::new();
    bench.call("workspace.create", &json!({ "path": bench.workspace }));
    let rows: String = (1..=40).map(|n| format!("Account {n};{n}000\n")).collect();
    let text = format!("Name;ARR\nNordwind;USD 500\n{rows}");
    let open = import(&bench, "accounts", &text, &["--dry-run"]).unwrap();
    assert_eq!((counts(&open), &open["asks"]), ([41, 0, 0, 0], &json!(["currency"])), "all else is shown");
    let told = problems(&open);
    assert_eq!(told.len(), 1, "one question for the file: {told:?}");
    assert!(told[0].starts_with("null currency Amounts such as 1000 name no currency"), "{told:?}");
    assert!(told[0].contains("in the dialog or with `--currency EUR`"), "it says how to answer: {told:?}");
    let refused = import(&bench, "accounts", &text, &[]).unwrap_err();
    assert_eq!(refused["details"]["problems"], open["problems"], "nothing comes in before it is answered");
    let wrong = import(&bench, "accounts", &text, &["--currency", "euro", "--dry-run"]).unwrap();
    let told = problems(&wrong);
    assert_eq!(
        (told.len(), &wrong["asks"]),
        (1, &json!(["currency"])),
        "a wrong answer is told once: {told:?}"
    );
    assert!(told[0].starts_with("null currency “EURO” is no currency"), "{told:?}");
    let report = import(&bench, "accounts", &text, &["--currency", "eur"]).unwrap();
    assert_eq!((counts(&report), problems(&report).len()), ([41, 0, 0, 0], 0), "{report}");
    let accounts = all(&bench, "account");
    assert_eq!(named(&accounts, "Account 7")["arr"], json!({ "minor": 700_000, "currency": "EUR" }));
    assert_eq!(
        named(&accounts, "Nordwind")["arr"],
        json!({ "minor": 50_000, "currency": "USD" }),
        "what a cell says holds"
    );
}

#[test]
fn what_is_wrong_is_said_by_line_and_field_and_nothing_comes_in() {
    let bench = Bench::new();
    bench.call("workspace.create", &json!({ "path": bench.workspace }));
    let text = "Name,Tier,Renewal Date,Seats,Billing Country,Time Zone,ARR\n\
                A,Gold,,,,,\nB,,soon,,,,\nC,,,-4,,,\nD,,,,Atlantis,,\nE,,,,,Mars/Base,\nF,,,,,,much\nG,,,,,,\"1.0051 EUR\"\nH,,,,,,\nh,Advanced,,,,,\nH,Essentials,,,,,\n,Advanced,,,,,\n";
    let report = import(&bench, "accounts", text, &["--dry-run"]).unwrap();
    let told = problems(&report);
    for expected in [
        "2 success_tier “Gold” is none of: on demand",
        "3 renewal_date “soon” is no date",
        "4 licensed_seats",
        "5 country “Atlantis” is no country",
        "6 time_zone",
        "7 arr “much” is no amount",
        "8 arr “1.0051 EUR” is no amount",
        "11 success_tier This account stands in line 9 already",
        "12 name",
    ] {
        assert!(told.iter().any(|one| one.starts_with(expected)), "{expected} is missing: {told:#?}");
    }
    let refused = import(&bench, "accounts", text, &[]).unwrap_err();
    assert_eq!(refused["details"]["problems"], report["problems"], "what is refused says the same");
    assert_eq!(all(&bench, "account").len(), 0, "nothing came in");
    let none = import(&bench, "accounts", "\u{0}\u{1}", &["--dry-run"]).unwrap();
    assert!(problems(&none)[0].contains("no list (CSV or XLSX)"), "{none}");
    let both = import(
        &bench,
        "accounts",
        "Name,Renewal\nA,31/12/2027\nB,12/31/2027\n",
        &["--dates", "dmy", "--dry-run"],
    );
    assert!(
        problems(&both.unwrap())[0].starts_with("3 renewal_date “12/31/2027” is no date with the day before")
    );
}

#[test]
fn contacts_find_their_account_and_are_known_by_their_address() {
    let bench = Bench::new();
    import(&bench, "accounts", "Name,Account ID\nNordwind AG,001\nSable Rail,002\n", &[]).unwrap();
    let text = "First Name,Last Name,Email,Title,Account Name,Account ID,Persona,Reports To\n\
                Ines,Falk,ines@nordwind.example,CTO,Nordwind AG,,Executive Sponsor,\n\
                Tom,Rau,tom@nordwind.example,Engineer,,001,,Ines Falk\n\
                Lea,Stern,,Buyer,sable rail,,Economic Buyer,\n";
    let report = import(&bench, "contacts", text, &[]).unwrap();
    assert_eq!(counts(&report), [3, 0, 0, 0], "{report}");
    let people = all(&bench, "contact");
    let (ines, tom) = (named(&people, "Ines Falk"), named(&people, "Tom Rau"));
    assert_eq!((&tom["reports_to"], &tom["account_id"]), (&ines["id"], &ines["account_id"]));
    assert_eq!(ines["persona"], "executive_sponsor");
    let again = import(&bench, "contacts", text, &[]).unwrap();
    assert_eq!(counts(&again), [0, 0, 3, 0], "the same list is no news: {again}");
    let renamed = "Name;E-mail;Account Name\nInes Falk-Berg;INES@nordwind.example;Nordwind AG\nLea Stern;lea@sable.example;Sable Rail\n";
    let report = import(&bench, "contacts", renamed, &[]).unwrap();
    assert_eq!(
        counts(&report),
        [0, 2, 0, 0],
        "by the address, and by the name where none was known: {report}"
    );
    let lost = import(&bench, "contacts", "Name,Email\nNew Person,new@x.example\n", &["--dry-run"]).unwrap();
    assert_eq!(lost["asks"], json!(["account"]), "{lost}");
    let report =
        import(&bench, "contacts", "Name,Email\nNew Person,new@x.example\n", &["--account", "Sable Rail"]);
    assert_eq!(counts(&report.unwrap()), [1, 0, 0, 0], "with the account it is clear");
    let text = "Name,Account,Reports To\nA,Nowhere Inc,\nB,Sable Rail,Nobody\n";
    let filed = import(&bench, "contacts", text, &["--dry-run", "--account", "Sable Rail"]).unwrap();
    assert!(
        problems(&filed)[0].contains("“Nowhere Inc”"),
        "whoever names another company is not of this account: {filed}"
    );
    let report = import(&bench, "contacts", text, &["--dry-run"]).unwrap();
    let told = problems(&report);
    assert!(
        told.iter().any(|one| one.starts_with("2 account No account is called “Nowhere Inc”")),
        "{told:?}"
    );
    assert!(
        told.iter().any(|one| one.starts_with("3 reports_to The account has no contact called “Nobody”")),
        "{told:?}"
    );
    bench.call("undo", &json!({}));
    bench.call("undo", &json!({}));
    assert_eq!(
        named(&all(&bench, "contact"), "Ines Falk")["email"],
        "ines@nordwind.example",
        "a step back each"
    );
}

#[test]
fn a_workbook_is_read_by_the_sheet_that_knows_most_and_by_its_typed_cells() {
    let bench = Bench::new();
    bench.call("workspace.create", &json!({ "path": bench.workspace }));
    let text = |text: &str| Cell::from(text);
    let list = vec![
        vec![text("Book of business"), Cell::Empty, Cell::Empty, Cell::Empty],
        vec![Cell::Empty; 4],
        vec![text("Renewal Date"), text("Seats"), text("Account Name"), text("ARR USD")],
        vec![Cell::Date("2027-04-03".parse().unwrap()), 250.0.into(), text("=Nordwind"), 1200.5.into()],
        vec![Cell::Empty, Cell::Formula("=1+1".into()), text("Sable"), Cell::Empty],
    ];
    let sheets = vec![
        Sheet { name: "Notes".into(), rows: vec![vec![text("Name")], vec![text("nobody")]] },
        Sheet { name: "Report".into(), rows: list },
    ];
    let file = bench.path("book.xlsx");
    let mut book = Book { sheets };
    book.save(&file);
    let path = file.to_str().unwrap();
    let report = import_file(&bench, "accounts", path, &["--dry-run"]).unwrap();
    assert_eq!(
        report["problems"][0]["message"], "The cell is a formula; put its value there instead.",
        "{report}"
    );
    assert_eq!(report["ignored"][0], "the sheet “Notes”", "{report}");
    book.sheet("Report").rows[4][1] = 12.0.into();
    book.save(&file);
    let report = import_file(&bench, "accounts", path, &[]).unwrap();
    assert_eq!(counts(&report), [2, 0, 0, 0], "{report}");
    let account = named(&all(&bench, "account"), "=Nordwind");
    assert_eq!((&account["renewal_date"], &account["licensed_seats"]), (&json!("2027-04-03"), &json!(250)));
    assert_eq!(account["arr"], json!({ "minor": 120_050, "currency": "USD" }));
}
