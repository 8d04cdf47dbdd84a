//! What starting a checklist of 120 steps costs, and dating it anew, against a plain insert of the same rows.
//!
//! The plain insert is what a program without more of its own would do: each row by its insert, in one transaction,
//! into a file of the same settings whose tables have no triggers. What one statement for all rows takes is told beside it, as
//! the least that the database layer can do. Ours is the whole command, as the window asks it: the rules, the dates, the
//! rows, their journal, the index of words, and the answer.

use std::path::Path;
use std::sync::Arc;
use std::time::Instant;

use cairn_app::{App, Settings};
use cairn_wire::Source;
use sea_orm::sea_query::{Expr, Query};
use sea_orm::{
    ConnectOptions, ConnectionTrait, Database, DatabaseConnection, Statement, TransactionTrait, Value as Cell,
};
use serde_json::{Value, json};

use crate::Outcome;
use crate::report::median;

/// Most of the plain insert's time that each of the two may take.
const LIMIT: f64 = 3.0;
/// Steps of the checklist.
const STEPS: usize = 120;
/// Rounds that count, after as many that warm up.
const ROUNDS: usize = 21;

/// Prints the figures; false when a limit is missed.
pub(crate) fn run() -> Outcome<bool> {
    let runtime = tokio::runtime::Builder::new_multi_thread().worker_threads(2).enable_all().build()?;
    let folder = std::env::temp_dir().join(format!("cairn-checklist-{}", std::process::id()));
    std::fs::create_dir_all(&folder)?;
    let outcome = runtime.block_on(race(&folder));
    std::fs::remove_dir_all(&folder)?;
    outcome
}

async fn race(folder: &Path) -> Outcome<bool> {
    let path = folder.join("workspace.cairn");
    let app = App::new(Settings::default(), Some(path.clone()));
    let template = call(&app, "checklist_template.create", template()).await?;
    // Each is the first of its account, as an onboarding is.
    let start = async || -> Outcome<Value> {
        let account = call(&app, "account.create", json!({ "name": "Nordwind AG", "country": "DE" })).await?;
        Ok(
            json!({ "account_id": account["id"], "template_id": template["id"], "anchors": { "contract": "2026-11-02" } }),
        )
    };
    let made = call(&app, "checklist.start", start().await?).await?;
    let id = made["id"].as_str().ok_or("a checklist without an id")?.to_owned();
    let plain = Plain::of(&path, &folder.join("plain.db"), &id).await?;
    let (mut inserts, mut least) = (Vec::new(), Vec::new());
    let (mut starts, mut shifts) = (Vec::new(), Vec::new());
    for round in 0..2 * ROUNDS {
        let insert = plain.timed(1).await?;
        let at_once = plain.timed(STEPS).await?;
        let start = start().await?;
        let begun = Instant::now();
        let made = call(&app, "checklist.start", start).await?;
        let started = begun.elapsed().as_secs_f64() * 1000.0;
        let anchors = json!({ "id": made["id"], "anchors": { "contract": "2026-12-07" } });
        let begun = Instant::now();
        let moved = call(&app, "checklist.set_anchor", anchors).await?;
        let shifted = begun.elapsed().as_secs_f64() * 1000.0;
        let moves = moved["moves"].as_array().map_or(0, Vec::len);
        if moves != STEPS {
            return Err(format!("{moves} dates moved, of {STEPS}").into());
        }
        if round >= ROUNDS {
            inserts.push(insert);
            least.push(at_once);
            starts.push(started / insert);
            shifts.push(shifted / insert);
        }
    }
    app.close().await;
    println!(
        "checklist, {STEPS} steps: plain insert of the same rows {:.2} ms, by one statement {:.2} ms",
        median(&inserts),
        median(&least)
    );
    Ok(told("starting it", &starts) & told("dating it anew", &shifts))
}

fn told(what: &str, ratios: &[f64]) -> bool {
    let ratio = median(ratios);
    let holds = ratio <= LIMIT;
    let word = if holds { "holds" } else { "DOES NOT HOLD" };
    println!("  {what:<16} ratio {ratio:.2}, limit {LIMIT:.1}: {word}");
    holds
}

async fn call(app: &Arc<App>, name: &str, request: Value) -> Outcome<Value> {
    let answer = app.call(Source::Window, name, request).await;
    Ok(answer.map_err(|failure| format!("{name}: {}", failure.message))?.result)
}

/// A third of the steps count from the contract, the others from the step before.
fn template() -> Value {
    let sides = ["ours", "customer", "partner"];
    let step = |number: usize| {
        let from = match number % 3 {
            0 => "anchor:contract".to_owned(),
            1 => format!("due:s{}", number - 1),
            _ => format!("done:s{}", number - 1),
        };
        json!({
            "key": format!("s{number}"), "title": format!("Step {number} of the onboarding"), "from": from,
            "offset_days": number % 9 + 1, "why": "So that the next one knows what to build upon.",
            "how": "Ask who knows, write down what they say, and show it to them before anybody else reads it.",
            "owner_side": sides[number % 3],
        })
    };
    let phase = |at: usize| {
        let steps: Vec<Value> = (at * 30..(at + 1) * 30).map(step).collect();
        json!({ "title": format!("Phase {at}"), "gate": "What was agreed is done.", "steps": steps })
    };
    json!({ "title": "Onboarding", "phases": (0..STEPS / 30).map(phase).collect::<Vec<_>>() })
}

/// The rows of one checklist, and a file to insert them into.
struct Plain {
    db: DatabaseConnection,
    tables: Vec<Table>,
}

/// The rows of one table.
struct Table {
    name: &'static str,
    columns: Vec<String>,
    rows: Vec<Vec<Cell>>,
}

impl Plain {
    /// Copies the tables' shape, and keeps the rows in memory.
    async fn of(workspace: &Path, file: &Path, id: &str) -> Outcome<Self> {
        let from = Database::connect(format!("sqlite://{}?mode=ro", workspace.display())).await?;
        let mut options = ConnectOptions::new(format!("sqlite://{}?mode=rwc", file.display()));
        options.max_connections(1).sqlx_logging(false);
        let db = Database::connect(options).await?;
        for pragma in ["journal_mode = WAL", "synchronous = FULL", "foreign_keys = OFF"] {
            db.execute_unprepared(&format!("PRAGMA {pragma}")).await?;
        }
        let mut tables = Vec::new();
        for (name, column) in [("checklist", "id"), ("checklist_step", "checklist_id")] {
            let shape = format!(
                "SELECT sql FROM sqlite_schema WHERE tbl_name = '{name}' AND sql IS NOT NULL AND type <> 'trigger'"
            );
            for row in from.query_all_raw(Statement::from_string(from.get_database_backend(), shape)).await? {
                db.execute_unprepared(&row.try_get_by_index::<String>(0)?).await?;
            }
            let rows = format!("SELECT * FROM {name} WHERE {column} = '{id}'");
            let found = from.query_all_raw(Statement::from_string(from.get_database_backend(), rows)).await?;
            let columns = found.first().map(|row| row.column_names()).unwrap_or_default();
            let mut rows = Vec::with_capacity(found.len());
            for row in found {
                let cell = |column: &String| match row.try_get_by::<Option<String>, _>(column.as_str()) {
                    Ok(text) => Ok(Cell::String(text)),
                    Err(_) => row.try_get_by::<Option<i64>, _>(column.as_str()).map(Cell::BigInt),
                };
                rows.push(columns.iter().map(cell).collect::<Result<Vec<Cell>, _>>()?);
            }
            tables.push(Table { name, columns, rows });
        }
        from.close().await?;
        if tables.iter().map(|table| table.rows.len()).sum::<usize>() != STEPS + 1 {
            return Err("the rows of the checklist are not all there".into());
        }
        Ok(Self { db, tables })
    }

    /// What inserting takes in milliseconds, with so many rows in a statement. Nothing stays.
    async fn timed(&self, at_once: usize) -> Outcome<f64> {
        let begun = Instant::now();
        self.insert(at_once).await?;
        let took = begun.elapsed().as_secs_f64() * 1000.0;
        self.empty().await?;
        Ok(took)
    }

    async fn insert(&self, at_once: usize) -> Outcome {
        let tx = self.db.begin().await?;
        for Table { name, columns, rows } in &self.tables {
            for rows in rows.chunks(at_once) {
                let mut insert = Query::insert();
                insert.into_table(*name).columns(columns.iter().cloned());
                for row in rows {
                    insert.values(row.iter().cloned().map(Expr::value))?;
                }
                tx.execute(&insert).await?;
            }
        }
        tx.commit().await?;
        Ok(())
    }

    async fn empty(&self) -> Outcome {
        for Table { name, .. } in &self.tables {
            self.db.execute_unprepared(&format!("DELETE FROM {name}")).await?;
        }
        Ok(())
    }
}
