//! `search`: the records in which a text stands.

use cairn_domain::Kind;
use cairn_store::{Found, Piece};
use cairn_wire::{SearchHit, SearchHits, SearchPiece, SearchRequest};

use crate::{context::Context, error::Result};

/// Hits where nobody says how many.
const FIRST: u64 = 50;

/// Finds records by what is written in them.
pub(crate) async fn search(context: &Context, request: SearchRequest) -> Result<SearchHits> {
    let SearchRequest { text, limit } = request;
    let open = context.workspace().await?;
    let found = open.store.rows().search(&text, limit.unwrap_or(FIRST)).await?;
    Ok(SearchHits { items: found.into_iter().map(shown).collect() })
}

fn shown(found: Found) -> SearchHit {
    let Found { kind, id, title, place, context } = found;
    // A record is in its own place: an account is where it is.
    let own = (kind, id.clone(), title.clone());
    let above = |wanted: Kind| std::iter::once(&own).chain(&place).find(|(kind, ..)| *kind == wanted);
    let account = above(Kind::Account);
    SearchHit {
        account_id: account.and_then(|(_, id, _)| id.parse().ok()),
        account: account.map(|(.., name)| name.clone()).unwrap_or_default(),
        plan_id: above(Kind::Plan).and_then(|(_, id, _)| id.parse().ok()),
        context: context.into_iter().map(|Piece { text, hit }| SearchPiece { text, hit }).collect(),
        kind,
        id,
        title,
    }
}
