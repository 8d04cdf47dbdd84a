//! Templates of plans: the program's and the user's own, plans made of them, and what they say otherwise since.

mod apply;
mod built_in;
mod customer_name;
mod file;
mod follow;
mod live;
mod save;
mod travel;

pub(crate) use apply::{apply, preview};
pub(crate) use follow::{accept, diff};
pub(crate) use save::save;
pub(crate) use travel::{export, import};
