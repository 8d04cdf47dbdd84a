//! Which way a day without a year lies.

use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// On which side of today a day without its year is looked for.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum Way {
    /// Today or later: what is planned.
    #[default]
    Ahead,
    /// Today or before: what happened.
    Back,
    /// On whichever is nearer: what may have happened or be planned, such as a contract.
    Nearest,
}
