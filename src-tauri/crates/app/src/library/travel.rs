//! Templates travel between colleagues as files.

use std::path::Path;

use cairn_domain::Stored;
use cairn_store::{Rows, StoreError, Tx};
use cairn_wire::{TakenAs, TemplatePath, View};
use chrono::NaiveDate;
use serde::Serialize;

use super::{
    Library, Written, contents, file, find_built_in,
    keep::{of_program, usable},
};
use crate::{
    context::Context,
    crud::{Along, New, Written as Change, make, op_name, view, write},
    error::Result,
    file::{Destination, Over},
};

/// Writes a template to a file.
pub(crate) async fn export<R: Library>(
    context: &Context,
    id: R::Id,
    path: String,
    force: bool,
) -> Result<TemplatePath> {
    let place = Destination::at(context, &path, Over::asked(context, force)).await?;
    let written = match find_built_in::<R>(id) {
        Some(Stored { id, version, record, .. }) => {
            Written { id: *id, version: *version, record: record.clone(), contents: Vec::new() }
        }
        None => {
            let open = context.workspace().await?;
            let rows = open.store.rows();
            let Stored { id, version, record, .. } = rows.get::<R>(id).await?;
            let contents = contents::carried(rows, record.contents()).await?;
            Written { id, version, record, contents }
        }
    };
    place.write(context, R::text(written)?.as_bytes()).await?;
    Ok(TemplatePath { path })
}

/// What a file is to the templates that are here, and under which id it is kept.
enum Counterpart<R: Library> {
    /// It is here, word for word.
    Same(Stored<R>),
    /// An own template of the same origin says otherwise.
    Other(Stored<R>),
    /// It is not here. The id is the file's, or none where that is taken.
    Not(Option<R::Id>),
}

/// What became of a file.
pub(crate) struct Taken<R: Library> {
    pub(crate) what: TakenAs,
    /// The template as it is now.
    pub(crate) stored: Stored<R>,
    /// What it was, where the file changed it.
    pub(crate) before: Option<R>,
}

/// Reads a file. A template that came from the same origin before is changed, any other is added.
pub(crate) async fn import<R: Library, T: Serialize + Sync>(
    context: &Context,
    TemplatePath { path }: TemplatePath,
    answer: impl FnOnce(View<R>, TakenAs) -> T,
) -> Result<T> {
    let text =
        tokio::task::spawn_blocking(move || crate::file::text(Path::new(&path), file::LARGEST)).await??;
    let written = R::read(&text)?;
    let today = context.today().await?;
    let open = context.workspace_to_write().await?;
    let mut tx = context.begin(&open, op_name::<R>("import")).await?;
    let Taken { what, stored, before: _ } = take(&mut tx, written, today).await?;
    let template = match find_built_in::<R>(stored.id) {
        Some(_) => of_program(stored),
        None => view(tx.rows(), stored).await?,
    };
    let taken = answer(template, what);
    if what == TakenAs::Same { Ok(taken) } else { context.commit(tx, taken).await }
}

/// Takes in a template that was read, inside the operation `tx`. Where the same is here already, nothing is written.
pub(crate) async fn take<R: Library>(tx: &mut Tx, written: Written<R>, today: NaiveDate) -> Result<Taken<R>> {
    let Written { id, version: _, record, contents } = written;
    contents::keep(tx, contents).await?;
    Ok(match known(tx.rows(), id, &record).await? {
        Counterpart::Same(stored) => Taken { what: TakenAs::Same, stored, before: None },
        Counterpart::Other(current) => {
            let before = Some(current.record.clone());
            let Change { stored, .. } = write(tx, current, record, today, Along::Now).await?;
            Taken { what: TakenAs::Changed, stored, before }
        }
        Counterpart::Not(id) => {
            let stored = make(tx, New::named(id, record), today, Along::Now).await?;
            Taken { what: TakenAs::New, stored, before: None }
        }
    })
}

async fn known<R: Library>(rows: Rows<'_>, id: R::Id, record: &R) -> Result<Counterpart<R>, StoreError> {
    Ok(match usable(rows, id).await? {
        Some(stored) if stored.record == *record => Counterpart::Same(stored),
        // A colleague's change of one of the program's templates is a template of its own, and gets an id of its own
        // here.
        Some(stored) if find_built_in::<R>(stored.id).is_some() => Counterpart::Not(None),
        Some(stored) => Counterpart::Other(stored),
        // The id of a deleted template is not used again.
        None => Counterpart::Not(rows.find::<R>(id).await?.is_none().then_some(id)),
    })
}
