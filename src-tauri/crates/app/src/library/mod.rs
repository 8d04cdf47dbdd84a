//! Templates of one kind or another: the program's and the user's own, as records and as files.
//!
//! Owns what they share. What is made of a template is the business of its own module.

mod file;
mod keep;
mod profile;
mod travel;

use cairn_domain::{Stored, TemplateOrigin};
use cairn_wire::Failure;
use chrono::DateTime;

pub(crate) use file::{parse, pretty};
pub(crate) use keep::{add, create, delete, get, list, restore, update, usable};
pub(crate) use profile::profile;
pub(crate) use travel::{Taken, export, import, take};

use crate::{crud::Resource, error::Result};

/// A kind of template.
pub(crate) trait Library: Resource + cairn_domain::Record<Derived = TemplateOrigin> {
    /// Those that come with the program, in the order in which they are offered.
    fn built_in() -> &'static [Stored<Self>];

    /// Reads and checks a file's text: its id, its version and the template.
    ///
    /// # Errors
    /// With the path of what is wrong.
    fn read(text: &str) -> Result<(Self::Id, i64, Self), Failure>;

    /// The text of a file.
    fn text(id: Self::Id, version: i64, record: Self) -> Result<String>;
}

/// One of the program's.
pub(crate) fn find_built_in<R: Library>(id: R::Id) -> Option<&'static Stored<R>> {
    R::built_in().iter().find(|template| template.id == id)
}

/// The program's templates from their files. Nobody made them, and no day is known on which they did.
pub(crate) fn from_files<R: Library>(files: &[&str]) -> Vec<Stored<R>> {
    let read = files.iter().map(|text| R::read(text));
    read.filter_map(|file| match file {
        Ok((id, version, record)) => Some(Stored {
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
