//! Templates of plans: the program's and the user's own, plans made of them, and what they say otherwise since.

mod built_in;
mod file;
mod keep;
mod travel;

pub(crate) use keep::{create, delete, get, list, restore, update};
pub(crate) use travel::{export, import};
