//! Where somebody is: country and time zone, each checked against the published lists.

use chrono::{DateTime, NaiveDate, NaiveDateTime, TimeDelta, TimeZone as _, Utc};
use chrono_tz::Tz;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::read;

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
    /// The country that a text names: by its letters of ISO 3166-1, two or three, or by its name as the standard, people
    /// or the country itself write it.
    #[must_use]
    pub fn named(text: &str) -> Option<Self> {
        read::country(text).map(|code| Self(code.to_owned()))
    }

    /// The two letters.
    #[must_use]
    pub fn code(&self) -> &str {
        &self.0
    }

    /// The country and its part that a text names: by a code of ISO 3166-2, such as `GB-ENG` or `de-by`, or by the name
    /// of one of the countries that the United Kingdom consists of. The second half, `ENG`, is what is kept as subdivision.
    #[must_use]
    pub fn with_region(text: &str) -> Option<(Self, &'static str)> {
        let text = text.trim();
        if let Some(found) = rust_iso3166::iso3166_2::from_code(&text.to_uppercase()) {
            return Some((Self(found.country_code.to_owned()), found.region_code));
        }
        let kingdom = Self("GB".to_owned());
        let is_it = |region: &Region| {
            matches!(region.sort, "Country" | "Province") && region.name.eq_ignore_ascii_case(text)
        };
        let region = kingdom.regions().into_iter().find(is_it)?;
        Some((kingdom, region.code))
    }

    /// Its parts, by their names.
    pub(crate) fn regions(&self) -> Vec<Region> {
        let found = rust_iso3166::iso3166_2::SUBDIVISION_COUNTRY_MAP.get(self.0.as_str());
        let mut regions: Vec<Region> = found
            .into_iter()
            .flat_map(|regions| regions.iter())
            .map(|one| Region { code: one.region_code, name: one.name, sort: one.subdivision_type })
            .collect();
        regions.sort_unstable_by_key(|region| (region.name, region.code));
        regions.dedup();
        regions
    }
}

/// A part of a country, as ISO 3166-2 lists it.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Region {
    /// The second half of its code: `BY` of `DE-BY`.
    pub code: &'static str,
    /// What it is called there.
    pub name: &'static str,
    /// What it is: a state, a province, a canton.
    pub sort: &'static str,
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

    /// The instant at which the clocks of this zone show what those of `other` show at `instant`; an hour later where they
    /// never do.
    #[must_use]
    pub fn same_clock(self, other: Self, instant: DateTime<Utc>) -> DateTime<Utc> {
        let local = instant.with_timezone(&other.0).naive_local();
        let found = self.instant(local).or_else(|_| self.instant(local + TimeDelta::hours(1)));
        found.unwrap_or(instant)
    }

    /// The calendar date that this zone shows at an instant.
    #[must_use]
    pub fn date_at(self, instant: DateTime<Utc>) -> NaiveDate {
        instant.with_timezone(&self.0).date_naive()
    }
}

crate::columns::as_text!(Country, Zone);
