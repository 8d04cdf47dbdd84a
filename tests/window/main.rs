//! The built program in a real window: from the first start to the customer's PDF.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::disallowed_methods)]

use std::path::{Path, PathBuf};

use cairn_testkit::Window;
use serde_json::{Value, json};

/// Screenshots are kept to be looked at, outside of version control.
fn shots() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("shots")
}

/// What axe-core finds in both themes, each after a picture was taken.
async fn is_accessible(window: &Window, screen: &str) {
    let axe = Path::new(env!("CARGO_MANIFEST_DIR")).join("ui/node_modules/axe-core/axe.min.js");
    window.script(&std::fs::read_to_string(axe).unwrap(), vec![]).await;
    for theme in ["light", "dark"] {
        window.script("document.documentElement.dataset.theme = arguments[0]", vec![json!(theme)]).await;
        // Colours move to the other theme: halfway they are nobody's, and their contrast says nothing.
        let settle = "const done = arguments[arguments.length - 1];
                      requestAnimationFrame(() => requestAnimationFrame(() =>
                          Promise.allSettled(document.getAnimations().map(a => a.finished)).then(() => done(true))))";
        assert_eq!(window.script_async(settle, vec![]).await, json!(true), "the theme has settled");
        window.shot(&format!("{screen}-{theme}")).await;
        let run = "const done = arguments[arguments.length - 1];
                   axe.run(document).then(r => done(r.violations.map(v => [v.id, v.nodes.map(n => n.html)])), e => done(String(e)))";
        let found = window.script_async(run, vec![]).await;
        assert_eq!(found, Value::Array(vec![]), "axe-core on {screen} in {theme}");
    }
    window.script("delete document.documentElement.dataset.theme", vec![]).await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_new_user_gets_from_the_first_start_to_a_plan_on_disk() {
    let home = tempfile::tempdir().unwrap();
    let program = Path::new(env!("CARGO_BIN_EXE_cairn"));
    let window = Window::start(program, home.path(), &shots()).await;

    window.see("Who you are").await;
    is_accessible(&window, "first-run").await;
    window.fill("Your name", "Ana Lind").await;
    window.press("Create workspace").await;

    window.see("Add the first account").await;
    is_accessible(&window, "portfolio-empty").await;
    window.press("Add the first account").await;
    window.fill("Name of the customer", "Nordwind AG").await;
    window.press("Create account").await;

    window.see("Start a success plan").await;
    is_accessible(&window, "account").await;
    window.press("Start a success plan").await;
    window.fill("Title of the plan", "Success plan FY27").await;
    window.press("Create plan").await;

    window.see("Export PDF").await;
    is_accessible(&window, "plan-empty").await;
    window.press("Export PDF").await;
    let pdf = home.path().join("plan.pdf");
    window.fill("PDF file", pdf.to_str().unwrap()).await;
    window.press("Export").await;
    window.see("plan.pdf").await;
    window.quit().await;
    assert!(std::fs::read(&pdf).unwrap().starts_with(b"%PDF-1.7"), "the plan is on disk");

    let again = Window::start(program, home.path(), &shots()).await;
    again.see("Nordwind AG").await;
    again.shot("second-start").await;
    again.quit().await;
}
