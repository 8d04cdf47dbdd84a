//! Contents: files taken into the workspace and handed out again.

use cairn_domain::{Attachment, Hash, Record};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::body::plain_requests;

/// Take a file's content into the workspace; what carries who made it and where is stripped from images.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize, TS)]
pub struct BlobPut {
    /// The file.
    pub path: String,
}

/// A content that the workspace holds.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize, TS)]
pub struct BlobInfo {
    /// What attachments and the brand name it by.
    pub hash: Hash,
    /// The name of the file it came from.
    pub name: String,
    /// Its media type, such as `image/png`.
    pub media_type: String,
    /// Its size in bytes.
    pub size: i64,
}

/// Hand out a content.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize, TS)]
pub struct BlobGet {
    /// Which.
    pub hash: Hash,
}

/// A content, for the window to show.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize, TS)]
pub struct BlobContent {
    /// Its media type.
    pub media_type: String,
    /// Its bytes in Base64.
    pub base64: String,
}

/// Write an attachment to a file.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize, TS)]
pub struct AttachmentExport {
    /// Which.
    pub id: <Attachment as Record>::Id,
    /// The file to write; what stands there is replaced as a whole.
    pub path: String,
    /// Whether a file that this workspace did not write, or that was changed since, gives way. The window needs not say
    /// it: the system's dialog asks.
    #[serde(default)]
    #[ts(optional, as = "Option<bool>")]
    pub force: bool,
}

/// Write a content to a file.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize, TS)]
pub struct BlobSave {
    /// Which.
    pub hash: Hash,
    /// The file to write; what stands there is replaced as a whole.
    pub path: String,
    /// Whether a file that this workspace did not write, or that was changed since, gives way. The window needs not say
    /// it: the system's dialog asks.
    #[serde(default)]
    #[ts(optional, as = "Option<bool>")]
    pub force: bool,
}

/// A written file.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize, TS)]
pub struct BlobFile {
    /// Where it is.
    pub path: String,
}

plain_requests!(BlobPut ["path"], BlobGet ["hash"], BlobSave ["hash", "path"], AttachmentExport ["id", "path"]);
