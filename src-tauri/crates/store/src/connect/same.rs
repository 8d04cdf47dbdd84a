//! Whether a file that still stands at its place is the one that was opened: `cp` writes over a file and leaves it its
//! identity.
//!
//! Nobody writes the file but who folds a log in, and each log has a name that comes into the file with it (`wal`). So
//! where something was written since it was last looked into, the file alone has the name of the log that is known, or,
//! as long as that is not folded in, the one before. Owns that comparison; the place itself is compared in `place`.

use std::time::Duration;

use sea_orm::ConnectionTrait;
use tokio::time::sleep;

use crate::{
    connect,
    connect::wal::{self, Names},
    error::{Result, StoreError},
    guard::is_workspace,
    place::Place,
    scalar::scalar,
};

/// While somebody folds a log in, the file can be seen by half.
const AGAIN: Duration = Duration::from_millis(50);
/// A file that says something else so often, and is not written meanwhile, is another.
const TRIES: u32 = 3;
/// As long as a file that is being written is waited for.
const PATIENCE: u32 = 100;

/// The state of the file that a connection knows; another one once somebody else committed.
pub(crate) async fn version(db: &impl ConnectionTrait) -> Option<i64> {
    scalar(db, "PRAGMA data_version", []).await.ok().flatten()
}

/// Makes sure that nobody wrote over the file, before something is written, and remembers what it says.
///
/// # Errors
/// [`StoreError::Moved`], [`StoreError::Overwritten`].
pub(crate) async fn check(
    place: &Place,
    db: &impl ConnectionTrait,
    version: Option<(u64, i64)>,
) -> Result<()> {
    // Nobody else committed since: what was known then is known now, whatever stands in the file.
    let known = {
        let known = place.known();
        known.names.clone().filter(|_| version.is_some() && known.version == version)
    };
    let names = match known {
        Some(names) => Some(names),
        None => match wal::names(db).await {
            Err(StoreError::Unreadable { .. }) => return Err(place.give_up()),
            names => names?,
        },
    };
    look(place, names.as_ref(), || place.log_size() == 0).await?;
    place.known().names = names;
    place.known().version = version;
    Ok(())
}

/// The same before a commit: what the transaction itself wrote is in no file yet.
///
/// # Errors
/// As [`check`].
pub(crate) async fn check_within(place: &Place, tx: &impl ConnectionTrait) -> Result<()> {
    let names = wal::names(tx).await?;
    look(place, names.as_ref(), || false).await
}

async fn look(place: &Place, names: Option<&Names>, is_folded: impl Fn() -> bool) -> Result<()> {
    let mut print = place.stands()?;
    let mut tries = 0;
    for _ in 0..PATIENCE {
        let (alone, folded) = (alone(place).await, is_folded());
        // A log that could not be folded in whole, for want of room, leaves a file that cannot be read without it.
        let by_half = alone.is_err() && !folded && place.head().is_some_and(|head| is_workspace(&head));
        if by_half || fits(&alone, names, folded) {
            place.known().print = Some(print);
            return Ok(());
        }
        sleep(AGAIN).await;
        let now = place.stands()?;
        tries = if now == print { tries + 1 } else { 0 };
        if tries == TRIES {
            break;
        }
        print = now;
    }
    Err(place.give_up())
}

/// What the file says without a log.
async fn alone(place: &Place) -> Result<Option<Names>> {
    let file = connect::copier(place.real(), true).await?;
    let names = wal::names(&file).await;
    file.close().await?;
    names
}

fn fits(file: &Result<Option<Names>>, names: Option<&Names>, is_folded: bool) -> bool {
    match (file, names) {
        (Ok(Some((file, _))), Some((log, before))) => file == log || !is_folded && file == before,
        // Of an older schema, or brought up to date by what stands in the log.
        (Ok(None), names) => names.is_none() || !is_folded,
        _ => false,
    }
}
