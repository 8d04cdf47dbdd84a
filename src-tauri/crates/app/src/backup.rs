//! `backup.create`, `backup.list`, `backup.test`, `backup.restore`, `backup.second_place`; and when one is made unasked.
//!
//! Owns when a backup is due. Does not own how one is made, tried and thinned (the store).

use std::{
    path::{Path, PathBuf},
    sync::Arc,
    time::Duration,
};

use cairn_domain::{BackupReason, Problem, Reason};
use cairn_store::{Backup, Backups, Findings, Store, StoreError, StoredPreference, check_copy};
use cairn_wire::{
    BackupCreate, BackupInfo, BackupList, BackupMade, BackupPlace, BackupRestore, BackupRestored, BackupTest,
    BackupTested, Code, Failure, Nothing, SecondPlace,
};
use chrono::{DateTime, TimeDelta, Utc};
use serde_json::Value;

use crate::{
    context::{App, Context, Open},
    error::{AppError, Result},
    file::require_folder,
};

/// The lock by which only one backup, or one restore, runs at a time.
#[derive(Default)]
struct OneAtATime(tokio::sync::Mutex<()>);

/// Most work, in time, that may be in no backup while somebody works.
const DUE: TimeDelta = TimeDelta::minutes(30);
/// Before something large, a backup that is younger than this is new enough.
const YOUNG: TimeDelta = TimeDelta::minutes(10);
/// How often it is looked whether one is due.
const LOOK: Duration = Duration::from_secs(60);
/// The choice that names the second place.
const SECOND: &str = "backup_second_place";

/// Makes a backup, or a copy of what is open somewhere else.
pub(crate) async fn create(context: &Context, BackupCreate { path }: BackupCreate) -> Result<BackupMade> {
    let (open, at) = (context.workspace().await?, context.now());
    if let Some(path) = path {
        if path.trim().is_empty() {
            return Err(Problem::new("path", Reason::Empty).into());
        }
        let target = Path::new(&path);
        require_folder(target)?;
        open.store.copy_to(target).await.map_err(|error| AppError::from(error).about_path())?;
        return Ok(BackupMade { path, at });
    }
    let Backup { path, at, .. } = context.app.back_up(&open, at, BackupReason::Asked).await?;
    Ok(BackupMade { path: shown(&path), at })
}

/// The backups that there are.
pub(crate) async fn list(context: &Context, _: Nothing) -> Result<BackupList> {
    let open = context.workspace().await?;
    listed(&open, context.now()).await
}

async fn listed(open: &Open, now: DateTime<Utc>) -> Result<BackupList> {
    let first = Backups::beside(open.store.path());
    let items = first.list().into_iter().map(|backup| {
        let Backup { path, at, op, reason, size } = backup;
        BackupInfo { path: shown(&path), at, reason, op, size }
    });
    let second = second(&open.store).await?.map(|(place, backups)| SecondPlace {
        folder: shown(&place),
        there: place.is_dir(),
        newest: newest_of(&backups, now).map(|backup| backup.at),
    });
    Ok(BackupList { folder: shown(first.folder()), second, items: items.collect() })
}

/// Chooses the second place; the newest backup goes there at once.
pub(crate) async fn second_place(context: &Context, BackupPlace { path }: BackupPlace) -> Result<BackupList> {
    let (open, now) = (context.workspace().await?, context.now());
    let chosen = path.map(|path| other_place(open.store.path(), &path)).transpose()?;
    let value = chosen.map_or(Value::Null, |path| shown(&path).into());
    open.store.save_preference(&StoredPreference { key: SECOND.into(), value }).await?;
    if let Some(newest) = newest_of(&Backups::beside(open.store.path()), now) {
        to_second(&open.store, &newest, now).await;
    }
    listed(&open, now).await
}

/// The second place must be a folder, and not one that is lost together with the workspace. It is kept as a whole path,
/// so that it means the same wherever the program is started.
fn other_place(workspace: &Path, path: &str) -> Result<PathBuf, Failure> {
    let refused = |message: String| Failure::new(Code::Invalid, message).about("path");
    let place = Path::new(path).canonicalize().ok().filter(|place| place.is_dir());
    let place = place.ok_or_else(|| refused(format!("There is no folder at {path}.")))?;
    let first = Backups::beside(workspace);
    if place.starts_with(first.folder()) || first.folder().parent() == Some(&place) {
        let message = "The workspace and its backups are there already. Choose a folder elsewhere, at best on another disk.";
        return Err(refused(message.into()));
    }
    Ok(place)
}

/// Opens a backup and checks all of it.
pub(crate) async fn test(context: &Context, BackupTest { path }: BackupTest) -> Result<BackupTested> {
    let path = match path {
        Some(path) => PathBuf::from(path),
        None => {
            let open = context.workspace().await?;
            let newest = newest_of(&Backups::beside(open.store.path()), context.now());
            newest.ok_or_else(|| Failure::new(Code::NotFound, "There is no backup yet.").about("path"))?.path
        }
    };
    let Findings { damage, .. } = check_copy(&path).await.map_err(|error| of_backup(&path, error))?;
    Ok(BackupTested { path: shown(&path), ok: damage.is_empty(), damage })
}

/// Puts a backup in the place of the workspace.
pub(crate) async fn restore(
    context: &Context,
    BackupRestore { path }: BackupRestore,
) -> Result<BackupRestored> {
    let app = &context.app;
    let workspace = app.path().await?;
    let one = app.kept::<OneAtATime>();
    let _one_at_a_time = one.0.lock().await;
    let restored = async {
        let restored = cairn_store::restore(&workspace, Path::new(&path), context.now()).await;
        restored.map_err(|error| of_backup(Path::new(&path), error))
    };
    let kept = app.alone(restored).await?;
    log::info!("{path} was put in the place of {}.", workspace.display());
    Ok(BackupRestored { path: shown(&workspace), kept: kept.map(|kept| shown(&kept)) })
}

/// A backup that is missing is a file that cannot be read, not a missing workspace.
fn of_backup(path: &Path, error: StoreError) -> AppError {
    match error {
        StoreError::Missing { .. } => AppError::read(path, std::io::ErrorKind::NotFound.into()),
        error => AppError::from(error).about_path(),
    }
}

impl Context {
    /// Makes a backup before something that changes much, unless a recent one has everything already. Where none can be
    /// made the work goes on; the log says so.
    pub(crate) async fn backup_before(&self, open: &Open, reason: BackupReason) -> Result<()> {
        let now = self.now();
        if self.app.lacks_backup(open, now, YOUNG).await?
            && let Err(error) = self.app.back_up(open, now, reason).await
        {
            log::warn!("No backup could be made: {error}");
        }
        Ok(())
    }
}

impl App {
    /// Makes a backup whenever one is due, as long as the program runs.
    pub async fn keep_backups(self: Arc<Self>) {
        loop {
            tokio::time::sleep(LOOK).await;
            // A workspace that no command has needed yet is not opened for this.
            let Some(open) = self.opened().await else { continue };
            if let Err(error) = self.back_up_when_due(&open).await {
                log::warn!("No backup could be made: {error}");
            }
        }
    }

    async fn back_up_when_due(&self, open: &Open) -> Result<()> {
        let now = self.settings.clock.moment().at;
        if !open.store.is_moved() && self.lacks_backup(open, now, DUE).await? {
            self.back_up(open, now, BackupReason::Due).await?;
        }
        Ok(())
    }

    /// Whether something was changed that no backup has, and the newest is older than `age`. Backups from before a
    /// restore do not count: they are of what the restore replaced, where the same numbers mean other operations.
    async fn lacks_backup(&self, open: &Open, now: DateTime<Utc>, age: TimeDelta) -> Result<bool> {
        let last = open.store.rows().last_op().await?;
        let backups = Backups::beside(open.store.path());
        let is_restore = |backup: &Backup| backup.reason == BackupReason::Restore && backup.at <= now;
        let restored = backups.list().into_iter().find(is_restore);
        let newest =
            newest_of(&backups, now).filter(|newest| restored.is_none_or(|restored| newest.at > restored.at));
        Ok(last > 0 && newest.is_none_or(|newest| newest.op != last && now - newest.at >= age))
    }

    /// Makes a backup beside the workspace and in the second place, and removes those that are too many.
    async fn back_up(&self, open: &Open, at: DateTime<Utc>, reason: BackupReason) -> Result<Backup> {
        let one = self.kept::<OneAtATime>();
        let _one_at_a_time = one.0.lock().await;
        let backups = Backups::beside(open.store.path());
        let made = open.store.back_up(&backups, at, reason).await?;
        backups.thin(at);
        to_second(&open.store, &made, at).await;
        Ok(made)
    }
}

/// When the newest backup was made.
pub(crate) fn newest(store: &Store, now: DateTime<Utc>) -> Option<DateTime<Utc>> {
    newest_of(&Backups::beside(store.path()), now).map(|backup| backup.at)
}

/// The newest backup that was opened and checked when it was made. What a restore replaced was not checked, and may be
/// the damaged file. A backup of a day to come was made by a clock that ran ahead, and says nothing.
fn newest_of(backups: &Backups, now: DateTime<Utc>) -> Option<Backup> {
    let counts = |backup: &Backup| backup.reason != BackupReason::Restore && backup.at <= now;
    backups.list().into_iter().find(counts)
}

/// The second place, if one was chosen, and the backups in it.
async fn second(store: &Store) -> Result<Option<(PathBuf, Backups)>> {
    let choices = store.rows().preferences().await?;
    let chosen = choices.into_iter().find(|choice| choice.key == SECOND);
    let Some(place) = chosen.and_then(|choice| choice.value.as_str().map(PathBuf::from)) else {
        return Ok(None);
    };
    let first = store.rows().first_op().await?;
    let backups = Backups::second(&place, store.path(), &first);
    Ok(Some((place, backups)))
}

/// Takes a backup to the second place. It may not be there now: the list says what is.
async fn to_second(store: &Store, backup: &Backup, now: DateTime<Utc>) {
    let taken = async {
        if let Some((_, backups)) = second(store).await? {
            backups.take(backup).await?;
            backups.thin(now);
        }
        Ok::<_, AppError>(())
    };
    if let Err(error) = taken.await {
        log::warn!("The backup could not be taken to the second place: {error}");
    }
}

fn shown(path: &Path) -> String {
    path.display().to_string()
}
