//! Templates of one kind or another: the program's and the user's own, as records and as files.
//!
//! Owns what they share. What is made of a template is the business of its own module.

mod contents;
mod file;
mod keep;
mod profile;
mod travel;

use cairn_domain::{Hash, Stored, TemplateOrigin};
use cairn_wire::Failure;
use chrono::DateTime;

pub(crate) use contents::Carried;
pub(crate) use file::{parse, pretty};
pub(crate) use keep::{add, create, delete, get, list, restore, update, usable};
pub(crate) use profile::profile;
pub(crate) use travel::{Taken, export, import, take};

use crate::{crud::Resource, error::Result};

/// A kind of template.
pub(crate) trait Library: Resource + cairn_domain::Record<Derived = TemplateOrigin> {
    /// Those that come with the program, in the order in which they are offered.
    fn built_in() -> &'static [Stored<Self>];

    /// The contents of the workspace that it names, each once.
    fn contents(&self) -> Vec<Hash> {
        Vec::new()
    }

    /// Reads and checks a file's text.
    ///
    /// # Errors
    /// With the path of what is wrong.
    fn read(text: &str) -> Result<Written<Self>, Failure>;

    /// The text of a file.
    fn text(written: Written<Self>) -> Result<String>;
}

/// What a template's file says.
#[derive(Clone, Debug)]
pub(crate) struct Written<R: Library> {
    pub(crate) id: R::Id,
    pub(crate) version: i64,
    pub(crate) record: R,
    /// The contents that the template names.
    pub(crate) contents: Vec<Carried>,
}

/// One of the program's.
pub(crate) fn find_built_in<R: Library>(id: R::Id) -> Option<&'static Stored<R>> {
    R::built_in().iter().find(|template| template.id == id)
}

/// The program's templates from their files. Nobody made them, and no day is known on which they did.
pub(crate) fn from_files<R: Library>(files: &[&str]) -> Vec<Stored<R>> {
    let read = files.iter().map(|text| R::read(text));
    read.filter_map(|file| match file {
        Ok(Written { id, version, record, contents: _ }) => Some(Stored {
            id,
            version,
            created_at: DateTime::UNIX_EPOCH,
            created_by: String::new(),
            updated_at: DateTime::UNIX_EPOCH,
            updated_by: String::new(),
            deleted_at: None,
            record,
        }),
        Err(failure) => {
            log::error!("A template of the program cannot be read: {failure:?}");
            None
        }
    })
    .collect()
}
