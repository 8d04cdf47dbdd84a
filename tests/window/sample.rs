//! The sample workspace under a window: made by the command line, and asked by it beside the window.

use std::{path::Path, process::Command};

use cairn_testkit::Window;
use serde_json::{Value, json};

use crate::{NOW, program, shots};

/// The sample in a home of its own.
pub(crate) struct Sample {
    home: tempfile::TempDir,
    workspace: String,
}

impl Sample {
    pub(crate) fn make() -> Self {
        let home = tempfile::tempdir().unwrap();
        let workspace = home.path().join("sample.cairn").display().to_string();
        let made = Command::new(program()).args(["demo", &workspace, "--now", NOW]).output().unwrap();
        assert!(made.status.success(), "{}", String::from_utf8_lossy(&made.stderr));
        Self { home, workspace }
    }

    /// A window on it, as large as every other test's.
    pub(crate) async fn open(&self) -> Window {
        self.open_with(&[]).await
    }

    /// The same with more in the environment.
    pub(crate) async fn open_with(&self, environment: &[(&str, &str)]) -> Window {
        let arguments = ["--workspace", &self.workspace, "--now", NOW];
        let window = Window::start_with(program(), &arguments, environment, self.home.path(), &shots()).await;
        window.resize(1280, 800).await;
        window
    }

    /// The folder it stands in, home of its window.
    pub(crate) fn home(&self) -> &Path {
        self.home.path()
    }

    /// One call on the command line.
    pub(crate) fn call(&self, name: &str, request: &Value) -> Value {
        let output = Command::new(program())
            .args(["--workspace", &self.workspace, "--now", NOW, "call", name, &request.to_string()])
            .output()
            .unwrap();
        assert!(output.status.success(), "{name}: {}", String::from_utf8_lossy(&output.stderr));
        serde_json::from_slice(&output.stdout).unwrap()
    }

    /// The id of the first record of a list whose `field` holds a text.
    pub(crate) fn id(&self, list: &str, field: &str, text: &str) -> String {
        let list = self.call(list, &json!({ "page": { "limit": 1000 } }));
        let items = list["items"].as_array().unwrap();
        let found = items.iter().find(|item| item[field].as_str().unwrap().contains(text));
        found.unwrap_or_else(|| panic!("the sample has {text}"))["id"].as_str().unwrap().to_owned()
    }

    /// The address of an account.
    pub(crate) fn account(&self, name: &str) -> String {
        format!("#/account/{}", self.id("account.list", "name", name))
    }

    /// The address of a plan.
    pub(crate) fn plan(&self, title: &str) -> String {
        format!("#/plan/{}", self.id("plan.list", "title", title))
    }
}

/// Goes to an address, as a link does.
pub(crate) async fn go(window: &Window, place: &str) {
    window.script("location.hash = arguments[0]", vec![json!(place)]).await;
}
