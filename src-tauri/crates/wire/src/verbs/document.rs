//! Documents: written to a file, or looked at.

use cairn_domain::{Audience, Kind, Paper, Section};
use serde::{Deserialize, Serialize};
use strum::{IntoStaticStr, VariantArray};
use ts_rs::TS;
use uuid::Uuid;

use crate::body::plain_requests;

/// The documents Cairn makes; [`DocumentKind::entry`] says the rest of each.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Serialize, Deserialize, TS, VariantArray, IntoStaticStr)]
#[serde(rename_all = "kebab-case")]
#[strum(serialize_all = "kebab-case")]
pub enum DocumentKind {
    /// One success plan, for an executive to keep.
    SuccessPlan,
    /// The same plan on one page.
    Summary,
    /// How an account's onboarding goes.
    Onboarding,
    /// One checklist, to work through.
    Checklist,
    /// Everything that whoever takes an account over has to know; internal only.
    TransitionBrief,
    /// What a colleague asks of an account that is handed over, and what is still open; internal only.
    Account,
}

/// What there is to say of a document. The window, the command line and what is refused follow from here.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct DocumentEntry {
    /// The kind of record it is about.
    pub about: Kind,
    /// For whom it is made.
    pub audiences: &'static [Audience],
    /// The formats it comes in.
    pub formats: &'static [DocumentFormat],
    /// True where its parts can be chosen.
    pub has_sections: bool,
}

impl DocumentKind {
    /// Every document.
    pub const ALL: &'static [Self] = <Self as VariantArray>::VARIANTS;

    /// What there is to say of it.
    #[must_use]
    pub const fn entry(self) -> DocumentEntry {
        use Audience::{Customer, Internal};
        use DocumentFormat::{Csv, Md, Pdf, Xlsx};
        let (about, audiences, formats): (_, &[_], &[_]) = match self {
            Self::SuccessPlan => (Kind::Plan, &[Customer, Internal], &[Pdf, Md, Csv, Xlsx]),
            Self::Summary => (Kind::Plan, &[Customer, Internal], &[Pdf]),
            Self::Onboarding => (Kind::Account, &[Customer, Internal], &[Pdf]),
            Self::Checklist => (Kind::Checklist, &[Customer, Internal], &[Pdf, Md, Xlsx]),
            Self::TransitionBrief | Self::Account => (Kind::Account, &[Internal], &[Pdf]),
        };
        DocumentEntry { about, audiences, formats, has_sections: matches!(self, Self::SuccessPlan) }
    }

    /// Its name on the wire.
    #[must_use]
    pub fn word(self) -> &'static str {
        self.into()
    }
}

/// The formats a document comes in.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Serialize, Deserialize, TS)]
#[serde(rename_all = "lowercase")]
pub enum DocumentFormat {
    /// Tagged pages, PDF/UA-1.
    Pdf,
    /// Epics and issues with the headings and labels of GitLab's success plans; of a success plan. An issue with boxes
    /// to tick; of a checklist.
    Md,
    /// A plan's tasks, a line each; of a success plan.
    Csv,
    /// A workbook that can be edited and brought back; of a success plan. Its steps, a row each; of a checklist.
    Xlsx,
}

/// What gives way to marks such as `[person 1]` wherever it stands.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Serialize, Deserialize, TS)]
#[serde(rename_all = "lowercase")]
pub enum Redaction {
    /// Names of people, and mail addresses.
    Names,
    /// Names of hosts, addresses on them, IP addresses, the account's sites.
    Hosts,
}

/// Write a document to a file.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize, TS)]
pub struct ExportRequest {
    /// Which document.
    pub document: DocumentKind,
    /// The record it is about: a plan, an account, or a checklist.
    pub id: Uuid,
    /// The format.
    pub format: DocumentFormat,
    /// For whom; the customer unless said.
    #[serde(default = "customer")]
    #[ts(optional, as = "Option<Audience>")]
    pub audience: Audience,
    /// The paper; the account's, else the user's, else that of the user's country, unless said.
    #[serde(default)]
    #[ts(optional)]
    pub paper: Option<Paper>,
    /// The document's language; the account's, else English, unless said.
    #[serde(default)]
    #[ts(optional)]
    pub lang: Option<String>,
    /// The parts to print; all unless said.
    #[serde(default)]
    #[ts(optional)]
    pub sections: Option<Vec<Section>>,
    /// What is redacted; nothing unless said.
    #[serde(default)]
    #[ts(optional, as = "Option<Vec<Redaction>>")]
    pub redact: Vec<Redaction>,
    /// The file to write; what stands there is replaced as a whole.
    pub path: String,
    /// Whether a file that this workspace did not write, or that was changed since, gives way. The window needs not say
    /// it: the system's dialog asks.
    #[serde(default)]
    #[ts(optional, as = "Option<bool>")]
    pub force: bool,
}

fn customer() -> Audience {
    Audience::Customer
}

/// A written document.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize, TS)]
pub struct Exported {
    /// Where it is.
    pub path: String,
    /// How many pages it has; 0 where the format knows none.
    pub pages: u32,
    /// Characters that no font has; each stands as a box in the document.
    pub missing: Vec<String>,
    /// Texts that were too long for their place, by their beginning.
    pub cut: Vec<String>,
    /// What else the document could not show, such as a logo that is no image, in sentences.
    pub remarks: Vec<String>,
}

/// Look at a document before it is written.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize, TS)]
pub struct PreviewRequest {
    /// Which document.
    pub document: DocumentKind,
    /// The record it is about: a plan, an account, or a checklist.
    pub id: Uuid,
    /// For whom; the customer unless said.
    #[serde(default = "customer")]
    #[ts(optional, as = "Option<Audience>")]
    pub audience: Audience,
    /// The paper; the account's, else the user's, else that of the user's country, unless said.
    #[serde(default)]
    #[ts(optional)]
    pub paper: Option<Paper>,
    /// The document's language; the account's, else English, unless said.
    #[serde(default)]
    #[ts(optional)]
    pub lang: Option<String>,
    /// The parts to print; all unless said.
    #[serde(default)]
    #[ts(optional)]
    pub sections: Option<Vec<Section>>,
    /// What is redacted; nothing unless said.
    #[serde(default)]
    #[ts(optional, as = "Option<Vec<Redaction>>")]
    pub redact: Vec<Redaction>,
    /// The pages to draw, counted from 0; none unless said. One that is not there is left out.
    #[serde(default)]
    #[ts(optional, as = "Option<Vec<u32>>")]
    pub pages: Vec<u32>,
}

/// How a document will look. A newer preview asked for meanwhile answers this one with `cancelled`.
#[derive(Clone, PartialEq, Debug, Serialize, Deserialize, TS)]
pub struct Preview {
    /// How many pages it has.
    pub pages: u32,
    /// The pages asked for.
    pub drawn: Vec<DrawnPage>,
    /// Characters that no font has; each stands as a box in the document.
    pub missing: Vec<String>,
    /// Texts that were too long for their place, by their beginning.
    pub cut: Vec<String>,
    /// What else the document could not show, in sentences.
    pub remarks: Vec<String>,
    /// What this audience does not see.
    pub left_out: Vec<LeftOut>,
}

/// One page, as the engine that writes the PDF draws it.
#[derive(Clone, PartialEq, Debug, Serialize, Deserialize, TS)]
pub struct DrawnPage {
    /// Which, counted from 0.
    pub page: u32,
    /// Its width in points.
    pub width: f64,
    /// Its height in points.
    pub height: f64,
    /// The page as an SVG document.
    pub svg: String,
}

/// Records or facts that an audience does not see.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize, TS)]
pub struct LeftOut {
    /// What they are.
    pub what: LeftOutWhat,
    /// Which, by name or title; empty where the kind says it all.
    pub items: Vec<String>,
}

/// What can be left out of a document.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum LeftOutWhat {
    /// Annual recurring revenue.
    Arr,
    /// Tier, priority, segment, stage.
    Standing,
    /// How the architect judges the account.
    Sentiment,
    /// When the contract renews.
    Renewal,
    /// Notes on the account.
    AccountNotes,
    /// What was promised before the sale.
    CommandPlan,
    /// Why objectives were closed.
    CloseReasons,
    /// Risks that are ours alone.
    Risks,
    /// Initiatives that are ours alone.
    Initiatives,
    /// Tasks that are ours alone.
    Tasks,
    /// Notes on readings that are ours alone.
    ReadingNotes,
    /// Notes on the plan's last version.
    VersionNotes,
    /// Names of people that were redacted, each after its mark.
    Names,
    /// Checklists of which the customer sees no step.
    Checklists,
    /// Steps of a checklist that are ours alone.
    Steps,
    /// Why steps were skipped or wait, and what was said about them.
    StepNotes,
    /// Why a checklist takes longer.
    DelayReason,
    /// Calls and meetings that are ours alone.
    Meetings,
    /// How long an onboarding takes.
    Measures,
    /// Hosts that were redacted, each after its mark.
    Hosts,
}

/// Ask for the documents' labels in a language.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize, TS)]
pub struct LabelsRequest {
    /// The language; English unless said.
    #[serde(default)]
    #[ts(optional)]
    pub lang: Option<String>,
}

/// A label of the documents that the user can word anew.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize, TS)]
pub struct Label {
    /// Its key in the brand's `labels`.
    pub key: String,
    /// The program's own text; parts in braces are filled in and must stay.
    pub default: String,
    /// The user's text, if there is one.
    pub text: Option<String>,
}

plain_requests!(
    ExportRequest ["document", "id", "format", "path"],
    PreviewRequest ["document", "id"],
    LabelsRequest [],
);
