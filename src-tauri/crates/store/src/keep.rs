//! Keeping the file whole: soon after the last change the log is folded in, so that a copy of the file is a copy of
//! everything, also while the program runs.
//!
//! Owns when. Does not own how (`wal`).

use std::{sync::Arc, time::Duration};

use tokio::{
    task::JoinHandle,
    time::{sleep, timeout},
};

use crate::{connect::Writer, place::Place, wal};

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
                // What stands under the name now is not the file that was opened.
                if place.stands().is_err() {
                    return;
                }
                while folds_later(&writer).await {
                    sleep(AGAIN).await;
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
