//! `bin.list` and `bin.preview`: what was deleted, and what would go along.
//!
//! Owns which kinds stand in the bin: those that `restore` brings back. Does not own bringing back (`crud/restore.rs`).

use cairn_domain::Kind;
use cairn_store::{Binned, Rows, Weight, holds_words};
use cairn_wire::{BinEntry, BinPreview, BinQuery, BinWeight, CarriedKind, Listing, command_name};

use crate::{context::Context, error::Result};

/// How many are listed where nobody says how many.
const FIRST: u64 = 200;

/// A part of what was deleted, the latest first.
pub(crate) async fn list(context: &Context, request: BinQuery) -> Result<Listing<BinEntry>> {
    let BinQuery { kind, account_id, search, page } = request;
    let open = context.workspace().await?;
    let rows = open.store.rows();
    let mut found = rows.bin(|of| comes_back(of) && kind.is_none_or(|kind| kind == of)).await?;
    if let Some(account) = account_id {
        let account = account.to_string();
        found.retain(|binned| account_of(binned).is_some_and(|(id, _)| *id == account));
    }
    if let Some(asked) = search {
        let texts = |binned: &Binned| {
            let place = binned.place.iter().map(|(.., name)| name.clone());
            place.chain([binned.title.clone(), binned.by.clone()]).collect::<Vec<_>>()
        };
        let mut holding = Vec::new();
        for binned in found {
            // What was deleted along with a record is found by its own words too, and shown by that record: they come
            // back together.
            let holds = |texts: &[String]| holds_words(texts.iter().map(String::as_str), &asked);
            if holds(&texts(&binned)) || rows.carried(&binned).await?.chunks(1).any(holds) {
                holding.push(binned);
            }
        }
        found = holding;
    }
    let total = u64::try_from(found.len()).unwrap_or(u64::MAX);
    let (limit, offset) = page.map_or((FIRST, 0), |page| (page.limit, page.offset));
    let part = |count: u64| usize::try_from(count).unwrap_or(usize::MAX);
    let mut items = Vec::new();
    for binned in found.into_iter().skip(part(offset)).take(part(limit)) {
        items.push(entry(rows, binned).await?);
    }
    Ok(Listing { items, total })
}

/// What would go along with some records.
pub(crate) async fn preview(context: &Context, BinPreview { kind, ids }: BinPreview) -> Result<BinWeight> {
    let open = context.workspace().await?;
    let ids = ids.iter().map(ToString::to_string).collect();
    Ok(BinWeight { under: counts(open.store.rows().weight(kind, ids, None).await?) })
}

/// True for the kinds that have a `restore`.
fn comes_back(kind: Kind) -> bool {
    command_name(kind, "restore") != kind.word()
}

async fn entry(rows: Rows<'_>, binned: Binned) -> Result<BinEntry> {
    let under = rows.weight(binned.kind, vec![binned.id.clone()], Some(binned.op)).await?;
    let account = account_of(&binned).map(|(id, name)| (id.clone(), name.clone()));
    let plan = binned.place.iter().find(|(kind, ..)| *kind == Kind::Plan);
    let plan_id = plan.and_then(|(_, id, _)| id.parse().ok());
    let Binned { kind, id, title, op: _, by_command, at, by, place } = binned;
    Ok(BinEntry {
        kind,
        id: id.parse().map_err(|_| cairn_store::StoreError::Corrupt("an id is none".into()))?,
        title,
        place: place.into_iter().rev().map(|(.., name)| name).filter(|name| !name.is_empty()).collect(),
        account_id: account.as_ref().and_then(|(id, _)| id.parse().ok()),
        account: account.map(|(_, name)| name).unwrap_or_default(),
        plan_id,
        command: by_command,
        deleted_at: at,
        deleted_by: by,
        under: counts(under),
    })
}

/// The account that it belongs to, or is.
fn account_of(binned: &Binned) -> Option<(&String, &String)> {
    if binned.kind == Kind::Account {
        return Some((&binned.id, &binned.title));
    }
    binned.place.iter().find(|(kind, ..)| *kind == Kind::Account).map(|(_, id, name)| (id, name))
}

fn counts(weight: Weight) -> Vec<CarriedKind> {
    weight.into_iter().map(|(kind, count)| CarriedKind { kind, count }).collect()
}
