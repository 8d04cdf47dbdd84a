//! The languages a document can be in, each with its catalogue of messages.

use std::{collections::BTreeMap, sync::LazyLock};

use serde::{Deserialize, Serialize};

/// A language a document can be in.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Language {
    /// English.
    #[default]
    En,
}

pub(crate) type Catalogue = BTreeMap<String, String>;

static EN: LazyLock<Catalogue> = LazyLock::new(|| {
    let text = include_str!(concat!(env!("CARGO_MANIFEST_DIR"), "/../../../messages/en.json"));
    // A broken catalogue cannot land: the tests look up every word. Here it would only show the keys.
    serde_json::from_str(text).unwrap_or_default()
});

impl Language {
    /// The BCP 47 code, for the file's language and the engine's hyphenation.
    pub const fn code(self) -> &'static str {
        match self {
            Self::En => "en",
        }
    }

    /// The language of a code, if documents can be in it.
    pub fn from_code(code: &str) -> Option<Self> {
        (code == Self::En.code()).then_some(Self::En)
    }

    /// All its messages, the documents' and the window's.
    pub(crate) fn catalogue(self) -> &'static Catalogue {
        match self {
            Self::En => &EN,
        }
    }
}
