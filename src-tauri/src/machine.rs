//! What the machine says: its clock and who may sit at it.

use cairn_app::{Clock, Settings};
use cairn_domain::{Country, Zone};
use cairn_wire::Guess;
use chrono::{DateTime, Utc};

use crate::paths;

/// What the use cases are told about the machine; `now` fixes the clock.
pub(crate) fn settings(now: Option<DateTime<Utc>>) -> Settings {
    Settings {
        clock: now.map_or(Clock::Running, Clock::Fixed),
        default_path: paths::default_workspace(),
        guess: guess(),
    }
}

fn guess() -> Guess {
    let zone = iana_time_zone::get_timezone().ok().and_then(|zone| Zone::try_from(zone).ok());
    // A locale reads `de-AT`, sometimes with more behind it.
    let region =
        sys_locale::get_locale().and_then(|locale| locale.split(['-', '_', '.']).nth(1).map(str::to_owned));
    Guess { zone, country: region.and_then(|region| Country::try_from(region).ok()) }
}
