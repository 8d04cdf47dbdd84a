//! Keeping the file whole: soon after the last change the log is folded in, so that a copy of the file is a copy of
//! everything, also while the program runs.
//!
//! Owns when. Does not own how (`wal`).

use std::{sync::Arc, time::Duration};

use tokio::{
    task::JoinHandle,
    time::{sleep, timeout},
};

use crate::{
    connect::{Writer, wal},
    error::StoreError,
    place::Place,
};

/// How long nothing is changed before the log is folded in: two seconds after the last change it has to be there.
const QUIET: Duration = Duration::from_secs(1);
/// A log of so many bytes is folded in without waiting for quiet.
const LARGE: u64 = 16 << 20;
/// Until it is tried again where somebody was reading.
const AGAIN: Duration = Duration::from_millis(200);

/// Folds the log in after each change, until it is dropped.
#[derive(Debug)]
pub(crate) struct Keeper(JoinHandle<()>);

impl Keeper {
    pub(crate) fn of(writer: Arc<Writer>, place: Arc<Place>) -> Self {
        Self(tokio::spawn(async move {
            loop {
                writer.commits().next().await;
                while place.log_size() < LARGE && timeout(QUIET, writer.commits().next()).await.is_ok() {}
                if is_lost(&writer).await {
                    return;
                }
                while folds_later(&writer).await {
                    sleep(AGAIN).await;
                }
                // What it says now is remembered, so that the next who writes over it is found out.
                if is_lost(&writer).await {
                    return;
                }
            }
        }))
    }
}

impl Keeper {
    /// Before the file is closed.
    pub(crate) fn stop(&self) {
        self.0.abort();
    }
}

impl Drop for Keeper {
    fn drop(&mut self) {
        self.stop();
    }
}

/// What stands under the name is not the file that was opened any more. Where that cannot be told now, the next who
/// writes looks again.
async fn is_lost(writer: &Writer) -> bool {
    matches!(writer.still_writes_it().await, Err(StoreError::Moved { .. } | StoreError::Overwritten { .. }))
}

/// True where it has to be tried again.
async fn folds_later(writer: &Writer) -> bool {
    match wal::fold(writer).await {
        Ok(folded) => !folded,
        Err(error) => {
            log::warn!("The newest changes stand in the log beside the workspace only: {error}");
            false
        }
    }
}
