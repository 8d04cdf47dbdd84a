//! Content kept by its hash: what attachments and the brand's logo point to.

use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// Most bytes of one file: 10 MB.
pub const BLOB_MAX: usize = 10_000_000;

/// The SHA-256 of a content, as 64 lower-case hexadecimal digits.
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Debug, Serialize, Deserialize, TS)]
#[serde(try_from = "String", into = "String")]
#[ts(type = "string")]
pub struct Hash(String);

/// The text is no hash.
#[derive(Debug, thiserror::Error)]
#[error("`{0}` is not a SHA-256 in hexadecimal digits")]
pub struct NotAHash(String);

impl TryFrom<String> for Hash {
    type Error = NotAHash;
    fn try_from(text: String) -> Result<Self, NotAHash> {
        let digit = |byte: u8| byte.is_ascii_digit() || (b'a'..=b'f').contains(&byte);
        if text.len() == 64 && text.bytes().all(digit) { Ok(Self(text)) } else { Err(NotAHash(text)) }
    }
}

impl From<Hash> for String {
    fn from(hash: Hash) -> Self {
        hash.0
    }
}

/// What is known of a content.
#[derive(Clone, PartialEq, Eq, Debug, Default, Serialize, Deserialize, TS)]
pub struct Blob {
    /// Its media type, such as `image/png`.
    pub media_type: String,
    /// Its size in bytes.
    pub size: i64,
}

crate::columns::as_text!(Hash);
