//! What needs somebody today, on the large sample: the list as the command line and the window ask for it, and the count of
//! the rail, each against one plain pass of SQLite over the tasks, in interleaved rounds of one run.
//!
//! Owns: these figures and their limits. The pass is the least that a reading of whole tables would cost; nothing of it
//! reaches this process but one number. Also that list and count agree there.

use std::path::Path;
use std::sync::Arc;
use std::time::Instant;

use cairn_app::{App, Settings};
use cairn_wire::Source;
use sea_orm::{ConnectionTrait, Database, DatabaseConnection, Statement};
use serde_json::{Value, json};

use crate::Outcome;
use crate::report::median;

/// Most of the pass's time that the list may take.
const LIST: f64 = 1.0;
/// Most of it that the count may take.
const COUNT: f64 = 0.4;
/// Rounds that count, after as many that warm up.
const ROUNDS: usize = 21;

/// Prints the figures; false when a limit is missed.
pub(crate) fn run() -> Outcome<bool> {
    let runtime = tokio::runtime::Builder::new_multi_thread().worker_threads(2).enable_all().build()?;
    let folder = std::env::temp_dir().join(format!("cairn-today-{}", std::process::id()));
    std::fs::create_dir_all(&folder)?;
    let outcome = runtime.block_on(timed(&folder.join("large.cairn")));
    std::fs::remove_dir_all(&folder)?;
    outcome
}

async fn timed(file: &Path) -> Outcome<bool> {
    let app = App::new(Settings::default(), Some(file.to_owned()));
    call(&app, "workspace.create", json!({ "path": file })).await?;
    call(&app, "sample.add", json!({ "large": true })).await?;
    let plain = Database::connect(format!("sqlite://{}?mode=ro", file.display())).await?;
    agree(&app).await?;
    let (mut passes, mut lists, mut counts) = (Vec::new(), Vec::new(), Vec::new());
    for round in 0..2 * ROUNDS {
        let pass = clocked(pass(&plain)).await?;
        let list = clocked(call(&app, "today.list", json!({}))).await?;
        let count = clocked(call(&app, "today.count", json!({}))).await?;
        if round >= ROUNDS {
            passes.push(pass);
            lists.push(list);
            counts.push(count);
        }
    }
    plain.close().await?;
    app.close().await;
    println!("today    a pass over the tasks of the large sample {:.1} ms", median(&passes));
    let list = told("list", &lists, &passes, LIST);
    Ok(list & told("count", &counts, &passes, COUNT))
}

/// What is late and for today is as much by the list as by the count.
async fn agree(app: &Arc<App>) -> Outcome {
    let count = call(app, "today.count", json!({})).await?;
    for urgency in ["late", "today"] {
        let page = json!({ "urgency": urgency, "page": { "limit": 1 } });
        let list = call(app, "today.list", page).await?;
        if list["total"] != count[urgency] {
            return Err(format!("{urgency}: {} by the list, {count} by the count", list["total"]).into());
        }
    }
    Ok(())
}

/// One number out of every task, for which each row is read.
async fn pass(plain: &DatabaseConnection) -> Outcome<Value> {
    let sql =
        "SELECT count(*) FROM task WHERE deleted_at IS NULL AND length(title) + length(blocked_reason) > 0";
    let row = plain.query_one_raw(Statement::from_string(plain.get_database_backend(), sql)).await?;
    Ok(row.map(|row| row.try_get_by_index::<i64>(0)).transpose()?.into())
}

/// How many milliseconds an answer takes.
async fn clocked(answer: impl Future<Output = Outcome<Value>>) -> Outcome<f64> {
    let begun = Instant::now();
    answer.await?;
    Ok(begun.elapsed().as_secs_f64() * 1000.0)
}

async fn call(app: &Arc<App>, name: &str, request: Value) -> Outcome<Value> {
    let answer = app.call(Source::Window, name, request).await;
    Ok(answer.map_err(|failure| format!("{name}: {}", failure.message))?.result)
}

fn told(what: &str, took: &[f64], passes: &[f64], limit: f64) -> bool {
    let ratios: Vec<f64> = took.iter().zip(passes).map(|(took, pass)| took / pass).collect();
    let ratio = median(&ratios);
    let holds = ratio <= limit;
    let word = if holds { "holds" } else { "DOES NOT HOLD" };
    println!("  {what:<8} median {:>5.1} ms, of the pass {ratio:.2}; limit {limit:.1}: {word}", median(took));
    holds
}
