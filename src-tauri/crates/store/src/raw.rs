//! The calls of SQLite that the driver does not have: the one room of the house that may say `unsafe`.
//!
//! Owns nothing: each function is one call on a connection that the driver has locked for it, so that no other thread
//! is inside of it. `tests/architecture.rs` holds that `unsafe` stands nowhere else (docs/decisions/0031-raw-calls.md).
#![allow(unsafe_code, reason = "each block is one call on a locked connection, and says why it is sound")]

use std::ptr;

use libsqlite3_sys as ffi;
use sea_orm::sqlx::sqlite::LockedSqliteHandle;

/// Whether no transaction is open on the connection, as SQLite itself sees it: after a full disk it may have rolled
/// back what the driver believes to be open.
pub(crate) fn is_in_autocommit(connection: &mut LockedSqliteHandle<'_>) -> bool {
    // SAFETY: the handle is open and locked for as long as the borrow lasts; the call only reads a flag of it.
    unsafe { ffi::sqlite3_get_autocommit(connection.as_raw_handle().as_ptr()) != 0 }
}

/// The connection will not fold the write-ahead log into the file when it is closed.
pub(crate) fn leave_log_on_close(connection: &mut LockedSqliteHandle<'_>) -> bool {
    // SAFETY: the handle is open and locked; this option takes an int and a pointer to an int that may be null
    // (https://www.sqlite.org/c3ref/c_dbconfig_defensive.html).
    let code = unsafe {
        ffi::sqlite3_db_config(
            connection.as_raw_handle().as_ptr(),
            ffi::SQLITE_DBCONFIG_NO_CKPT_ON_CLOSE,
            std::ffi::c_int::from(true),
            ptr::null_mut::<std::ffi::c_int>(),
        )
    };
    code == ffi::SQLITE_OK
}

/// Copies one state of the whole database over another one, whoever writes meanwhile; an error is SQLite's result
/// code. In one step: nothing has to begin anew where somebody writes between two of them.
pub(crate) fn copy(from: &mut LockedSqliteHandle<'_>, to: &mut LockedSqliteHandle<'_>) -> Result<(), i32> {
    let (from, to) = (from.as_raw_handle().as_ptr(), to.as_raw_handle().as_ptr());
    // SAFETY: both handles are open and locked for as long as the borrows last, and are two connections, since they
    // are two exclusive borrows. The names are C strings that outlive the call. The backup is finished exactly once,
    // on every way out (https://www.sqlite.org/c3ref/backup_finish.html).
    unsafe {
        let backup = ffi::sqlite3_backup_init(to, c"main".as_ptr(), from, c"main".as_ptr());
        if backup.is_null() {
            return Err(ffi::sqlite3_extended_errcode(to));
        }
        let stepped = ffi::sqlite3_backup_step(backup, -1);
        let finished = ffi::sqlite3_backup_finish(backup);
        match (stepped, finished) {
            (ffi::SQLITE_DONE, ffi::SQLITE_OK) => Ok(()),
            (ffi::SQLITE_DONE, code) | (code, _) => Err(code),
        }
    }
}

/// Takes the modules of virtual tables from a connection: it knows tables alone then, and checks no index of words.
pub(crate) fn without_modules(of: &mut LockedSqliteHandle<'_>) -> Result<(), i32> {
    let of = of.as_raw_handle().as_ptr();
    // SAFETY: the handle is open and locked for as long as the borrow lasts; no list of names keeps none
    // (https://www.sqlite.org/c3ref/drop_modules.html).
    match unsafe { ffi::sqlite3_drop_modules(of, std::ptr::null_mut()) } {
        ffi::SQLITE_OK => Ok(()),
        code => Err(code),
    }
}
