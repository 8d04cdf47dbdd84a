//! Dev only: what tests of several crates share. The driver of the real window, and
//! workbooks as other programs write them.
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::disallowed_methods,
    reason = "a failed step fails the test that asked for it"
)]

mod book;
mod focus;
mod office;
mod window;

pub use book::{Book, Cell, Sheet};
pub use fantoccini::key::Key;
pub use focus::Focus;
pub use office::{resave, understood};
pub use window::Window;
