//! `blob.put`, `blob.get`, `blob.save`, `attachment.export`: contents come in as files and go out again.

mod take;

use std::path::Path;

use base64::{Engine as _, prelude::BASE64_STANDARD};
use cairn_documents::picture::{self, Shown};
use cairn_domain::{Attachment, Blob, Problem, Reason};
use cairn_store::StoredBlob;
use cairn_wire::{AttachmentExport, BlobContent, BlobFile, BlobGet, BlobInfo, BlobPut, BlobSave};

use crate::{
    context::Context,
    error::Result,
    file::{Destination, Over},
};
use take::Taken;
pub(crate) use take::{clean, hash_of};

/// Takes a file's content into the workspace. It is no operation: nothing shows it until a record names it.
pub(crate) async fn put(context: &Context, BlobPut { path }: BlobPut) -> Result<BlobInfo> {
    let Taken { hash, name, media_type, bytes } =
        tokio::task::spawn_blocking(move || take::take(Path::new(&path))).await??;
    let size = i64::try_from(bytes.len()).unwrap_or(i64::MAX);
    let open = context.workspace_to_write().await?;
    let about = Blob { media_type: media_type.clone(), size };
    open.store.save_blob(&hash, StoredBlob { about, bytes }).await?;
    Ok(BlobInfo { hash, name, media_type, size })
}

/// A content, for the window to show. A picture is held to the limits again: it may have come in another way.
pub(crate) async fn get(context: &Context, BlobGet { hash }: BlobGet) -> Result<BlobContent> {
    let open = context.workspace().await?;
    let StoredBlob { about, bytes } = open.store.rows().blob_bytes(&hash).await?;
    let shown = tokio::task::spawn_blocking(move || picture::shown(&about.media_type, bytes)).await?;
    let Shown { media_type, bytes } =
        shown.map_err(|error| Problem::new("hash", Reason::BadFile { why: error.to_string() }))?;
    Ok(BlobContent { media_type, base64: BASE64_STANDARD.encode(bytes) })
}

/// Writes an attachment's content to a file.
pub(crate) async fn export(context: &Context, request: AttachmentExport) -> Result<BlobFile> {
    let AttachmentExport { id, path, force } = request;
    let open = context.workspace().await?;
    let attachment = open.store.rows().get::<Attachment>(id).await?;
    save(context, BlobSave { hash: attachment.record.hash, path, force }).await
}

/// Writes a content to a file.
pub(crate) async fn save(context: &Context, request: BlobSave) -> Result<BlobFile> {
    let BlobSave { hash, path, force } = request;
    let place = Destination::at(context, &path, Over::asked(context, force)).await?;
    let open = context.workspace().await?;
    let StoredBlob { bytes, .. } = open.store.rows().blob_bytes(&hash).await?;
    place.write(context, &bytes).await?;
    Ok(BlobFile { path })
}
