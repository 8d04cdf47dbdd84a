//! Where somebody is: country and time zone, each checked against the published lists.

use chrono::{DateTime, NaiveDate, NaiveDateTime, TimeZone as _, Utc};
use chrono_tz::Tz;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// A country by its two letters of ISO 3166-1.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize, TS)]
#[serde(try_from = "String", into = "String")]
#[ts(type = "string")]
pub struct Country(String);

/// The text is no country code.
#[derive(Debug, thiserror::Error)]
#[error("`{0}` is not a two-letter country code of ISO 3166-1")]
pub struct NotACountry(String);

impl TryFrom<String> for Country {
    type Error = NotACountry;
    fn try_from(text: String) -> Result<Self, NotACountry> {
        match rust_iso3166::from_alpha2(&text) {
            Some(_) => Ok(Self(text)),
            None => Err(NotACountry(text)),
        }
    }
}

impl From<Country> for String {
    fn from(country: Country) -> Self {
        country.0
    }
}

impl Country {
    /// The two letters.
    #[must_use]
    pub fn code(&self) -> &str {
        &self.0
    }
}

/// A time zone by its IANA name, such as `Europe/Berlin`.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Serialize, Deserialize, TS)]
#[serde(try_from = "String", into = "String")]
#[ts(type = "string")]
pub struct Zone(Tz);

/// A time that the clocks of a zone leave out.
#[derive(Debug, thiserror::Error)]
#[error("the clocks of {0} skip this time")]
pub struct SkippedTime(Tz);

/// The text is no time zone.
#[derive(Debug, thiserror::Error)]
#[error("`{0}` is not a time zone of the IANA list")]
pub struct NotAZone(String);

impl TryFrom<String> for Zone {
    type Error = NotAZone;
    fn try_from(text: String) -> Result<Self, NotAZone> {
        text.parse().map(Self).map_err(|_| NotAZone(text))
    }
}

impl From<Zone> for String {
    fn from(zone: Zone) -> Self {
        zone.0.name().into()
    }
}

impl Zone {
    /// The instant at which the clocks of this zone show a time; the first, where they show it twice.
    ///
    /// # Errors
    /// [`SkippedTime`] where they never do: in the hour that summer time leaves out.
    pub fn instant(self, local: NaiveDateTime) -> Result<DateTime<Utc>, SkippedTime> {
        let found = self.0.from_local_datetime(&local).earliest();
        found.map(|at| at.with_timezone(&Utc)).ok_or(SkippedTime(self.0))
    }

    /// The calendar date that this zone shows at an instant.
    #[must_use]
    pub fn date_at(self, instant: DateTime<Utc>) -> NaiveDate {
        instant.with_timezone(&self.0).date_naive()
    }
}
