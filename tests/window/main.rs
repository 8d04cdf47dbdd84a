//! The built program in a real window: what a user does, on every screen, in both themes.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::disallowed_methods)]

mod backups;
mod bin;
mod bus;
mod by_keyboard;
mod checklists;
mod drawings;
mod handover;
mod keys;
mod lists;
mod onboarding;
mod outcomes;
mod outside;
mod palette;
mod people;
mod plan_to_pdf;
mod progress;
mod reminders;
mod roadmap;
mod rules;
mod safe_screen;
mod sample;
mod step_files;
mod targets;
mod templates;
mod touch;
mod tour;
mod undo;
mod versions;
mod workbook;

use std::path::{Path, PathBuf};

use cairn_testkit::Window;
use serde_json::{Value, json};

/// The program as it was built for this test.
fn program() -> &'static Path {
    Path::new(env!("CARGO_BIN_EXE_cairn"))
}

/// Screenshots are kept to be looked at, outside of version control.
fn shots() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("shots")
}

/// The fixed clock of tests on the sample.
const NOW: &str = "2026-11-23T09:00:00Z";

/// Nothing for axe-core to find in either theme.
async fn is_accessible(window: &Window, screen: &str) {
    assert_eq!(violations(window, screen).await, Vec::<String>::new(), "axe-core on {screen}");
}

/// What axe-core finds in both themes, each after a picture was taken.
async fn violations(window: &Window, screen: &str) -> Vec<String> {
    let mut all = Vec::new();
    let axe = Path::new(env!("CARGO_MANIFEST_DIR")).join("ui/node_modules/axe-core/axe.min.js");
    window.script(&std::fs::read_to_string(axe).unwrap(), vec![]).await;
    // Colours move to the other theme: halfway they are nobody's, and their contrast says nothing. So nothing moves
    // meanwhile; a page that draws no frame for long would not bring them to their end.
    let still = "const still = new CSSStyleSheet();
                 still.replaceSync('*, *::before, *::after { transition: none !important; animation: none !important }');
                 document.adoptedStyleSheets = [still]";
    window.script(still, vec![]).await;
    for theme in ["light", "dark"] {
        window.script("document.documentElement.dataset.theme = arguments[0]", vec![json!(theme)]).await;
        window.shot(&format!("{screen}-{theme}")).await;
        let run = "const done = arguments[arguments.length - 1];
                   axe.run(document).then(r => done(r.violations.map(v => [v.id, v.nodes.map(n => n.html)])), e => done(String(e)))";
        let found = window.script_async(run, vec![]).await;
        if found != Value::Array(vec![]) {
            all.push(format!("{screen} in {theme}: {found}"));
        }
    }
    window
        .script("delete document.documentElement.dataset.theme; document.adoptedStyleSheets = []", vec![])
        .await;
    all
}
