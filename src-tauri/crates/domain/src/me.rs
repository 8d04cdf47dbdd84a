//! Who works in this workspace.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::{
    id::MeId,
    place::{Country, Zone},
    problem::Problem,
    record::{Bare, Kind, Record},
    text,
};

/// The workspace's own user: signs documents, and is named in the history.
#[derive(Clone, PartialEq, Debug, Default, Serialize, Deserialize, TS)]
pub struct Me {
    /// First and last name.
    #[serde(default)]
    pub name: String,
    /// Job title, as documents show it.
    #[serde(default)]
    pub title: String,
    /// E-mail address.
    #[serde(default)]
    pub email: String,
    /// Where the user's days begin and end.
    #[serde(default)]
    pub zone: Option<Zone>,
    /// Where the user works.
    #[serde(default)]
    pub country: Option<Country>,
}

impl Record for Me {
    type Id = MeId;
    type Derived = Bare;
    const KIND: Kind = Kind::Me;
    const REQUIRED: &'static [&'static str] = &[];
    const PARENT: Option<(&'static str, Kind)> = None;

    fn label(&self) -> String {
        self.name.clone()
    }

    fn check(&self, _today: NaiveDate) -> Result<(), Problem> {
        text::name("name", &self.name)?;
        text::name("title", &self.title)?;
        text::name("email", &self.email)
    }
}
