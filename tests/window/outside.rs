//! What comes from outside the window: the desktop's dark theme, and a workspace that is opened while one is.

use std::process::Command;

use cairn_testkit::Window;
use serde_json::json;

use crate::{bus::Bus, program, shots};

#[tokio::test(flavor = "multi_thread")]
async fn without_a_choice_the_window_is_as_dark_as_the_desktop() {
    for (theme, ground) in [("Adwaita:dark", "rgb(19, 21, 23)"), ("Adwaita", "rgb(246, 245, 242)")] {
        let home = tempfile::tempdir().unwrap();
        let window = Window::start_with(program(), &[], &[("GTK_THEME", theme)], home.path(), &shots()).await;
        window.see("Who you are").await;
        let dark = "return matchMedia('(prefers-color-scheme: dark)').matches";
        assert_eq!(window.script(dark, vec![]).await, json!(theme.ends_with("dark")), "{theme}");
        let shown = "return getComputedStyle(document.body).backgroundColor";
        assert_eq!(window.script(shown, vec![]).await, json!(ground), "{theme}");
        window.quit().await;
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn a_workspace_that_is_opened_while_one_is_open_comes_into_the_same_window() {
    let home = tempfile::tempdir().unwrap();
    let bus = Bus::start(home.path());
    for (file, account) in [("first", "Nordwind AG"), ("second", "Fjord Energy")] {
        for (name, request) in [
            ("me.update", json!({ "version": 0, "name": "Ana" })),
            ("account.create", json!({ "name": account })),
        ] {
            let made = Command::new(program())
                .args(["--workspace", &format!("{file}.cairn"), "call", name, &request.to_string()])
                .current_dir(home.path())
                .output()
                .unwrap();
            assert!(made.status.success(), "{}", String::from_utf8_lossy(&made.stderr));
        }
    }
    let first = home.path().join("first.cairn").display().to_string();
    let environment = [("DBUS_SESSION_BUS_ADDRESS", bus.address.as_str())];
    let window =
        Window::start_with(program(), &["--workspace", &first], &environment, home.path(), &shots()).await;
    window.see("Nordwind AG").await;

    let open = |file: &str| {
        let second = Command::new(program().with_file_name("cairn-window"))
            .arg(file)
            .current_dir(home.path())
            .env("DBUS_SESSION_BUS_ADDRESS", &bus.address)
            .output()
            .unwrap();
        assert!(
            second.status.success(),
            "it hands over and ends: {}",
            String::from_utf8_lossy(&second.stderr)
        );
    };
    open("second.cairn");
    window.see("Fjord Energy").await;
    window.gone("//a[normalize-space(.)=\"Nordwind AG\"]").await;
    open("missing.cairn");
    window.see("There is no workspace at this path.").await;
    window.see("Fjord Energy").await;
    window.quit().await;
}
