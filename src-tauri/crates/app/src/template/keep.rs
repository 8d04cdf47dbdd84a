//! `template.list get create update delete restore`: as for every record, but that the program's own are copied and
//! not changed.

use cairn_domain::{Stored, Template, TemplateId};
use cairn_store::{Query, Rows, Sort, StoreError};
use cairn_wire::{ById, Code, Create, Delete, Failure, ListQuery, Listing, SortBy, Update, View};

use super::built_in;
use crate::{
    context::Context,
    crud::{checked, view, views},
    error::{AppError, Result},
};

/// More templates than anybody makes.
const ALL: u64 = 100_000;

/// The program's templates, then the user's own; what is filtered for is looked for among the user's alone.
pub(crate) async fn list(context: &Context, request: ListQuery) -> Result<Listing<View<Template>>> {
    let ListQuery { filter, sort, page } = request;
    let mut all: Vec<View<Template>> = Vec::new();
    if filter.is_empty() {
        all.extend(built_in::all().iter().cloned().map(built_in::view));
    }
    let sort = sort.into_iter().map(|SortBy { field, descending }| Sort { field, descending }).collect();
    let query = Query { filter, sort, limit: Some(ALL), offset: 0 };
    match context.workspace().await {
        Ok(open) => {
            let rows = open.store.rows();
            let (records, _) = rows.list::<Template>(&query).await?;
            all.extend(views(rows, records).await?);
        }
        // What comes with the program is there before any workspace is.
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
pub(crate) async fn get(context: &Context, ById { id }: ById<Template>) -> Result<View<Template>> {
    if let Some(template) = built_in::find(id) {
        return Ok(built_in::view(template.clone()));
    }
    let open = context.workspace().await?;
    let rows = open.store.rows();
    view(rows, rows.get(id).await?).await
}

/// A template that can be used: the program's, or the user's own and not deleted.
pub(super) async fn usable(rows: Rows<'_>, id: TemplateId) -> Result<Option<Stored<Template>>, StoreError> {
    if let Some(template) = built_in::find(id) {
        return Ok(Some(template.clone()));
    }
    Ok(rows.find::<Template>(id).await?.filter(|template| template.deleted_at.is_none()))
}

/// Makes one.
pub(crate) async fn create(context: &Context, request: Create<Template>) -> Result<View<Template>> {
    let today = context.today().await?;
    let record = request.into_record(today)?;
    add(context, "template.create", record).await
}

/// Keeps a template that was just made.
pub(super) async fn add(context: &Context, name: &'static str, record: Template) -> Result<View<Template>> {
    let today = context.today().await?;
    let open = context.workspace_to_write().await?;
    let mut tx = context.begin(&open, name).await?;
    checked(tx.rows(), &record, None, today).await?;
    let stored = tx.insert(None, record).await?;
    let made = view(tx.rows(), stored).await?;
    context.commit(tx, made).await
}

/// Changes the user's own. A change of the program's makes an own copy, which is answered.
pub(crate) async fn update(context: &Context, request: Update<Template>) -> Result<View<Template>> {
    let today = context.today().await?;
    if let Some(template) = built_in::find(request.id) {
        let record = request.apply(&template.record)?;
        return add(context, "template.create", record).await;
    }
    let open = context.workspace_to_write().await?;
    let mut tx = context.begin(&open, "template.update").await?;
    let current = tx.current::<Template>(request.id, Some(request.version)).await?;
    let record = request.apply(&current.record)?;
    checked(tx.rows(), &record, Some(&current), today).await?;
    if record == current.record {
        return view(tx.rows(), current).await;
    }
    let stored = tx.update(current, record).await?;
    let changed = view(tx.rows(), stored).await?;
    context.commit(tx, changed).await
}

/// Deletes one of the user's own; plans made of it stay as they are.
pub(crate) async fn delete(context: &Context, request: Delete<Template>) -> Result<View<Template>> {
    let Delete { id, version } = request;
    own(id)?;
    let open = context.workspace_to_write().await?;
    let mut tx = context.begin(&open, "template.delete").await?;
    let stored = tx.delete::<Template>(id, version).await?;
    let deleted = view(tx.rows(), stored).await?;
    context.commit(tx, deleted).await
}

/// Brings a deleted one back.
pub(crate) async fn restore(context: &Context, ById { id }: ById<Template>) -> Result<View<Template>> {
    own(id)?;
    let open = context.workspace_to_write().await?;
    let mut tx = context.begin(&open, "template.restore").await?;
    let stored = tx.restore::<Template>(id).await?;
    let restored = view(tx.rows(), stored).await?;
    context.commit(tx, restored).await
}

/// Refuses what only an own template lets be done to it.
fn own(id: TemplateId) -> Result<()> {
    match built_in::find(id) {
        None => Ok(()),
        Some(_) => {
            let message =
                "This template comes with the program and stays; change it to get a copy of your own.";
            Err(Failure::new(Code::InvalidState, message).about("id").into())
        }
    }
}
