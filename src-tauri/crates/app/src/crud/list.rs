//! `record.list`.

use cairn_store::{Query, Sort};
use cairn_wire::{ListQuery, Listing, SortBy, View};

use super::{Resource, views};
use crate::{context::Context, error::Result};

/// A part of the records that match.
pub(crate) async fn list<R: Resource>(context: &Context, request: ListQuery) -> Result<Listing<View<R>>> {
    let ListQuery { filter, sort, page } = request;
    let sort = sort.into_iter().map(|SortBy { field, descending }| Sort { field, descending }).collect();
    let query = Query {
        filter,
        sort,
        limit: page.map(|page| page.limit),
        offset: page.map_or(0, |page| page.offset),
    };
    let open = context.workspace().await?;
    let rows = open.store.rows();
    let (records, total) = rows.list::<R>(&query).await?;
    Ok(Listing { items: views(rows, records).await?, total })
}
