//! The shell: the window and the command line around the same use cases.
//!
//! Owns the process: arguments, environment, folders, the log, the window. Deliberately holds no rule. What
//! the command line runs names nothing of the window, so that its program is linked without it.

mod cli;
mod grants;
mod logging;
mod machine;
mod paths;
mod rpc;
mod window;

pub use cli::run;
pub use grants::{Grants, Way};
pub use rpc::handler;
pub use window::run_window;
