//! What is said of a parent: by the field that names it.

use cairn_domain::Record;
use cairn_store::StoreError;

use super::Resource;
use crate::error::AppError;

/// A parent that is not there is about the field that names it.
pub(super) fn about_parent<R: Record>(error: StoreError) -> AppError {
    let parent = match &error {
        StoreError::NotFound { kind, .. } | StoreError::ParentDeleted { kind } => {
            R::PARENTS.iter().find(|(_, parent)| parent == kind).map(|(field, _)| *field)
        }
        _ => None,
    };
    match parent {
        Some(field) => cairn_wire::Failure::from(AppError::from(error)).about(field).into(),
        None => error.into(),
    }
}

/// The field that names a record's parent.
pub(super) fn home_field<R: Resource>(record: &R) -> &'static str {
    let home = record.parent().map(|(kind, _)| kind);
    R::PARENTS.iter().find(|(_, kind)| Some(*kind) == home).map_or("id", |(field, _)| field)
}
