//! Files of the user: read as a whole up to a limit, and written so that they appear under their name as a whole.
//!
//! The only place of the use cases that reads or writes one, so that no command can replace a workspace, or what
//! somebody else wrote. Does not own who chose the file.

mod own;

use std::{
    fs::{Metadata, Permissions},
    io::{ErrorKind, Read as _, Write as _},
    path::{Path, PathBuf},
};

use cairn_domain::{Problem, Reason};
use cairn_store::{ReadFile, place_for};
use cairn_wire::{Code, Failure, Source};

use crate::{
    context::Context,
    error::{AppError, Result},
};

/// True where a file begins with these bytes; false as well where that cannot be looked at.
#[expect(clippy::disallowed_methods, reason = "the one place that reads a file a user picked")]
pub(crate) fn begins(path: &Path, with: &[u8]) -> bool {
    let is_file = std::fs::metadata(path).is_ok_and(|meta| meta.is_file());
    let mut head = vec![0; with.len()];
    is_file
        && ReadFile::open(path).and_then(|mut file| file.read_exact(&mut head)).is_ok_and(|()| head == with)
}

/// Reads a file of at most `most` bytes.
///
/// # Errors
/// `invalid` about `path` where it is no file, empty or larger; `io`.
#[expect(clippy::disallowed_methods, reason = "the one place that reads a file a user picked")]
pub(crate) fn read(path: &Path, most: usize) -> Result<Vec<u8>> {
    let unread = |error| AppError::read(path, error);
    let refused = |why: String| Problem::new("path", Reason::BadFile { why });
    // Before it is opened: a pipe would wait for somebody to write, and a device has no end.
    let meta = std::fs::metadata(path).map_err(unread)?;
    if !meta.is_file() {
        return Err(
            refused(if meta.is_dir() { "it is a folder".into() } else { "it is no file".into() }).into()
        );
    }
    let too_large = || refused(format!("it is larger than {} MB", most / 1_000_000));
    if meta.len() > most as u64 {
        return Err(too_large().into());
    }
    let mut bytes = Vec::new();
    // One byte more than fits: a file may grow while it is read.
    let file = ReadFile::open(path).map_err(unread)?;
    file.take(most as u64 + 1).read_to_end(&mut bytes).map_err(unread)?;
    if bytes.is_empty() {
        return Err(refused("it is empty".into()).into());
    }
    if bytes.len() > most {
        return Err(too_large().into());
    }
    Ok(bytes)
}

/// Reads a text file of at most `most` bytes.
///
/// # Errors
/// As [`read`], and where it is no text.
pub(crate) fn text(path: &Path, most: usize) -> Result<String> {
    String::from_utf8(read(path, most)?).map_err(|_| {
        let why = "it is no text".to_owned();
        Problem::new("path", Reason::BadFile { why }).into()
    })
}

/// Reads a text file that the command line names.
///
/// # Errors
/// `invalid` about `path` where it is no file, empty, larger than `most` bytes, or no text; `io`.
pub fn read_text(path: &Path, most: usize) -> Result<String, Failure> {
    Ok(text(path, most)?)
}

/// Makes sure that the folder of a file that is to be written is there.
///
/// # Errors
/// `io` about `path`.
#[expect(clippy::disallowed_methods, reason = "the one place that writes files for the user")]
pub(crate) fn require_folder(path: &Path) -> Result<()> {
    let Some(folder) = path.parent().filter(|folder| !folder.as_os_str().is_empty()) else { return Ok(()) };
    match std::fs::metadata(folder) {
        Ok(meta) if meta.is_dir() => Ok(()),
        Err(error) if !matches!(error.kind(), ErrorKind::NotFound | ErrorKind::NotADirectory) => {
            Err(AppError::write(path, error))
        }
        _ => {
            let message =
                format!("There is no folder {}; make it, or name one that is there.", folder.display());
            Err(Failure::new(Code::Io, message).about("path").into())
        }
    }
}

/// What gives way in a place.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(crate) enum Over {
    /// Only what this workspace wrote there and nobody changed since.
    Own,
    /// Any file: whoever chose the place was asked.
    Any,
}

impl Over {
    /// The window's paths come from the system's dialog, which asks; the command line says `force`.
    pub(crate) fn asked(context: &Context, force: bool) -> Self {
        if force || context.source == Source::Window { Self::Any } else { Self::Own }
    }
}

/// Where a file may be written.
#[derive(Debug)]
pub(crate) struct Destination {
    /// Links followed.
    path: PathBuf,
    /// Of what stands there.
    rights: Option<Permissions>,
}

impl Destination {
    /// Makes sure that a file may be written at `path`.
    ///
    /// # Errors
    /// `invalid` about `path` for a workspace or what belongs to one, for what is no file, and for a file that may not
    /// give way; `read_only`.
    pub(crate) async fn at(context: &Context, path: &str, over: Over) -> Result<Self> {
        if path.trim().is_empty() {
            return Err(Problem::new("path", Reason::Empty).into());
        }
        let open = context.app.workspace_path().await;
        let place = place_for(Path::new(path), open.as_deref())
            .map_err(|error| AppError::from(error).about_path())?;
        require_folder(&place)?;
        let Some(found) = found(&place)? else {
            return Ok(Self { path: place, rights: None });
        };
        // An empty file is a place that somebody prepared.
        if over == Over::Own && found.len() > 0 && !own::is_own(context, &place).await? {
            return Err(Problem::new("path", Reason::FileThere).into());
        }
        Ok(Self { path: place, rights: Some(found.permissions()) })
    }

    /// Writes beside the place and renames, so that no half file ever stands there. What stood there leaves its rights.
    pub(crate) async fn write(self, context: &Context, bytes: &[u8]) -> Result<()> {
        // What the system says of a temporary file beside it names that; who reads it knows this one.
        let refused = |error: std::io::Error| AppError::write(&self.path, error.kind().into());
        let folder = self.path.parent().filter(|folder| !folder.as_os_str().is_empty());
        let folder = folder.unwrap_or(Path::new("."));
        // What a killed program left of an earlier one.
        cairn_store::sweep(folder);
        #[expect(clippy::disallowed_methods, reason = "the one place that writes files for the user")]
        let mut partial = new_file().tempfile_in(folder).map_err(refused)?;
        if let Some(rights) = self.rights.clone() {
            partial.as_file().set_permissions(rights).map_err(refused)?;
        }
        partial.write_all(bytes).and_then(|()| partial.as_file().sync_all()).map_err(refused)?;
        #[expect(clippy::disallowed_methods, reason = "the one place that writes files for the user")]
        partial.persist(&self.path).map_err(|error| refused(error.error))?;
        own::remember(context, bytes).await;
        Ok(())
    }
}

/// What stands in a place; nothing where nothing does.
#[expect(clippy::disallowed_methods, reason = "the one place that writes files for the user")]
fn found(path: &Path) -> Result<Option<Metadata>> {
    let refused = |error| AppError::write(path, error);
    match std::fs::metadata(path) {
        Err(error) if error.kind() == ErrorKind::NotFound => Ok(None),
        Err(error) => Err(refused(error)),
        Ok(meta) if meta.is_dir() => Err(refused(ErrorKind::IsADirectory.into())),
        Ok(meta) if !meta.is_file() => {
            let why = "it is no file".to_owned();
            Err(Problem::new("path", Reason::BadFile { why }).into())
        }
        Ok(meta) if meta.permissions().readonly() => Err(refused(ErrorKind::PermissionDenied.into())),
        Ok(meta) => Ok(Some(meta)),
    }
}

/// A file with the rights of any new file, where a temporary one would be its owner's alone.
fn new_file() -> tempfile::Builder<'static, 'static> {
    #[cfg_attr(not(unix), expect(unused_mut, reason = "rights are a matter of Unix"))]
    let mut builder = cairn_store::temporary();
    #[cfg(unix)]
    builder.permissions(std::os::unix::fs::PermissionsExt::from_mode(0o666));
    builder
}
