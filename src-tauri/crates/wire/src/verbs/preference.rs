//! How the window is set up: kept beside the records, never journaled.

use serde::{Deserialize, Serialize};
use serde_json::Value;
use ts_rs::TS;

use crate::body::plain_requests;

/// One choice of the window, such as a table's columns or a saved view.
#[derive(Clone, PartialEq, Debug, Serialize, Deserialize, TS)]
pub struct Preference {
    /// Its name, such as `portfolio.views`.
    pub key: String,
    /// Its value; null forgets it.
    #[serde(default)]
    #[ts(type = "unknown")]
    pub value: Value,
}

plain_requests!(Preference["key"]);
