//! How quick the window is answered: a document set again after one changed value, and a letter typed into the
//! palette, on the sample and on the large one.
//!
//! Owns: these figures and their limits. The program is asked in this process, as its window asks it.

use std::sync::Arc;
use std::time::Instant;

use cairn_app::{App, Settings};
use cairn_wire::Source;
use serde_json::{Value, json};

use crate::Outcome;
use crate::report::median;

/// Most milliseconds of a re-export after one edited value, the median.
const EXPORT: f64 = 80.0;
/// Most milliseconds from a typed letter to the list: two frames of a screen with sixty a second.
const LETTER: f64 = 2000.0 / 60.0;
/// Edits, each with its export.
const EDITS: usize = 31;
/// What somebody types, letter by letter.
const TYPED: [&str; 3] = ["nordwind", "lead time", "北風"];

/// Prints the figures; false when a limit is missed.
pub(crate) fn run() -> Outcome<bool> {
    let runtime = tokio::runtime::Builder::new_multi_thread().worker_threads(2).enable_all().build()?;
    let folder = std::env::temp_dir().join(format!("cairn-warm-{}", std::process::id()));
    std::fs::create_dir_all(&folder)?;
    let outcome = runtime.block_on(async {
        let mut holds = true;
        for (name, large) in [("sample", false), ("large sample", true)] {
            let path = folder.join(format!("{large}.cairn"));
            let app = App::new(Settings::default(), Some(path.clone()));
            call(&app, "workspace.create", json!({ "path": path })).await?;
            call(&app, "sample.add", json!({ "large": large })).await?;
            holds &= letters(&app, name).await?;
            holds &= exports(&app, name, &folder.join(format!("{large}.pdf")).display().to_string()).await?;
            app.close().await;
        }
        Ok(holds)
    });
    std::fs::remove_dir_all(&folder)?;
    outcome
}

async fn call(app: &Arc<App>, name: &str, request: Value) -> Outcome<Value> {
    let answer = app.call(Source::Window, name, request).await;
    Ok(answer.map_err(|failure| format!("{name}: {}", failure.message))?.result)
}

/// Each beginning of each text, once to warm up and then once to be timed.
async fn letters(app: &Arc<App>, name: &str) -> Outcome<bool> {
    let mut took = Vec::new();
    for timed in [false, true] {
        for text in TYPED {
            for (end, letter) in text.char_indices() {
                let typed = &text[..end + letter.len_utf8()];
                let begun = Instant::now();
                call(app, "search", json!({ "text": typed, "limit": 20 })).await?;
                if timed {
                    took.push(begun.elapsed().as_secs_f64() * 1000.0);
                }
            }
        }
    }
    Ok(told(&format!("palette, {name}"), &took, LETTER))
}

/// One reading changed and the plan's document written, again and again.
async fn exports(app: &Arc<App>, name: &str, path: &str) -> Outcome<bool> {
    let plans =
        call(app, "plan.list", json!({ "filter": { "status": "active" }, "page": { "limit": 1 } })).await?;
    let plan = plans["items"][0]["id"].clone();
    let outline = call(app, "plan.outline", json!({ "id": plan })).await?;
    let mut reading = outline["objectives"][0]["criteria"][0]["readings"][0].clone();
    let mut took = Vec::new();
    for edit in 0..=EDITS {
        let value = if edit % 2 == 0 { 19.0 } else { 18.5 };
        let change = json!({ "id": reading["id"], "version": reading["version"], "value": value });
        reading = call(app, "reading.update", change).await?;
        let begun = Instant::now();
        call(
            app,
            "document.export",
            json!({ "document": "success-plan", "id": plan, "format": "pdf", "path": path }),
        )
        .await?;
        // The first sets every page: that is the start of the program, not an edit.
        if edit > 0 {
            took.push(begun.elapsed().as_secs_f64() * 1000.0);
        }
    }
    Ok(told(&format!("re-export, {name}"), &took, EXPORT))
}

fn told(what: &str, took: &[f64], limit: f64) -> bool {
    let (middle, most) = (median(took), took.iter().copied().fold(0.0, f64::max));
    let holds = middle <= limit;
    let word = if holds { "holds" } else { "DOES NOT HOLD" };
    println!("{what:<28} median {middle:>6.1} ms, most {most:>6.1} ms; limit {limit:.1} ms: {word}");
    holds
}
