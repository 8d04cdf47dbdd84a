//! The core behind a loopback address, so that the window can run in a browser while it is worked on. Development only:
//! no part of the program that is shipped.
//!
//! Owns the process: its arguments, the sample it begins with, and its end, which is that of its standard input. Deliberately
//! holds no rule; how it is asked stands in `door.rs`.

mod door;

use std::{
    error::Error,
    io::Write as _,
    net::Ipv4Addr,
    path::{Path, PathBuf},
    sync::Arc,
};

use cairn_app::{App, Settings};
use cairn_wire::{Failure, Source};
use clap::Parser;
use log::{LevelFilter, Log, Metadata, Record};
use serde_json::{Value, json};
use tokio::net::TcpListener;
use uuid::Uuid;

/// Serves the core on the loopback address, prints where, and ends with its standard input.
#[derive(Debug, Parser)]
#[command(name = "cairn-devhost", version)]
struct Arguments {
    /// The workspace file; one that is not there is a first start [default: a new sample, gone afterwards]
    #[arg(long, value_name = "FILE")]
    workspace: Option<PathBuf>,
    /// The port; 0 is any that is free
    #[arg(long, default_value_t = 0)]
    port: u16,
}

#[tokio::main]
async fn main() -> Result<(), Box<dyn Error>> {
    log::set_logger(&Stderr)?;
    log::set_max_level(LevelFilter::Info);
    let Arguments { workspace, port } = Arguments::parse();
    let folder = tempfile::tempdir()?;
    let path = workspace.clone().unwrap_or_else(|| folder.path().join("sample.cairn"));
    // A first start offers to make the very file that was named.
    let settings = Settings { default_path: path.clone(), ..Settings::default() };
    let app = App::new(settings, Some(path.clone()));
    if workspace.is_none() {
        add_sample(&app, &path).await.map_err(|failure| failure.message)?;
    }
    let listener = TcpListener::bind((Ipv4Addr::LOCALHOST, port)).await?;
    let token = token();
    writeln!(std::io::stdout(), "http://{}/?token={token}", listener.local_addr()?)?;
    let keeping = tokio::spawn(Arc::clone(&app).keep_backups());
    let serving = tokio::spawn(door::serve(Arc::clone(&app), listener, token));
    tokio::task::spawn_blocking(|| std::io::copy(&mut std::io::stdin(), &mut std::io::sink())).await??;
    serving.abort();
    keeping.abort();
    app.close().await;
    Ok(())
}

/// As `cairn demo` does.
async fn add_sample(app: &Arc<App>, path: &Path) -> Result<Value, Failure> {
    let call = async |name: &str, request: Value| app.call(Source::CommandLine, name, request).await;
    call("workspace.create", json!({ "path": path })).await?;
    Ok(call("sample.add", json!({ "large": false })).await?.result)
}

/// What whoever asks has to know: 74 bits of chance, others each time.
#[expect(clippy::disallowed_methods, reason = "no record's id, and never the same twice")]
fn token() -> String {
    Uuid::now_v7().simple().to_string()
}

/// The log: what the core has to say goes to stderr.
struct Stderr;

impl Log for Stderr {
    fn enabled(&self, metadata: &Metadata<'_>) -> bool {
        metadata.target().starts_with("cairn")
    }

    fn log(&self, record: &Record<'_>) {
        if self.enabled(record.metadata()) {
            eprintln!("{}", record.args());
        }
    }

    fn flush(&self) {}
}
