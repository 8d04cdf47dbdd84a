//! The window's door: one command of Tauri, behind which the command list stands.

use std::{path::Path, sync::Arc};

use cairn_app::App;
use cairn_wire::{Answer, Failure, Source};
use serde_json::Value;
use tauri::{State, ipc::Invoke};

use crate::paths;

/// Runs one command of the list.
#[tauri::command]
async fn rpc(app: State<'_, Arc<App>>, name: String, request: Value) -> Result<Answer, Failure> {
    let answer = app.call(Source::Window, &name, request).await?;
    if matches!(name.as_str(), "workspace.open" | "workspace.create")
        && let Some(path) = answer.result.pointer("/workspace/path").and_then(Value::as_str)
    {
        paths::remember_workspace(Path::new(path));
    }
    Ok(answer)
}

/// The one handler, for the window and for tests over the mock runtime.
pub fn handler<R: tauri::Runtime>() -> impl Fn(Invoke<R>) -> bool + Send + Sync + 'static {
    tauri::generate_handler![rpc]
}
