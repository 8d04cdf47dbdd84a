//! Dev only: what tests of several crates share. Today that is the driver of the real window.
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::disallowed_methods,
    reason = "a failed step fails the test that asked for it"
)]

mod focus;
mod window;

pub use fantoccini::key::Key;
pub use focus::Focus;
pub use window::Window;
