//! Law 2: every command of the list answers through the window's door and through the command line.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::disallowed_methods)]

use std::{
    io::Write as _,
    process::{Command, Stdio},
    sync::Arc,
};

use cairn_app::{App, Settings};
use cairn_shell::{Grants, Way};
use serde_json::{Value, json};
use tauri::{
    WebviewWindowBuilder,
    ipc::{CallbackFn, InvokeBody},
    test::{INVOKE_KEY, get_ipc_response, mock_builder, mock_context, noop_assets},
    webview::InvokeRequest,
};

/// The page's own address, from which alone commands are taken.
const PAGE: &str = if cfg!(windows) { "http://tauri.localhost" } else { "tauri://localhost" };

fn through_the_window(
    window: &tauri::WebviewWindow<tauri::test::MockRuntime>,
    name: &str,
    request: &Value,
) -> Result<Value, Value> {
    let request = InvokeRequest {
        cmd: "rpc".into(),
        callback: CallbackFn(0),
        error: CallbackFn(1),
        url: PAGE.parse().unwrap(),
        body: InvokeBody::Json(json!({ "name": name, "request": request })),
        headers: tauri::http::HeaderMap::new(),
        invoke_key: INVOKE_KEY.into(),
    };
    get_ipc_response(window, request).map(|body| body.deserialize().unwrap())
}

#[test]
fn every_command_answers_through_the_windows_door() {
    let folder = tempfile::tempdir().unwrap();
    let app = App::new(Settings::default(), Some(folder.path().join("w.cairn")));
    let tauri = mock_builder()
        .manage(app)
        .manage(Grants::new(false))
        .invoke_handler(cairn_shell::handler())
        .build(mock_context(noop_assets()))
        .unwrap();
    let window = WebviewWindowBuilder::new(&tauri, "main", tauri::WebviewUrl::default()).build().unwrap();

    let made =
        through_the_window(&window, "account.create", &json!({ "name": "Nordwind AG", "request_id": "a" }))
            .unwrap();
    assert_eq!(made["result"]["name"], "Nordwind AG", "the result");
    assert_eq!(made["changed"], json!(["account"]), "and what must be read again");
    for command in cairn_wire::commands() {
        match through_the_window(&window, command.name, &json!({})) {
            Ok(answer) => assert!(answer.get("result").is_some(), "{}: {answer}", command.name),
            Err(error) => {
                assert!(error["code"].is_string(), "{}: a refusal has a code: {error}", command.name);
                assert_ne!(error["code"], "unknown_command", "{} is listed and has no body", command.name);
                assert_ne!(
                    error["code"], "internal",
                    "{}: an empty request is no fault of ours",
                    command.name
                );
            }
        }
    }
    let error = through_the_window(&window, "account.fly", &json!({})).unwrap_err();
    assert_eq!(error["code"], "unknown_command", "what is not listed has no body");
}

#[test]
fn the_page_names_no_file_that_nobody_chose() {
    let folder = tempfile::tempdir().unwrap();
    let at = |name: &str| folder.path().join(name);
    let app = App::new(Settings::default(), Some(at("w.cairn")));
    let grants = Grants::new(false);
    let tauri = mock_builder()
        .manage(app)
        .manage(Arc::clone(&grants))
        .invoke_handler(cairn_shell::handler())
        .build(mock_context(noop_assets()))
        .unwrap();
    let window = WebviewWindowBuilder::new(&tauri, "main", tauri::WebviewUrl::default()).build().unwrap();
    let ask = |name: &str, request: Value| through_the_window(&window, name, &request);
    let template = ask("template.list", json!({})).unwrap_or_else(|_| {
        ask("account.create", json!({ "name": "Nordwind AG" })).unwrap();
        ask("template.list", json!({})).unwrap()
    });
    let template = &template["result"]["items"][0]["id"];
    std::fs::write(at("secret"), b"Nobody's business").unwrap();
    // Whatever the request is otherwise: the path is looked at first.
    for command in cairn_wire::commands() {
        let error = ask(command.name, json!({ "path": at("secret") })).unwrap_err();
        let reason = &error["details"]["reason"];
        assert_eq!(
            (&error["field"], reason),
            (&json!("path"), &json!("not_chosen")),
            "{}: {error}",
            command.name
        );
    }
    assert_eq!(std::fs::read(at("secret")).unwrap(), b"Nobody's business", "as it was");

    grants.give(at("secret"), Way::Open);
    let taken = ask("blob.put", json!({ "path": at("secret") })).unwrap();
    assert_eq!(taken["result"]["name"], "secret", "once it was chosen it is read");
    let write = json!({ "id": template, "path": at("secret") });
    assert_eq!(
        ask("template.export", write.clone()).unwrap_err()["details"]["reason"],
        "not_chosen",
        "and not written"
    );
    let around = json!({ "path": at("x").join("../secret") });
    assert!(ask("blob.put", around).is_err(), "nor named in another way");
    grants.give(at("secret"), Way::Save);
    ask("template.export", write).unwrap();
    let hash = taken["result"]["hash"].clone();
    grants.give(at("w.cairn"), Way::Save);
    let error = ask("blob.save", json!({ "hash": hash, "path": at("w.cairn") })).unwrap_err();
    assert_eq!(error["details"]["reason"], "is_workspace", "a workspace is never replaced, whoever chose it");
}

#[test]
fn every_command_answers_through_the_command_line() {
    let folder = tempfile::tempdir().unwrap();
    let mut child = Command::new(env!("CARGO_BIN_EXE_cairn"))
        .arg("--workspace")
        .arg(folder.path().join("w.cairn"))
        .arg("batch")
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .spawn()
        .unwrap();
    let commands = cairn_wire::commands();
    let mut stdin = child.stdin.take().unwrap();
    writeln!(stdin, "{}", json!({ "name": "account.create", "request": { "name": "Nordwind AG" } })).unwrap();
    for command in &commands {
        writeln!(stdin, "{}", json!({ "name": command.name })).unwrap();
    }
    drop(stdin);
    let output = child.wait_with_output().unwrap();
    let answers: Vec<Value> = String::from_utf8_lossy(&output.stdout)
        .lines()
        .map(|line| serde_json::from_str(line).unwrap())
        .collect();
    assert_eq!(answers.len(), commands.len() + 1, "each line is answered");
    for (command, answer) in commands.iter().zip(&answers[1..]) {
        let code = &answer["error"]["code"];
        assert!(answer.get("result").is_some() || code.is_string(), "{}: {answer}", command.name);
        assert!(code != "unknown_command" && code != "internal", "{}: {answer}", command.name);
    }
}
