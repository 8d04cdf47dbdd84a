//! Checklists: started from a template or by hand, worked through step by step, dated by themselves.
//!
//! Owns what their commands do. Which date follows from which, and which phase waits, the domain says.

mod anchors;
mod arrange;
mod close;
mod follow;
mod remove;
mod resource;
mod run;
mod start;
mod state;
mod template;
mod upgrade;

pub(crate) use anchors::{preview_anchor, set_anchor};
pub(crate) use arrange::{add_step, indent_step, move_step};
pub(crate) use close::close;
pub(crate) use follow::{attach, follow, preview_follow, sync};
pub(crate) use remove::preview_remove;
pub(crate) use run::ChecklistRun;
pub(crate) use start::{begin, start};
pub(crate) use state::{block, preview_change, preview_step, reopen, set_due, skip, tick};
pub(crate) use template::{export, import, preview};
pub(crate) use upgrade::{accept, diff, preview_accept};
