//! The shell: the window and the command line around the same use cases.
//!
//! Owns the process: arguments, environment, folders, the log, the window. Deliberately holds no rule.

mod cli;
mod logging;
mod paths;
mod rpc;
mod window;

pub use cli::run;
pub use rpc::handler;
