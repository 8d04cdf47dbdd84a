//! Which files the page may name: those that a person chose in the system's dialog, dropped on the window, or opened
//! from outside, for a while. The page says a path, and any other path is put before the person in the system's dialog
//! first, so that no text in a page reaches a file by itself.
//!
//! Does not own what may be written where (`cairn-app`), nor the command line, whose paths are typed by its user.

use std::{
    collections::HashMap,
    path::{Path, PathBuf},
    sync::{Arc, Mutex, PoisonError, mpsc},
    time::{Duration, Instant},
};

use cairn_domain::{Problem, Reason};
use cairn_wire::{Code, Failure};
use serde::Deserialize;
use serde_json::Value;
use tauri::{AppHandle, Manager as _, Runtime};
use tauri_plugin_dialog::{Dialog, FileDialogBuilder, FilePath};

/// How long a file may be named after it was last chosen or named.
const WHILE: Duration = Duration::from_secs(15 * 60);
/// The field of every request that names a file.
const FIELD: &str = "path";

/// What the person let the page do with a file.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Way {
    /// Read it, or open it as a workspace.
    Open,
    /// Write it.
    Save,
    /// Write into a folder.
    Folder,
}

impl Way {
    /// What a command does with the file it names.
    fn of(command: &str) -> Self {
        match command.rsplit('.').next() {
            Some("export" | "save" | "create" | "backup") => Self::Save,
            Some("second_place") => Self::Folder,
            _ => Self::Open,
        }
    }
}

/// A kind of file that a dialog shows.
#[derive(Debug, Deserialize)]
pub(crate) struct FileKind {
    name: String,
    extensions: Vec<String>,
}

/// The files that the page may name.
#[derive(Debug, Default)]
pub struct Grants {
    given: Mutex<HashMap<(PathBuf, Way), Option<Instant>>>,
    /// Where the window is driven by a program there is nobody to ask: what the page names counts as chosen.
    driven: bool,
}

impl Grants {
    /// None yet. `driven` where a program sits at the window, which only whoever starts the process can say.
    #[must_use]
    pub fn new(driven: bool) -> Arc<Self> {
        Arc::new(Self { given: Mutex::default(), driven })
    }

    /// Lets the page name a file for a while.
    pub fn give(&self, path: impl Into<PathBuf>, way: Way) {
        self.insert(path.into(), way, Some(Instant::now()));
    }

    /// Lets the page name a file for as long as the window is open: the place that the program itself suggests.
    pub fn give_always(&self, path: impl Into<PathBuf>, way: Way) {
        self.insert(path.into(), way, None);
    }

    fn insert(&self, path: PathBuf, way: Way, since: Option<Instant>) {
        self.given.lock().unwrap_or_else(PoisonError::into_inner).insert((path, way), since);
    }

    /// Whether the page may name a file; it may for another while then.
    fn holds(&self, path: &Path, way: Way) -> bool {
        let mut given = self.given.lock().unwrap_or_else(PoisonError::into_inner);
        given.retain(|_, since| since.is_none_or(|since| since.elapsed() < WHILE));
        match given.get_mut(&(path.to_owned(), way)) {
            Some(Some(since)) => {
                *since = Instant::now();
                true
            }
            Some(None) => true,
            None => false,
        }
    }
}

/// Makes sure that a request names no file that nobody chose: one that was not is put before the person.
///
/// # Errors
/// `cancelled` where they do not choose one, `invalid` about `path` where nobody can be asked.
pub(crate) async fn admit<R: Runtime>(
    app: &AppHandle<R>,
    command: &str,
    request: &mut Value,
) -> Result<(), Failure> {
    let Some(named) = request.get(FIELD).and_then(Value::as_str).filter(|path| !path.trim().is_empty())
    else {
        return Ok(());
    };
    let (path, way) = (PathBuf::from(named), Way::of(command));
    let grants = Arc::clone(&app.state::<Arc<Grants>>());
    if grants.driven || grants.holds(&path, way) {
        return Ok(());
    }
    let Some(chosen) = ask(app, way, "", &path, None).await? else {
        return Err(Failure::new(Code::Cancelled, "No file was chosen."));
    };
    if let Some(fields) = request.as_object_mut() {
        fields.insert(FIELD.into(), chosen.into());
    }
    Ok(())
}

/// Asks for a file in the system's dialog, and lets the page name it. `start` is what it begins with.
///
/// # Errors
/// `invalid` about `path` where there is no dialog.
pub(crate) async fn ask<R: Runtime>(
    app: &AppHandle<R>,
    way: Way,
    title: &str,
    start: &Path,
    kind: Option<FileKind>,
) -> Result<Option<String>, Failure> {
    let Some(dialogs) = app.try_state::<Dialog<R>>() else {
        return Err(Problem::new(FIELD, Reason::NotChosen).into());
    };
    let mut dialog = dialogs.file();
    if !title.is_empty() {
        dialog = dialog.set_title(title);
    }
    if let Some(FileKind { name, extensions }) = kind {
        let endings: Vec<&str> = extensions.iter().map(String::as_str).collect();
        dialog = dialog.add_filter(name, &endings);
    }
    if let Some(folder) = start.parent().filter(|folder| folder.is_dir()) {
        dialog = dialog.set_directory(folder);
    }
    if let Some(name) = start.file_name() {
        dialog = dialog.set_file_name(name.to_string_lossy());
    }
    let chosen = shown(dialog, way).await.and_then(|chosen| chosen.into_path().ok());
    let Some(path) = chosen else { return Ok(None) };
    app.state::<Arc<Grants>>().give(path.clone(), way);
    Ok(Some(path.to_string_lossy().into_owned()))
}

/// Shows a dialog until it is answered.
async fn shown<R: Runtime>(dialog: FileDialogBuilder<R>, way: Way) -> Option<FilePath> {
    let (answer, answered) = mpsc::channel();
    let answer = move |path| drop(answer.send(path));
    match way {
        Way::Open => dialog.pick_file(answer),
        Way::Save => dialog.save_file(answer),
        Way::Folder => dialog.pick_folder(answer),
    }
    tauri::async_runtime::spawn_blocking(move || answered.recv().ok().flatten()).await.ok().flatten()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_file_is_named_only_in_the_way_for_which_it_was_chosen() {
        let grants = Grants::new(false);
        grants.give("/home/ana/plan.pdf", Way::Save);
        assert!(grants.holds(Path::new("/home/ana/plan.pdf"), Way::Save), "chosen to be written");
        assert!(!grants.holds(Path::new("/home/ana/plan.pdf"), Way::Open), "not to be read");
        assert!(!grants.holds(Path::new("/home/ana/.ssh/id"), Way::Save), "never chosen");
        assert!(
            !grants.holds(Path::new("/home/ana/../ana/plan.pdf"), Way::Save),
            "as it was chosen, letter by letter"
        );
        let long_ago = Instant::now().checked_sub(WHILE);
        grants.insert("/old".into(), Way::Open, long_ago);
        assert!(long_ago.is_none() || !grants.holds(Path::new("/old"), Way::Open), "for a while");
    }

    #[test]
    fn a_command_that_writes_a_file_asks_where_to_save_it() {
        for command in ["document.export", "account.export", "blob.save", "workspace.create"] {
            assert_eq!(Way::of(command), Way::Save, "{command}");
        }
        for command in ["blob.put", "import.apply", "template.import", "workspace.open"] {
            assert_eq!(Way::of(command), Way::Open, "{command}");
        }
    }
}
