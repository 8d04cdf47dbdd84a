//! What a document says of agreement: the plan's last version, what changed since, who signed and who is asked to.

use cairn_domain::Comparison;
use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

/// The last version and what became of it; empty where no plan was frozen and nobody is asked.
#[derive(Clone, PartialEq, Debug, Default, Serialize, Deserialize)]
#[serde(default)]
pub struct Agreement {
    /// The last version of the plan.
    pub version: Option<Version>,
    /// From that version to the plan of this copy, both as its reader may see them.
    pub changes: Comparison,
    /// Who signed that version, in the order in which it was recorded.
    pub signed: Vec<Signature>,
    /// Who is asked to and has not.
    pub asked: Vec<Asked>,
}

/// A plan frozen under a name.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
pub struct Version {
    /// What it is called.
    pub name: String,
    /// The day it was frozen.
    pub frozen_on: NaiveDate,
    /// Who was named when it was frozen. Whether they agree is said by their signatures alone.
    pub agreed_by: String,
}

/// Somebody's word for a version.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
pub struct Signature {
    /// Who.
    pub person: String,
    /// What they approve as, if the plan says it.
    pub role: String,
    /// When.
    pub on: NaiveDate,
    /// In which words, where they said any; set as a quotation.
    pub words: String,
    /// Why it stands no more, where it does not.
    pub ended: Option<Ended>,
}

/// How a signature came to stand no more.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
pub struct Ended {
    /// The day it was withdrawn; none where another stands instead of it.
    pub withdrawn: Option<NaiveDate>,
    /// Why.
    pub reason: String,
}

/// Somebody who is asked to sign.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
pub struct Asked {
    /// Who.
    pub name: String,
    /// What they approve as.
    pub role: String,
}
