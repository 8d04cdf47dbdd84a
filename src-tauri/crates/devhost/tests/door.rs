//! The door as a page uses it: the program on a real socket, asked over HTTP.
#![allow(clippy::unwrap_used, clippy::disallowed_methods, reason = "a test")]

use std::{
    io::{BufRead as _, BufReader, Read as _, Write as _},
    net::TcpStream,
    path::Path,
    process::{Child, Command, Stdio},
};

use cairn_app::{App, Settings};
use cairn_wire::Source;
use serde_json::{Value, json};

/// The running program, which ends with this value.
struct Core {
    program: Child,
    host: String,
    token: String,
}

impl Core {
    fn start(arguments: &[&str]) -> Self {
        let mut program = Command::new(env!("CARGO_BIN_EXE_cairn-devhost"))
            .args(arguments)
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .spawn()
            .unwrap();
        let mut line = String::new();
        BufReader::new(program.stdout.take().unwrap()).read_line(&mut line).unwrap();
        let (host, token) = line.trim().strip_prefix("http://").unwrap().split_once("/?token=").unwrap();
        Self { host: host.into(), token: token.into(), program }
    }

    fn over(workspace: &Path) -> Self {
        Self::start(&["--workspace", workspace.to_str().unwrap()])
    }

    /// Sends a request with these headers, and answers the status and what came back.
    fn send(&self, line: &str, headers: &[(&str, &str)], body: &str) -> (u16, String) {
        let mut socket = TcpStream::connect(&self.host).unwrap();
        write!(socket, "{line} HTTP/1.1\r\nconnection: close\r\ncontent-length: {}\r\n", body.len()).unwrap();
        for (name, value) in headers {
            write!(socket, "{name}: {value}\r\n").unwrap();
        }
        write!(socket, "\r\n{body}").unwrap();
        let mut reply = String::new();
        socket.read_to_string(&mut reply).unwrap();
        let (head, body) = reply.split_once("\r\n\r\n").unwrap();
        (head.split(' ').nth(1).unwrap().parse().unwrap(), body.to_owned())
    }

    fn key(&self) -> String {
        format!("Bearer {}", self.token)
    }

    /// Runs a command as the page does.
    fn call(&self, name: &str, request: &Value) -> (u16, Value) {
        let headers =
            [("host", "localhost:5173"), ("origin", "http://localhost:5173"), ("authorization", &self.key())];
        let (status, body) = self.send(&format!("POST /call/{name}"), &headers, &request.to_string());
        (status, serde_json::from_str(&body).unwrap())
    }

    fn status_with(&self, headers: &[(&str, &str)]) -> u16 {
        self.send("POST /call/account.list", headers, "{}").0
    }
}

impl Drop for Core {
    fn drop(&mut self) {
        drop(self.program.stdin.take());
        self.program.wait().unwrap();
    }
}

#[test]
fn a_command_answers_its_result_and_what_it_changed() {
    let folder = tempfile::tempdir().unwrap();
    let core = Core::over(&folder.path().join("w.cairn"));
    let (status, made) = core.call("account.create", &json!({ "name": "Nordwind AG" }));
    assert_eq!((status, &made["changed"]), (200, &json!(["account"])), "what has to be read again: {made}");
    let (_, listed) = core.call("account.list", &json!({}));
    assert_eq!(listed["result"]["items"][0]["name"], "Nordwind AG", "it is in the workspace");
}

#[tokio::test]
async fn a_refusal_is_the_one_that_the_command_line_prints() {
    let folder = tempfile::tempdir().unwrap();
    let core = Core::over(&folder.path().join("w.cairn"));
    let app = App::new(Settings::default(), Some(folder.path().join("other.cairn")));
    for (name, request) in [
        ("account.create", json!({ "name": " " })),
        ("account.create", json!({ "name": "A", "colour": "red" })),
        ("account.fly", json!({})),
        ("account.list", json!([])),
    ] {
        let refused = app.call(Source::CommandLine, name, request.clone()).await.unwrap_err();
        let expected = (422, serde_json::to_value(refused).unwrap());
        assert_eq!(core.call(name, &request), expected, "{name} {request}: code, field and details");
    }
    app.close().await;
}

#[test]
fn a_request_that_is_no_json_is_refused_about_the_request() {
    let core = Core::start(&[]);
    let headers = [("host", core.host.as_str()), ("authorization", &core.key())];
    let (status, body) = core.send("POST /call/account.list", &headers, "{");
    let refused: Value = serde_json::from_str(&body).unwrap();
    let about = (status, &refused["code"], &refused["field"]);
    assert_eq!(about, (422, &json!("invalid"), &json!("request")), "{body}");
}

#[test]
fn nobody_gets_in_but_a_page_of_this_machine_that_has_the_token() {
    let core = Core::start(&[]);
    let (key, near) = (core.key(), ("host", core.host.as_str()));
    let authorized = ("authorization", key.as_str());
    for (headers, status, why) in [
        (&[near, authorized][..], 200, "without a browser there is no origin"),
        (&[near, authorized, ("origin", "http://localhost:5173")], 200, "the page of the development server"),
        (&[near, authorized, ("origin", "http://[::1]:5173")], 200, "the same by number"),
        (&[near, authorized, ("origin", "https://example.com")], 403, "a page of elsewhere"),
        (&[near, authorized, ("origin", "http://localhost.example.com")], 403, "one that looks near"),
        (&[near, authorized, ("origin", "null")], 403, "a page that does not say whose it is"),
        (&[("host", "example.com"), authorized], 403, "a name of elsewhere that leads here"),
        (&[authorized], 403, "no host at all"),
        (&[near], 403, "no token"),
        (&[near, ("authorization", "Bearer ")], 403, "an empty one"),
    ] {
        assert_eq!(core.status_with(headers), status, "{why}");
    }
}

#[tokio::test]
async fn what_another_door_changed_is_seen_when_the_page_asks_how_things_stand() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("w.cairn");
    let core = Core::over(&path);
    core.call("account.create", &json!({ "name": "Nordwind AG" }));
    let last = || core.call("workspace.status", &json!({})).1["result"]["last_op"].as_i64();
    let before = last();
    let app = App::new(Settings::default(), Some(path));
    app.call(Source::CommandLine, "account.create", json!({ "name": "Aurora" })).await.unwrap();
    app.close().await;
    assert!(last() > before, "the window asks for this every two seconds, and reads again what is newer");
}

#[test]
fn it_begins_with_the_sample_which_is_gone_when_its_input_ends() {
    let core = Core::start(&[]);
    let (_, status) = core.call("workspace.status", &json!({}));
    assert_eq!(status["result"]["sample"], true, "something to look at: {status}");
    let path = status["result"]["workspace"]["path"].as_str().unwrap().to_owned();
    assert!(Path::new(&path).exists(), "in a folder of its own");
    drop(core);
    assert!(!Path::new(&path).exists(), "nothing is left behind");
}

#[test]
fn a_workspace_that_is_not_there_yet_is_a_first_start() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("new.cairn");
    let core = Core::over(&path);
    let (_, status) = core.call("workspace.status", &json!({}));
    assert_eq!(status["result"]["workspace"], Value::Null, "nothing is made unasked");
    assert_eq!(
        status["result"]["default_path"],
        path.to_str().unwrap(),
        "the file that was named is offered"
    );
}
