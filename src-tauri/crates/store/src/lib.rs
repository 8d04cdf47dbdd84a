//! The workspace file: opening it, reading records, and changing them as operations.
//!
//! Owns tables, transactions, the journal with undo, redo and history, drafts, contents, the
//! index of words, and the check of the file.
//! Deliberately knows no rule that needs more than one record's own columns: those live in `app`.

mod access;
mod account_transfer;
mod backup;
mod beside;
mod bin;
mod blank;
mod blobs;
mod check;
mod connect;
mod copy;
mod drafts;
mod error;
mod guard;
mod home;
mod ids;
mod journal;
mod keep;
mod leftover;
mod many;
mod nameless;
mod open;
mod place;
mod preferences;
mod raw;
mod read_file;
mod rows;
mod scalar;
mod search;
mod secret;
mod tables;
mod today;
mod touch;
mod trash;
mod tree;
mod trial;
mod tx;
mod upgrade;

pub use account_transfer::{
    Chosen, Clash, Fate, FieldChange, KindCount, Moved, SHIPPED, Shipped, Transfer, TransferDifference,
    TransferFile,
};
pub use backup::{Backup, Backups, restore};
pub use bin::{Binned, Weight};
pub use blobs::StoredBlob;
pub use check::{Findings, check_copy, content_hash};
pub use drafts::StoredDraft;
pub use error::{Result, StoreError};
pub use guard::place_for;
pub use ids::Moment;
pub use journal::{DateMove, JournalChange, JournalEntry, JournalStep, Way};
pub use leftover::{sweep, temporary};
pub use open::Store;
pub use preferences::StoredPreference;
pub use read_file::ReadFile;
pub use rows::{Query, Rows, Sort};
pub use search::{Found, Piece, holds_words};
pub use secret::SECRET_LEN;
pub use today::{
    AccountCare, AccountHead, Before, DueCounts, DueWork, Look, Pressing, QuietPlan, Sector, Talk, WorkDays,
    WorkPlace,
};
pub use tree::Tree;
pub use tx::{OpHead, Tx};

/// The version of SQLite that is linked, such as `3.51.3`.
#[must_use]
pub fn sqlite_version() -> String {
    // The number is fixed at build time: 3051003 reads 3.51.3.
    let number = libsqlite3_sys::SQLITE_VERSION_NUMBER;
    format!("{}.{}.{}", number / 1_000_000, number / 1000 % 1000, number % 1000)
}
