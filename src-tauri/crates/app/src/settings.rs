//! What the shell knows of the machine and tells the use cases once.

use std::path::PathBuf;

use cairn_store::Moment;
use cairn_wire::Guess;
use chrono::{DateTime, SubsecRound, Utc};

/// Where the time comes from.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
pub enum Clock {
    /// The machine's clock.
    #[default]
    Running,
    /// Always the same instant; ids follow from it.
    Fixed(DateTime<Utc>),
}

impl Clock {
    /// The instant, in whole milliseconds.
    #[must_use]
    #[expect(clippy::disallowed_methods, reason = "this is the clock")]
    pub fn moment(self) -> Moment {
        match self {
            Self::Running => Moment { at: Utc::now().trunc_subsecs(3), fixed: false },
            Self::Fixed(at) => Moment { at: at.trunc_subsecs(3), fixed: true },
        }
    }
}

/// What the use cases are told about the machine.
#[derive(Clone, Debug, Default)]
pub struct Settings {
    /// The clock.
    pub clock: Clock,
    /// Where a new workspace goes unless said otherwise.
    pub default_path: PathBuf,
    /// What can be guessed of the user.
    pub guess: Guess,
}
