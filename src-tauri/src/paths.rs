//! Folders and files of the machine: where a workspace goes, and which one was open last.

use std::path::{Path, PathBuf};

use directories::ProjectDirs;

fn folders() -> Option<ProjectDirs> {
    ProjectDirs::from("org", "Cairn", "Cairn")
}

/// Where a workspace is unless somebody says otherwise: in the platform's data folder.
pub(crate) fn default_workspace() -> PathBuf {
    folders().map_or_else(|| PathBuf::from("workspace.cairn"), |dirs| dirs.data_dir().join("workspace.cairn"))
}

/// Where the log goes.
pub(crate) fn log_folder() -> Option<PathBuf> {
    folders().map(|dirs| dirs.data_local_dir().join("log"))
}

fn memory() -> Option<PathBuf> {
    folders().map(|dirs| dirs.config_dir().join("last-workspace"))
}

/// The workspace that the window had open last, if it is still there.
#[expect(clippy::disallowed_methods, reason = "the shell remembers one path between sittings")]
pub(crate) fn last_workspace() -> Option<PathBuf> {
    let path = PathBuf::from(std::fs::read_to_string(memory()?).ok()?);
    path.is_file().then_some(path)
}

/// Remembers the workspace for the next sitting.
#[expect(clippy::disallowed_methods, reason = "the shell remembers one path between sittings")]
pub(crate) fn remember_workspace(path: &Path) {
    let Some(memory) = memory() else { return };
    let written = memory.parent().map_or(Ok(()), std::fs::create_dir_all);
    if let Err(error) = written.and_then(|()| std::fs::write(&memory, path.as_os_str().as_encoded_bytes())) {
        log::warn!("The last workspace could not be remembered: {error}");
    }
}
