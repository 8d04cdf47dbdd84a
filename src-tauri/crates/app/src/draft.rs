//! `draft.list`, `draft.save`, `draft.drop`: what is typed and not committed, kept against a crash.

use cairn_store::StoredDraft;
use cairn_wire::{Draft, DraftKey, DraftText, Nothing};

use crate::{context::Context, error::Result};

/// Every draft, newest first.
pub(crate) async fn list(context: &Context, _: Nothing) -> Result<Vec<Draft>> {
    let drafts = context.workspace().await?.store.rows().drafts().await?;
    Ok(drafts.into_iter().map(shown).collect())
}

/// Keeps what was typed so far.
pub(crate) async fn save(context: &Context, request: DraftText) -> Result<Draft> {
    let DraftText { record, field, text } = request;
    let draft = StoredDraft { record, field, text, at: context.app.settings.clock.moment().at };
    context.workspace_to_write().await?.store.save_draft(&draft).await?;
    Ok(shown(draft))
}

/// Forgets what was typed, after it was committed or given up.
pub(crate) async fn drop(context: &Context, request: DraftKey) -> Result<Nothing> {
    let DraftKey { record, field } = request;
    context.workspace_to_write().await?.store.drop_draft(&record, &field).await?;
    Ok(Nothing {})
}

fn shown(draft: StoredDraft) -> Draft {
    let StoredDraft { record, field, text, at } = draft;
    Draft { record, field, text, at }
}
