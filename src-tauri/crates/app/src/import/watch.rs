//! How far an import is, and ending it: what somebody sees who waits.

use std::sync::atomic::{AtomicBool, AtomicU32, Ordering::Relaxed};

use cairn_domain::{Problem, Reason};
use cairn_wire::ImportProgress;
use tokio::sync::Notify;

use crate::error::{AppError, Result};

/// The import that runs. There is one at a time: a window shows one dialog, a command line takes in one file.
#[derive(Debug, Default)]
pub(crate) struct Watch {
    running: AtomicBool,
    ended: AtomicBool,
    done: AtomicU32,
    all: AtomicU32,
    told: Notify,
}

/// An import is under way until this is dropped.
#[derive(Debug)]
pub(super) struct UnderWay<'a>(&'a Watch);

impl Drop for UnderWay<'_> {
    fn drop(&mut self) {
        self.0.running.store(false, Relaxed);
    }
}

impl Watch {
    /// An import begins.
    pub(super) fn begin(&self) -> UnderWay<'_> {
        self.ended.store(false, Relaxed);
        self.expect(0);
        self.running.store(true, Relaxed);
        UnderWay(self)
    }

    /// So many rows will be looked at, counted from the first.
    pub(super) fn expect(&self, rows: usize) {
        self.done.store(0, Relaxed);
        self.all.store(u32::try_from(rows).unwrap_or(u32::MAX), Relaxed);
    }

    /// A row is about to be seen.
    ///
    /// # Errors
    /// [`AppError::Cancelled`] where somebody ended it.
    pub(super) fn step(&self) -> Result<()> {
        self.done.fetch_add(1, Relaxed);
        if self.ended.load(Relaxed) { Err(AppError::Cancelled) } else { Ok(()) }
    }

    /// Ends the import that runs, if one does.
    pub(super) fn end(&self) {
        if self.running.load(Relaxed) {
            self.ended.store(true, Relaxed);
            self.told.notify_waiters();
        }
    }

    /// How far it is.
    pub(super) fn progress(&self) -> ImportProgress {
        let (done, all) = (self.done.load(Relaxed), self.all.load(Relaxed));
        ImportProgress { running: self.running.load(Relaxed), done: done.min(all), all }
    }

    /// Reads a file on a thread of its own. A reader that panics has met a file that is damaged.
    ///
    /// # Errors
    /// About the file, or [`AppError::Cancelled`].
    pub(super) async fn read<T: Send + 'static>(
        &self,
        read: impl FnOnce() -> T + Send + 'static,
    ) -> Result<T> {
        let ended = self.told.notified();
        tokio::select! {
            done = tokio::task::spawn_blocking(read) => match done {
                Ok(done) => Ok(done),
                Err(error) if error.is_panic() => {
                    let why = "it is damaged, or of a form that no reader knows".to_owned();
                    Err(Problem::new("path", Reason::BadFile { why }).into())
                }
                Err(error) => Err(error.into()),
            },
            () = ended => Err(AppError::Cancelled),
        }
    }
}
