//! The brand: how the user's own documents look.

use std::collections::BTreeMap;

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::{
    blob::Hash,
    declared::Declared,
    id::BrandId,
    kind::Kind,
    problem::{Problem, Reason},
    record::{Bare, Record},
};

/// The workspace's own brand, on every document.
#[derive(Clone, PartialEq, Debug, Default, Serialize, Deserialize, TS, Declared)]
pub struct Brand {
    /// The company's name.
    #[serde(default)]
    #[field(name, customer = always)]
    pub company: String,
    /// The logo: an image, as `blob.put` answered it.
    #[serde(default)]
    #[field(value, customer = always)]
    pub logo: Option<Hash>,
    /// The colour of headings and marks, such as `#2456c9`; the program's own where empty.
    #[serde(default)]
    #[field(value, customer = always)]
    pub colour: String,
    /// A line at the foot of every page.
    #[serde(default)]
    #[field(name, customer = always)]
    pub footer: String,
    /// The user's own words for the documents' labels: by language, then by label.
    #[serde(default)]
    #[field(name, required, customer = always, label = "document_words")]
    pub labels: BTreeMap<String, BTreeMap<String, String>>,
}

impl Record for Brand {
    type Id = BrandId;
    type Derived = Bare;
    const KIND: Kind = Kind::Brand;
    const REQUIRED: &'static [&'static str] = &[];
    const PARENTS: &'static [(&'static str, Kind)] = &[];

    fn label(&self) -> String {
        self.company.clone()
    }

    fn check(&self, _today: NaiveDate) -> Result<(), Problem> {
        self.check_texts()?;
        let digits = self.colour.strip_prefix('#').unwrap_or_default();
        let colour = digits.len() == 6 && digits.bytes().all(|byte| byte.is_ascii_hexdigit());
        if self.colour.is_empty() || colour { Ok(()) } else { Err(Problem::new("colour", Reason::NoColour)) }
    }
}
