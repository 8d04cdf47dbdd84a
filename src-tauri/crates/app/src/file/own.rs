//! Which files the program wrote itself: their contents by hash, kept beside the records of the workspace, and pages,
//! which nobody edits, by what they say of their maker.
//!
//! What somebody changed since is theirs, whatever format it has and whatever it is called.

use std::path::Path;

use cairn_domain::Hash;
use cairn_store::StoredPreference;
use serde_json::{Value, json};

use crate::{blob::hash_of, context::Context, error::Result, file};

/// The preference that holds the hashes, the newest last.
const KEY: &str = "written_files";
/// How a PDF of any workspace names its maker (XMP, which is never compressed).
const MAKER: &[u8] = b"CreatorTool>Cairn<";
/// As many files are known again.
const MOST: usize = 500;
/// Larger than any file that is written, in bytes.
const LARGEST: usize = 500_000_000;

/// Whether a file is as this workspace wrote it.
pub(super) async fn is_own(context: &Context, path: &Path) -> Result<bool> {
    let Ok(bytes) = file::read(path, LARGEST) else { return Ok(false) };
    if bytes.starts_with(b"%PDF-") && bytes.windows(MAKER.len()).any(|part| part == MAKER) {
        return Ok(true);
    }
    let hash = hash_of(&bytes)?;
    Ok(known(context).await.unwrap_or_default().contains(&hash))
}

/// Remembers a file that was written. Where that cannot be kept, the next writer asks.
pub(super) async fn remember(context: &Context, bytes: &[u8]) {
    if let Err(error) = keep(context, bytes).await {
        log::debug!("a written file is not remembered: {error}");
    }
}

async fn keep(context: &Context, bytes: &[u8]) -> Result<()> {
    let hash = hash_of(bytes)?;
    let mut hashes = known(context).await?;
    if hashes.contains(&hash) {
        return Ok(());
    }
    hashes.push(hash);
    let hashes = hashes.split_off(hashes.len().saturating_sub(MOST));
    let kept = StoredPreference { key: KEY.into(), value: json!(hashes) };
    Ok(context.workspace().await?.store.save_preference(&kept).await?)
}

async fn known(context: &Context) -> Result<Vec<Hash>> {
    let kept = context.workspace().await?.store.rows().preferences().await?;
    let value = kept.into_iter().find(|kept| kept.key == KEY).map_or(Value::Null, |kept| kept.value);
    Ok(serde_json::from_value(value).unwrap_or_default())
}
