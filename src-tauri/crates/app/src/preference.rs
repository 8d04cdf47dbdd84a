//! `preference.list`, `preference.save`: how the window is set up, kept beside the records.

use cairn_domain::{Problem, Reason};
use cairn_store::StoredPreference;
use cairn_wire::{Nothing, Preference};

use crate::{context::Context, error::Result};

/// Longest name of a choice, in characters.
const KEY_MAX: usize = 200;
/// Largest value, in bytes of JSON: a window's choices, no store of documents.
const VALUE_MAX: usize = 200_000;

/// Every choice, by name.
pub(crate) async fn list(context: &Context, _: Nothing) -> Result<Vec<Preference>> {
    let kept = context.workspace().await?.store.rows().preferences().await?;
    Ok(kept.into_iter().map(|StoredPreference { key, value }| Preference { key, value }).collect())
}

/// Keeps a choice; null forgets it.
pub(crate) async fn save(context: &Context, request: Preference) -> Result<Preference> {
    let Preference { key, value } = request;
    if key.trim().is_empty() {
        return Err(Problem::new("key", Reason::Empty).into());
    }
    if key.chars().count() > KEY_MAX {
        return Err(Problem::new("key", Reason::TooLong { max: KEY_MAX }).into());
    }
    if value.to_string().len() > VALUE_MAX {
        return Err(Problem::new("value", Reason::TooLong { max: VALUE_MAX }).into());
    }
    let choice = StoredPreference { key, value };
    context.workspace_to_write().await?.store.save_preference(&choice).await?;
    let StoredPreference { key, value } = choice;
    Ok(Preference { key, value })
}
