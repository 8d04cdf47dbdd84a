//! `list get create update delete restore` of templates: as for every record, but that the program's own are copied and
//! not changed.

use cairn_domain::{Stored, TemplateOrigin};
use cairn_store::{Query, Rows, Sort, StoreError};
use cairn_wire::{ById, Code, Create, Delete, Failure, ListQuery, Listing, SortBy, Update, View};

use super::{Library, find_built_in};
use crate::{
    context::Context,
    crud::{Along, New, Written, bring_back, make, op_name, remove, view, views, write},
    error::{AppError, Result},
};

/// More templates than anybody makes.
const ALL: u64 = 100_000;

/// A template of the program, as it is shown.
pub(super) fn of_program<R: Library>(stored: Stored<R>) -> View<R> {
    View { stored, derived: TemplateOrigin { built_in: true } }
}

/// The program's templates, then the user's own. A filter looks at the user's own alone.
pub(crate) async fn list<R: Library>(context: &Context, request: ListQuery) -> Result<Listing<View<R>>> {
    let ListQuery { filter, sort, page } = request;
    let mut all: Vec<View<R>> = Vec::new();
    if filter.is_empty() {
        all.extend(R::built_in().iter().cloned().map(of_program));
    }
    let sort = sort.into_iter().map(|SortBy { field, descending }| Sort { field, descending }).collect();
    let query = Query { filter, sort, limit: Some(ALL), offset: 0 };
    match context.workspace().await {
        Ok(open) => {
            let rows = open.store.rows();
            let (records, _) = rows.list::<R>(&query).await?;
            all.extend(views(rows, records).await?);
        }
        // The program's templates are there before any workspace is.
        Err(AppError::NoWorkspace | AppError::Store(StoreError::Missing { .. })) => {}
        Err(error) => return Err(error),
    }
    let total = all.len() as u64;
    if let Some(page) = page {
        let number = |n: u64| usize::try_from(n).unwrap_or(usize::MAX);
        all = all.into_iter().skip(number(page.offset)).take(number(page.limit)).collect();
    }
    Ok(Listing { items: all, total })
}

/// One of them.
pub(crate) async fn get<R: Library>(context: &Context, ById { id }: ById<R>) -> Result<View<R>> {
    if let Some(template) = find_built_in::<R>(id) {
        return Ok(of_program(template.clone()));
    }
    let open = context.workspace().await?;
    let rows = open.store.rows();
    view(rows, rows.get(id).await?).await
}

/// A template that can be used: the program's, or the user's own and not deleted.
pub(crate) async fn usable<R: Library>(rows: Rows<'_>, id: R::Id) -> Result<Option<Stored<R>>, StoreError> {
    if let Some(template) = find_built_in::<R>(id) {
        return Ok(Some(template.clone()));
    }
    Ok(rows.find::<R>(id).await?.filter(|template| template.deleted_at.is_none()))
}

/// Makes one.
pub(crate) async fn create<R: Library>(context: &Context, request: Create<R>) -> Result<View<R>> {
    let today = context.today().await?;
    let record = request.into_record(today)?;
    add(context, op_name::<R>("create"), record).await
}

/// Keeps a template that was just made.
pub(crate) async fn add<R: Library>(context: &Context, name: &'static str, record: R) -> Result<View<R>> {
    let today = context.today().await?;
    let open = context.workspace_to_write().await?;
    let mut tx = context.begin(&open, name).await?;
    let stored = make(&mut tx, New::placed(record), today, Along::Now).await?;
    let made = view(tx.rows(), stored).await?;
    context.commit(tx, made).await
}

/// Changes the user's own. A change of the program's makes an own copy, which is answered.
pub(crate) async fn update<R: Library>(context: &Context, request: Update<R>) -> Result<View<R>> {
    let today = context.today().await?;
    if let Some(template) = find_built_in::<R>(request.id) {
        let record = request.apply(&template.record)?;
        return add(context, op_name::<R>("create"), record).await;
    }
    let open = context.workspace_to_write().await?;
    let mut tx = context.begin(&open, op_name::<R>("update")).await?;
    let current = tx.current::<R>(request.id, Some(request.version)).await?;
    let record = request.apply(&current.record)?;
    let Written { stored, changed, .. } = write(&mut tx, current, record, today, Along::Now).await?;
    let shown = view(tx.rows(), stored).await?;
    if changed { context.commit(tx, shown).await } else { Ok(shown) }
}

/// Deletes one of the user's own; what was made of it stays as it is.
pub(crate) async fn delete<R: Library>(context: &Context, request: Delete<R>) -> Result<View<R>> {
    let Delete { id, version } = request;
    own::<R>(id)?;
    let open = context.workspace_to_write().await?;
    let mut tx = context.begin(&open, op_name::<R>("delete")).await?;
    let stored = remove::<R>(&mut tx, id, version, Along::Now).await?;
    let deleted = view(tx.rows(), stored).await?;
    context.commit(tx, deleted).await
}

/// Brings a deleted one back.
pub(crate) async fn restore<R: Library>(context: &Context, ById { id }: ById<R>) -> Result<View<R>> {
    own::<R>(id)?;
    let open = context.workspace_to_write().await?;
    let mut tx = context.begin(&open, op_name::<R>("restore")).await?;
    let stored = bring_back::<R>(&mut tx, id).await?;
    let restored = view(tx.rows(), stored).await?;
    context.commit(tx, restored).await
}

/// Refuses what only an own template lets be done to it.
fn own<R: Library>(id: R::Id) -> Result<()> {
    match find_built_in::<R>(id) {
        None => Ok(()),
        Some(_) => {
            let message =
                "This template comes with the program and stays; change it to get a copy of your own.";
            Err(Failure::new(Code::InvalidState, message).about("id").into())
        }
    }
}
