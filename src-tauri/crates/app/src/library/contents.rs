//! The contents that a template names, as its file carries them: a colleague's workspace has none of them.

use base64::{Engine as _, prelude::BASE64_STANDARD};
use cairn_domain::{Blob, Hash, Problem, Reason};
use cairn_store::{Rows, StoredBlob, Tx};
use serde::{Deserialize, Serialize};

use crate::{
    blob::{clean, hash_of},
    error::Result,
};

/// One of them.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub(crate) struct Carried {
    /// What the template names it by.
    hash: Hash,
    /// Its bytes in Base64.
    base64: String,
}

/// What the workspace holds of these.
pub(super) async fn carried(rows: Rows<'_>, hashes: Vec<Hash>) -> Result<Vec<Carried>> {
    let mut contents = Vec::with_capacity(hashes.len());
    for hash in hashes {
        let base64 = BASE64_STANDARD.encode(rows.blob_bytes(&hash).await?.bytes);
        contents.push(Carried { hash, base64 });
    }
    Ok(contents)
}

/// Takes them into the workspace. Each must be what its name says, and may hold nothing that a file taken in here could
/// not.
pub(super) async fn keep(tx: &Tx, contents: Vec<Carried>) -> Result<()> {
    for (at, Carried { hash, base64 }) in contents.into_iter().enumerate() {
        let refused = |why: String| Problem::new(format!("contents[{at}]"), Reason::BadFile { why });
        let bytes = BASE64_STANDARD.decode(base64).map_err(|why| refused(why.to_string()))?;
        let (media_type, bytes) = clean(bytes).map_err(|problem| refused(problem.reason.to_string()))?;
        if hash_of(&bytes)? != hash {
            return Err(refused("it is not what its name says".into()).into());
        }
        let size = i64::try_from(bytes.len()).unwrap_or(i64::MAX);
        tx.save_blob(&hash, StoredBlob { about: Blob { media_type, size }, bytes }).await?;
    }
    Ok(())
}
