//! The window: Tauri, its plugins, and the one page.

use std::{process::ExitCode, sync::Arc};

use cairn_app::App;
use cairn_wire::{Code, Failure};
use clap::Parser as _;
use tauri::{Manager, RunEvent, WebviewUrl, WebviewWindowBuilder};
use tauri_plugin_log::{Target, TargetKind};

use crate::{
    cli::{
        arguments::{Place, WindowArguments},
        output,
    },
    machine, paths, rpc,
};

const MAIN: &str = "main";

/// Opens the window with the process's arguments, and stays until it is closed.
#[must_use]
pub fn run_window() -> ExitCode {
    let WindowArguments { place: Place { workspace, now }, file } = WindowArguments::parse();
    let app = App::new(machine::settings(now), file.or(workspace).or_else(paths::last_workspace));
    match open(app) {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            output::failed(&Failure::new(Code::Internal, format!("The window could not be opened: {error}.")))
        }
    }
}

fn open(app: Arc<App>) -> tauri::Result<()> {
    let closing = Arc::clone(&app);
    let mut targets = vec![Target::new(TargetKind::Stderr)];
    if let Some(path) = paths::log_folder() {
        targets.push(Target::new(TargetKind::Folder { path, file_name: Some("cairn".into()) }));
    }
    tauri::Builder::default()
        .plugin(tauri_plugin_single_instance::init(|app, _, _| {
            // A second start brings the first window to the front.
            if let Some(window) = app.get_webview_window(MAIN) {
                let _ = window.unminimize();
                let _ = window.set_focus();
            }
        }))
        .plugin(tauri_plugin_log::Builder::new().level(log::LevelFilter::Info).targets(targets).build())
        .plugin(tauri_plugin_window_state::Builder::new().build())
        .plugin(tauri_plugin_dialog::init())
        .plugin(tauri_plugin_opener::init())
        .manage(app)
        .invoke_handler(rpc::handler())
        .setup(|tauri| {
            WebviewWindowBuilder::new(tauri, MAIN, WebviewUrl::default())
                .title("Cairn")
                .inner_size(1280.0, 800.0)
                .min_inner_size(480.0, 400.0)
                .disable_drag_drop_handler()
                // Only the program's own page: a link in a customer's text must not take the window away.
                .on_navigation(|url| {
                    url.scheme() == "tauri" || url.host_str().is_some_and(|host| host == "tauri.localhost")
                })
                .build()?;
            Ok(())
        })
        .build(tauri::generate_context!())?
        .run(move |_, event| {
            if let RunEvent::Exit = event {
                tauri::async_runtime::block_on(closing.close());
            }
        });
    Ok(())
}
