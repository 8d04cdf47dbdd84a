//! The commands that every record has, one file each.

mod back;
mod between;
mod change;
mod create;
mod delete;
mod get;
mod kinds;
mod list;
mod parent;
mod place;
mod recurrence;
mod resource;
mod restore;
mod update;

pub(crate) use back::check_back;
pub(crate) use change::{
    Along, New, Written, bring_back, make, put, put_all, put_new, put_one, remove, remove_all, validate,
    write, write_whole,
};
pub(crate) use create::create;
pub(crate) use delete::{delete, delete_many};
pub(crate) use get::get;
pub(crate) use list::list;
pub(crate) use place::place;
pub(crate) use resource::{Resource, view, views};
pub(crate) use restore::restore;
pub(crate) use update::{update, update_many};

/// The operation's name: the command's.
pub(crate) fn op_name<R: cairn_domain::Record>(verb: &str) -> &'static str {
    cairn_wire::command_name(R::KIND, verb)
}
