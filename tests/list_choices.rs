//! Lists of other systems that are not fine as a whole: what is left out, said, mapped or chosen, through whole processes.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::disallowed_methods)]

mod process;

use std::{io::Write as _, process::Output};

use process::{Bench, said};
use serde_json::{Value, json};

/// Runs an import of these bytes.
fn run(bench: &Bench, kind: &str, name: &str, bytes: impl AsRef<[u8]>, more: &[&str]) -> Output {
    let file = bench.path(name);
    std::fs::write(&file, bytes).unwrap();
    let file = file.to_str().unwrap();
    bench.command(&[&["import", kind, file, "--json"][..], more].concat()).output().unwrap()
}

fn report(output: &Output) -> Value {
    serde_json::from_slice(&output.stdout).unwrap_or_else(|_| panic!("{}", said(output)))
}

fn refusal(output: &Output) -> Value {
    assert_eq!(output.status.code(), Some(1), "refused: {}", said(output));
    serde_json::from_str(said(output).lines().last().unwrap()).unwrap()
}

fn names(bench: &Bench, kind: &str) -> Vec<String> {
    let all = bench.call(&format!("{kind}.list"), &json!({}));
    let mut names: Vec<String> =
        all["items"].as_array().unwrap().iter().map(|one| one["name"].as_str().unwrap().to_owned()).collect();
    names.sort();
    names
}

fn new_bench() -> Bench {
    let bench = Bench::new();
    bench.call("workspace.create", &json!({ "path": bench.workspace }));
    bench
}

const GROUPED: &str = "Region,Account Name,ARR,Seats\nEMEA,Nordwind,100000,10\nEMEA,Sable Rail,50000,5\nSubtotal,,150000,15\n\
    AMER,Harrow,25000,3\nAMER,Total,75000,7\nAMER Total,,100000,10\nGrand Total,,250000,25\n";

#[test]
fn subtotals_are_counted_as_skipped_and_a_customer_called_total_is_not() {
    let bench = new_bench();
    let preview = run(&bench, "accounts", "grouped.csv", GROUPED, &["--currency", "EUR", "--dry-run"]);
    let shown = report(&preview);
    assert_eq!((&shown["new"], &shown["skipped"]), (&json!(4), &json!(3)), "{shown}");
    assert_eq!(shown["left_out"][0], json!({ "row": 4, "words": "Subtotal" }), "each by its row and words");
    assert!(preview.status.success(), "nothing stands in the way");
    run(&bench, "accounts", "grouped.csv", GROUPED, &["--currency", "EUR"]);
    assert_eq!(names(&bench, "account"), ["Harrow", "Nordwind", "Sable Rail", "Total"]);
}

#[test]
fn a_row_that_looks_like_a_sum_is_kept_where_somebody_says_so() {
    let bench = new_bench();
    let text =
        "Account Name,ARR,Seats\nAlpha,1000,10\nTotal Quality,1000,10\nBeta,1000,10\nSubtotal,3000,30\n";
    let run =
        |more: &[&str]| run(&bench, "accounts", "list.csv", text, &[&["--currency", "EUR"], more].concat());
    let asked = report(&run(&["--dry-run"]));
    assert_eq!(
        (&asked["problems"][0]["row"], &asked["problems"][0]["doubt"], &asked["skipped"]),
        (&json!(3), &json!(true), &json!(1)),
        "a row that is like the one above it is asked about: {asked}"
    );
    let refused = refusal(&run(&[]));
    let message = refused["message"].as_str().unwrap();
    assert!(
        message.contains("“Total Quality”") && message.contains("--keep-row"),
        "with both ways: {message}"
    );
    let out = report(&run(&["--skip-row", "3", "--dry-run"]));
    assert_eq!((&out["new"], &out["skipped"], &out["problems"]), (&json!(2), &json!(2), &json!([])), "{out}");
    let map = bench.path("keep.json");
    std::fs::write(&map, json!({ "keep": [3, 5] }).to_string()).unwrap();
    let kept = report(&run(&["--map", map.to_str().unwrap(), "--dry-run"]));
    assert_eq!((&kept["new"], &kept["skipped"]), (&json!(4), &json!(0)), "a certain one too: {kept}");
    let done = report(&run(&["--keep-row", "3"]));
    assert_eq!((&done["new"], &done["skipped"]), (&json!(3), &json!(1)), "{done}");
    assert_eq!(names(&bench, "account"), ["Alpha", "Beta", "Total Quality"]);
}

#[test]
fn what_is_fine_is_taken_in_without_what_is_not_only_if_somebody_says_so() {
    let bench = new_bench();
    let text = "Name,Tier,Seats\nNordwind,Signature,10\nSable,Gold,5\nHarrow,Advanced,-3\nQuill,,7\n";
    let refused = refusal(&run(&bench, "accounts", "list.csv", text, &[]));
    assert_eq!(
        (&refused["code"], &refused["field"]),
        (&json!("invalid"), &json!("success_tier")),
        "{refused}"
    );
    let message = refused["message"].as_str().unwrap();
    assert!(message.contains("2 other rows are fine") && message.contains("--skip-problems"), "{message}");
    assert_eq!(names(&bench, "account").len(), 0, "nothing is half applied");
    let preview = run(&bench, "accounts", "list.csv", text, &["--dry-run"]);
    assert_eq!((preview.status.code(), report(&preview)["fine"].as_u64()), (Some(1), Some(2)));
    let preview = report(&run(&bench, "accounts", "list.csv", text, &["--dry-run", "--skip-problems"]));
    assert_eq!(
        (&preview["new"], &preview["skipped"], &preview["problems"]),
        (&json!(2), &json!(2), &json!([]))
    );
    assert_eq!(preview["left_out"][0]["row"], 3, "{preview}");
    assert!(
        preview["left_out"][0]["why"].as_str().unwrap().starts_with("“Gold” is none of"),
        "with its reason"
    );
    let done = report(&run(&bench, "accounts", "list.csv", text, &["--skip-problems"]));
    assert_eq!(done, preview, "what was promised is done");
    assert_eq!(names(&bench, "account"), ["Nordwind", "Quill"]);
    bench.call("undo", &json!({}));
    assert_eq!(names(&bench, "account").len(), 0, "as one step");
}

#[test]
fn what_no_row_can_mend_is_not_skipped() {
    let bench = new_bench();
    let text = "Name,ARR\nNordwind,100\nSable,much\n";
    let refused = refusal(&run(&bench, "accounts", "list.csv", text, &["--skip-problems"]));
    assert_eq!(refused["field"], "currency", "the currency is asked, whatever is skipped: {refused}");
    assert_eq!(names(&bench, "account").len(), 0);
}

#[test]
fn a_value_and_a_company_are_said_once_and_kept_for_the_next_file() {
    let bench = new_bench();
    let rows: String = (1..=26).map(|n| format!("Account {n},Tier 1\n")).collect();
    let text = format!("Name,Level of service\n{rows}");
    let map = bench.path("map.json");
    std::fs::write(
        &map,
        json!({ "Level of service": "success_tier", "values": { "success_tier": { "Tier 1": "Signature" } }, "skip": [3] }).to_string(),
    )
    .unwrap();
    let map = ["--map", map.to_str().unwrap()];
    let done = report(&run(&bench, "accounts", "list.csv", &text, &map));
    assert_eq!((&done["new"], &done["skipped"]), (&json!(25), &json!(1)), "{done}");
    assert_eq!(
        done["lines"][0]["to"]["success_tier"], "signature",
        "what is imported is shown with its values"
    );
    let next = "Level of service,Name\nTier 1,Account 99\n";
    let next = report(&run(&bench, "accounts", "next.csv", next, &[]));
    assert_eq!((&next["new"], &next["problems"]), (&json!(1), &json!([])), "the next needs no word: {next}");

    let people = "Name,Company\nAda Quill,Account one\nTom Rau,Account one\n";
    let open =
        report(&run(&bench, "contacts", "people.csv", people, &["--account", "Account 5", "--dry-run"]));
    assert_eq!(open["problems"][0]["value"], "Account one", "whose people nobody knows is asked: {open}");
    let map = bench.path("people.json");
    std::fs::write(&map, json!({ "values": { "account": { "account ONE": "Account 1" } } }).to_string())
        .unwrap();
    let done = report(&run(&bench, "contacts", "people.csv", people, &["--map", map.to_str().unwrap()]));
    assert_eq!(done["new"], 2, "{done}");
    let account =
        bench.call("account.list", &json!({ "filter": { "name": "Account 1" } }))["items"][0]["id"].clone();
    let all = bench.call("contact.list", &json!({ "filter": { "account_id": account } }));
    assert_eq!(all["total"], 2, "both went where it was said");
    std::fs::write(bench.path("wrong.json"), json!({ "rows": {} }).to_string()).unwrap();
    let wrong = bench.path("wrong.json");
    let refused =
        refusal(&run(&bench, "contacts", "people.csv", people, &["--map", wrong.to_str().unwrap()]));
    assert_eq!((&refused["code"], &refused["field"]), (&json!("invalid"), &json!("map")), "{refused}");
}

#[test]
fn a_name_that_looks_the_same_is_the_same_and_a_near_one_is_pointed_out() {
    let bench = new_bench();
    bench.call("account.create", &json!({ "name": "Société Générale" }));
    let text = "Name,Industry\nSocie\u{301}te\u{301}\u{a0} Ge\u{301}ne\u{301}rale,Bank\nSociete Generale,Bank\nSociété Générale SA,Bank\n";
    let shown = report(&run(&bench, "accounts", "list.csv", text, &["--dry-run"]));
    assert_eq!((&shown["new"], &shown["changed"]), (&json!(2), &json!(1)), "{shown}");
    let lines = shown["lines"].as_array().unwrap();
    let near = |title: &str| lines.iter().find(|line| line["title"] == title).unwrap()["near"].clone();
    assert_eq!(near("Société Générale SA"), "Société Générale", "another legal form is pointed out");
    let people = "Name,Email\nAda,ada@x.example\n";
    let done = run(
        &bench,
        "contacts",
        "people.csv",
        people,
        &["--account", "societe\u{301} ge\u{301}ne\u{301}rale"],
    );
    assert_eq!(done.status.code(), Some(1), "one accent is missing: {}", said(&done));
    let done = run(
        &bench,
        "contacts",
        "people.csv",
        people,
        &["--account", "socie\u{301}te\u{301}  ge\u{301}ne\u{301}rale"],
    );
    assert_eq!(report(&done)["new"], 1, "the account is found on the command line too");
}

#[test]
fn of_two_rows_of_one_account_that_differ_one_can_be_kept() {
    let bench = new_bench();
    let text = "Name,Tier\nNordwind,Signature\nNordwind,Advanced\n";
    let open = report(&run(&bench, "accounts", "list.csv", text, &["--dry-run"]));
    assert_eq!(
        (&open["problems"][0]["row"], &open["problems"][0]["first"]),
        (&json!(3), &json!(2)),
        "{open}"
    );
    let file = bench.path("list.csv");
    bench.call("import.apply", &json!({ "kind": "accounts", "path": file, "skip": [{ "row": 2 }] }));
    let account = bench.call("account.list", &json!({}))["items"][0].clone();
    assert_eq!(account["success_tier"], "advanced", "the second was kept");
}

#[test]
fn a_text_in_another_encoding_is_read_right_or_asked_about() {
    let bench = new_bench();
    // 日立製作所 and 山田 in Shift_JIS; Łódź in windows-1250.
    let sjis = b"Name,CSM\n\x93\xfa\x97\xa7\x90\xbb\x8d\xec\x8f\x8a,\x8eR\x93c\n";
    let output = run(&bench, "accounts", "sjis.csv", sjis, &[]);
    if output.status.success() {
        assert_eq!(names(&bench, "account"), ["日立製作所"], "read as it was written");
    } else {
        let refused = refusal(&output);
        assert_eq!(refused["field"], "encoding", "{refused}");
        assert!(
            refused["message"].as_str().unwrap().contains("--encoding"),
            "it says how to answer: {refused}"
        );
    }
    let done = report(&run(&bench, "accounts", "sjis.csv", sjis, &["--encoding", "Shift_JIS"]));
    assert_eq!(done["encoding"]["name"], "Shift_JIS", "{done}");
    assert_eq!(names(&bench, "account"), ["日立製作所"]);
    let polish = b"Name,CSM\n\xa3\xf3d\x9f,x\n";
    run(&bench, "accounts", "polish.csv", polish, &["--encoding", "windows-1250"]);
    assert!(names(&bench, "account").contains(&"Łódź".to_owned()), "{:?}", names(&bench, "account"));
    let refused = refusal(&run(&bench, "accounts", "polish.csv", polish, &["--encoding", "klingon"]));
    assert_eq!(refused["field"], "encoding", "{refused}");
}

#[test]
fn what_was_said_of_the_last_file_changes_nothing_that_needs_no_answer() {
    let bench = new_bench();
    let first = b"Account Name,ARR\n\xd8rsted AS,5\n";
    run(&bench, "accounts", "first.csv", first, &["--encoding", "windows-1252", "--currency", "DKK"]);
    assert_eq!(names(&bench, "account"), ["Ørsted AS"]);
    let russian =
        b"Account Name,ARR\n\xd1\xe5\xe2\xe5\xf0\xf1\xf2\xe0\xeb\xfc,5\n\xdf\xed\xe4\xe5\xea\xf1,6\n";
    let next = run(&bench, "accounts", "next.csv", russian, &["--dry-run"]);
    let shown = report(&next);
    assert!(
        shown["asks"] == json!(["encoding"]) || shown["lines"][0]["title"] == "Северсталь",
        "another encoding is read or asked, not read as the last file was: {shown}"
    );
    let amounts = "Account Name,ARR,Currency\nA,1.250,KWD\nB,1.250,EUR\n";
    let read = report(&run(&bench, "accounts", "kwd.csv", amounts, &["--decimal", "point", "--dry-run"]));
    let minor: Vec<_> = (0..2).map(|at| read["lines"][at]["to"]["arr"]["minor"].clone()).collect();
    assert_eq!(minor, [json!(1_250), json!(125_000)], "only what is open is answered: {read}");
}

#[test]
fn a_currency_stands_beside_its_sign() {
    let bench = new_bench();
    let text = "Account Name;ARR;Currency\nA;$5;AUD\nB;kr 5;NOK\nC;¥5;CNY\nD;Rs 5;PKR\nE;5;US Dollar\n";
    let read = report(&run(&bench, "accounts", "list.csv", text, &["--dry-run"]));
    let money: Vec<_> = (0..5).map(|at| read["lines"][at]["to"]["arr"]["currency"].clone()).collect();
    assert_eq!(money, ["AUD", "NOK", "CNY", "PKR", "USD"], "{read}");
}

#[test]
fn somebody_without_a_company_is_one_row_among_others() {
    let bench = new_bench();
    bench.call("account.create", &json!({ "name": "Nordwind AG" }));
    let text = "Account,Name\nNordwind AG,Zed\n,Nix\nNordwnd AG,Ada\n";
    let open = report(&run(&bench, "contacts", "people.csv", text, &["--dry-run"]));
    let rows: Vec<_> = open["problems"].as_array().unwrap().iter().map(|one| one["row"].clone()).collect();
    assert_eq!((rows, &open["asks"]), (vec![json!(4), json!(3)], &json!([])), "each by its row: {open}");
    let near = open["problems"][0]["message"].as_str().unwrap();
    assert!(near.contains("“Nordwind AG” nearly so"), "{near}");
    let done = report(&run(&bench, "contacts", "people.csv", text, &["--skip-problems"]));
    assert_eq!((&done["new"], &done["skipped"]), (&json!(1), &json!(2)), "{done}");
}

#[test]
fn files_that_would_hold_the_program_up_are_refused_in_words() {
    let bench = new_bench();
    let line = format!("Name,ARR\n{}\n", "x,".repeat(14_000_000));
    let deep: String = (0..1_900).map(|depth| format!("{}- a\n", "  ".repeat(depth))).collect();
    for (kind, name, text, why) in [
        ("accounts", "line.csv", line.as_str(), "Line 2 is longer than 1 MB"),
        ("plan-markdown", "deep.md", deep.as_str(), "nested more than 100 levels deep"),
        ("checklist", "deep-list.md", deep.as_str(), "nested more than 100 levels deep"),
    ] {
        let refused = refusal(&run(&bench, kind, name, text, &[]));
        assert_eq!(refused["code"], "invalid", "{name}: {refused}");
        assert!(refused["message"].as_str().unwrap().contains(why), "{name}: {refused}");
    }
    let refused = refusal(&run(&bench, "accounts", "cell.xlsx", far_cell(), &[]));
    assert_eq!((&refused["code"], &refused["field"]), (&json!("invalid"), &json!("path")), "{refused}");
}

/// A workbook with a cell beyond every sheet.
fn far_cell() -> Vec<u8> {
    let parts = [
        (
            "[Content_Types].xml",
            r#"<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"/>"#,
        ),
        (
            "xl/workbook.xml",
            r#"<workbook xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"><sheets><sheet name="A" sheetId="1" r:id="rId1"/></sheets></workbook>"#,
        ),
        (
            "xl/_rels/workbook.xml.rels",
            r#"<Relationships><Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/worksheet" Target="worksheets/sheet1.xml"/></Relationships>"#,
        ),
        (
            "xl/worksheets/sheet1.xml",
            r#"<worksheet><sheetData><row r="1"><c r="A1" t="inlineStr"><is><t>Name</t></is></c><c r="AAAAAAA1" t="inlineStr"><is><t>x</t></is></c></row></sheetData></worksheet>"#,
        ),
    ];
    let mut file = zip::ZipWriter::new(std::io::Cursor::new(Vec::new()));
    for (name, text) in parts {
        file.start_file(name, zip::write::SimpleFileOptions::default()).unwrap();
        file.write_all(text.as_bytes()).unwrap();
    }
    file.finish().unwrap().into_inner()
}

#[test]
fn a_file_that_is_not_there_is_said_so() {
    let bench = new_bench();
    let output = bench.command(&["import", "accounts", "nowhere.csv", "--json"]).output().unwrap();
    let refused = refusal(&output);
    assert_eq!(
        (&refused["code"], &refused["details"]["why"]),
        (&json!("io"), &json!("missing")),
        "{refused}"
    );
    assert!(refused["message"].as_str().unwrap().starts_with("No file is at nowhere.csv"), "{refused}");
}

#[test]
fn a_list_is_recognised_by_its_headings_and_a_correction_is_kept() {
    let bench = new_bench();
    let file = bench.path("people.csv");
    std::fs::write(&file, "Name,Email,Title,Company\nAda,ada@x.example,CTO,Nordwind\n").unwrap();
    let kind = |request: Value| bench.call("import.preview", &request)["kind"].clone();
    assert_eq!(kind(json!({ "path": file })), "contacts", "nobody said what it is");
    let said = bench.call("import.preview", &json!({ "path": file, "kind": "accounts" }));
    assert_eq!(
        (&said["kind"], &said["looks_like"]),
        (&json!("accounts"), &json!("contacts")),
        "what is said holds"
    );
    bench.call("import.apply", &json!({ "path": file, "kind": "accounts" }));
    assert_eq!(kind(json!({ "path": file })), "accounts", "and is kept for files with these headings");
    std::fs::write(&file, "Name,ARR,Renewal Date\nA,1 EUR,2027-01-01\n").unwrap();
    assert_eq!(kind(json!({ "path": file })), "accounts", "other headings are another matter");
}

#[test]
fn a_preview_keeps_nobody_waiting_and_needs_no_right_to_write() {
    let bench = new_bench();
    bench.call("account.create", &json!({ "name": "Nordwind" }));
    let rows: String = (0..200).map(|n| format!("Account {n},Signature\n")).collect();
    let file = bench.path("list.csv");
    std::fs::write(&file, format!("Name,Tier\nNordwind,Advanced\n{rows}")).unwrap();
    let mut permissions = std::fs::metadata(&bench.workspace).unwrap().permissions();
    permissions.set_readonly(true);
    std::fs::set_permissions(&bench.workspace, permissions).unwrap();
    let preview = bench.call("import.preview", &json!({ "path": file }));
    assert_eq!(
        (&preview["new"], &preview["changed"]),
        (&json!(200), &json!(1)),
        "a lock could not be had: {preview}"
    );
}

#[test]
fn a_list_of_people_makes_no_accounts_by_a_slip_of_the_command_line() {
    let bench = new_bench();
    let text = "Name,Email,Title,Company\nAda,ada@x.example,CTO,Nordwind\n";
    let refused = refusal(&run(&bench, "accounts", "people.csv", text, &[]));
    let message = refused["message"].as_str().unwrap();
    assert!(message.contains("list of contacts") && message.contains("cairn import contacts"), "{message}");
    assert_eq!(names(&bench, "account"), Vec::<String>::new(), "nothing was made");
    let map = bench.path("map.json");
    std::fs::write(&map, "{\"Company\":\"name\"}").unwrap();
    let map = ["--map", map.to_str().unwrap()];
    let done = report(&run(&bench, "accounts", "people.csv", text, &map));
    assert_eq!(done["new"], 1, "somebody who says what the columns are means it: {done}");
    let again = report(&run(&bench, "accounts", "people.csv", text, &[]));
    assert_eq!(again["same"], 1, "and has said it for the next file too: {again}");
}

#[test]
fn a_wrong_field_is_about_the_map() {
    let bench = new_bench();
    let map = bench.path("map.json");
    std::fs::write(&map, "{\"Stufe\":\"succes_tier\"}").unwrap();
    let refused = refusal(&run(
        &bench,
        "accounts",
        "l.csv",
        "Name,Stufe\nA,Basic\n",
        &["--map", map.to_str().unwrap()],
    ));
    assert_eq!(refused["field"], "map", "{refused}");
    assert!(refused["message"].as_str().unwrap().contains("success_tier"), "what there is: {refused}");
}

#[test]
fn where_every_row_has_a_problem_nothing_was_taken_in() {
    let bench = new_bench();
    let text = "Name,Renewal Date\nA,some day\nB,another\n";
    let output = run(&bench, "accounts", "bad.csv", text, &["--skip-problems"]);
    let refused = refusal(&output);
    assert_eq!(report(&output)["skipped"], 2, "the report is there");
    assert!(refused["message"].as_str().unwrap().contains("every row has a problem"), "{refused}");
}
