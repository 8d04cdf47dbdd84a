//! The sample: invented accounts to look around in.

use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::body::plain_requests;

/// Add the sample.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default, Serialize, Deserialize, TS)]
pub struct SampleRequest {
    /// Thousands of records more, to see how the program holds.
    #[serde(default)]
    #[ts(optional, as = "Option<bool>")]
    pub large: bool,
}

plain_requests!(SampleRequest []);

/// What was added or removed.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize, TS)]
pub struct SampleReport {
    /// How many accounts.
    pub accounts: u64,
}
