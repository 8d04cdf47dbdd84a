//! The window: Tauri, its plugins, and the one page.

use std::{
    path::{Path, PathBuf},
    process::ExitCode,
    sync::Arc,
};

use cairn_app::App;
use cairn_wire::{Code, Failure};
use clap::{CommandFactory as _, Parser as _, parser::ValueSource};
use tauri::{
    AppHandle, DragDropEvent, Emitter as _, Manager, RunEvent, WebviewUrl, WebviewWindowBuilder, WindowEvent,
};
use tauri_plugin_log::{Target, TargetKind};

use crate::{
    cli::{
        arguments::{GlobalOptions, WindowArguments},
        output,
    },
    grants::{Grants, Way},
    machine, paths, rpc,
};

const MAIN: &str = "main";
/// Tells the page of a workspace that was opened from outside; `ui/src/lib/host` listens.
const OPEN_WORKSPACE: &str = "open-workspace";

/// Opens the window with the process's arguments, and stays until it is closed.
#[must_use]
pub fn run_window() -> ExitCode {
    let WindowArguments { global: GlobalOptions { workspace, now }, file } = WindowArguments::parse();
    let app = App::new(machine::settings(now), file.or(workspace).or_else(paths::last_workspace));
    match open(app) {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            output::failed(&Failure::new(Code::Internal, format!("The window could not be opened: {error}.")))
        }
    }
}

/// Whether a program drives the window, as the tests do. Whoever starts the process says so; no page can.
#[expect(clippy::disallowed_methods, reason = "the shell reads the environment")]
fn is_driven() -> bool {
    ["TAURI_WEBVIEW_AUTOMATION", "TAURI_AUTOMATION"]
        .iter()
        .all(|name| std::env::var(name).is_ok_and(|said| said == "true"))
}

fn open(app: Arc<App>) -> tauri::Result<()> {
    let closing = Arc::clone(&app);
    let keeping = Arc::clone(&app);
    let grants = Grants::new(is_driven());
    for way in [Way::Open, Way::Save] {
        grants.give_always(paths::default_workspace(), way);
    }
    let mut targets = vec![Target::new(TargetKind::Stderr)];
    if let Some(path) = paths::log_folder() {
        targets.push(Target::new(TargetKind::Folder { path, file_name: Some("cairn".into()) }));
    }
    tauri::Builder::default()
        .plugin(tauri_plugin_single_instance::init(|app, arguments, folder| {
            come_forward(app, asked_for(arguments, Path::new(&folder)));
        }))
        .plugin(
            tauri_plugin_log::Builder::new()
                .level(log::LevelFilter::Info)
                // The bus tells of every handshake.
                .level_for("zbus", log::LevelFilter::Warn)
                .level_for("tracing", log::LevelFilter::Warn)
                .targets(targets)
                .build(),
        )
        .plugin(tauri_plugin_window_state::Builder::new().build())
        .plugin(tauri_plugin_dialog::init())
        .plugin(tauri_plugin_opener::init())
        .plugin(tauri_plugin_notification::init())
        .manage(app)
        .manage(grants)
        .on_window_event(|window, event| {
            // What is dropped on the window is chosen.
            if let WindowEvent::DragDrop(DragDropEvent::Drop { paths, .. }) = event {
                let grants = window.state::<Arc<Grants>>();
                paths.iter().for_each(|path| grants.give(path, Way::Open));
            }
        })
        .invoke_handler(rpc::handler())
        .setup(move |tauri| {
            tauri::async_runtime::spawn(keeping.keep_backups());
            WebviewWindowBuilder::new(tauri, MAIN, WebviewUrl::default())
                .title("Cairn")
                .inner_size(1280.0, 800.0)
                .min_inner_size(480.0, 400.0)
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

/// A second start brings the first window to the front, and the workspace that it names into it.
fn come_forward(app: &AppHandle, workspace: Option<PathBuf>) {
    let Some(window) = app.get_webview_window(MAIN) else { return };
    let _ = window.unminimize();
    let _ = window.set_focus();
    if let Some(path) = workspace {
        // The page opens it: first it keeps what is being typed, and a refusal is told there.
        app.state::<Arc<Grants>>().give(&path, Way::Open);
        let _ = window.emit(OPEN_WORKSPACE, path.display().to_string());
    }
}

/// The workspace that another process's arguments name. Its environment is its own: ours says nothing.
fn asked_for(arguments: Vec<String>, folder: &Path) -> Option<PathBuf> {
    let said = WindowArguments::command().try_get_matches_from(arguments).ok()?;
    let on_the_line = |name| {
        let here = said.value_source(name) == Some(ValueSource::CommandLine);
        here.then(|| said.get_one::<PathBuf>(name)).flatten()
    };
    Some(folder.join(on_the_line("file").or_else(|| on_the_line("workspace"))?))
}

#[cfg(test)]
mod tests {
    use std::path::{Path, PathBuf};

    use super::asked_for;

    #[test]
    fn a_second_start_names_its_workspace_from_its_own_folder() {
        let asked =
            |line: &str| asked_for(line.split(' ').map(str::to_owned).collect(), Path::new("/home/ana"));
        let path = |text: &str| Some(PathBuf::from(text));
        assert_eq!(
            asked("cairn-window plans.cairn"),
            path("/home/ana/plans.cairn"),
            "as a file manager does"
        );
        assert_eq!(asked("cairn-window /mnt/plans.cairn"), path("/mnt/plans.cairn"), "a whole path stays");
        assert_eq!(
            asked("cairn-window --workspace a.cairn"),
            path("/home/ana/a.cairn"),
            "as the command line does"
        );
        assert_eq!(asked("cairn-window"), None, "only to the front");
    }
}
