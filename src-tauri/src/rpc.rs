//! The window's door: one command of Tauri, behind which the command list stands, and one that asks for a file.

use std::{path::Path, sync::Arc};

use cairn_app::App;
use cairn_wire::{Answer, Failure, Source};
use serde_json::Value;
use tauri::{AppHandle, Manager as _, Runtime, State, ipc::Invoke};

use crate::{
    grants::{self, FileKind, Grants, Way},
    paths,
};

/// Runs one command of the list.
#[tauri::command]
async fn rpc<R: Runtime>(
    window: AppHandle<R>,
    app: State<'_, Arc<App>>,
    name: String,
    mut request: Value,
) -> Result<Answer, Failure> {
    grants::admit(&window, &name, &mut request).await?;
    let answer = app.call(Source::Window, &name, request).await?;
    // What the program itself made and lists is put back without asking for it again.
    if matches!(name.as_str(), "backup.list" | "backup.restore") {
        let items = answer.result.pointer("/items").and_then(Value::as_array).into_iter().flatten();
        let paths = items.filter_map(|item| item.get("path")).chain(answer.result.get("kept"));
        let grants = window.state::<Arc<Grants>>();
        paths.filter_map(Value::as_str).for_each(|path| grants.give(path, Way::Open));
    }
    if matches!(name.as_str(), "workspace.open" | "workspace.create")
        && let Some(path) = answer.result.pointer("/workspace/path").and_then(Value::as_str)
    {
        paths::remember_workspace(Path::new(path));
    }
    Ok(answer)
}

/// Asks for a file, which the page may name then; nothing where nobody chose one.
#[tauri::command]
async fn choose_file<R: Runtime>(
    window: AppHandle<R>,
    way: Way,
    title: String,
    start: String,
    kind: Option<FileKind>,
) -> Result<Option<String>, Failure> {
    grants::ask(&window, way, &title, Path::new(&start), kind).await
}

/// The one handler, for the window and for tests over the mock runtime.
pub fn handler<R: tauri::Runtime>() -> impl Fn(Invoke<R>) -> bool + Send + Sync + 'static {
    tauri::generate_handler![rpc, choose_file]
}
