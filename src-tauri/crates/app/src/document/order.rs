//! What is to be set: the request with every choice made, and the input that follows from it.

use cairn_documents::{
    DocumentError, Language, Preview,
    hand_over::{self, HandOff},
    onboarding::{self, Brief, Checklist, Report},
    success_plan::{self, SuccessPlan},
};
use cairn_domain::{Audience, Brand, Me, Paper, Problem, Reason, Section};
use cairn_store::Rows;
use cairn_wire::{DocumentKind, LeftOut, Redaction};
use chrono::NaiveDate;
use uuid::Uuid;

use super::{onboarding as of_account, plan};
use crate::{context::Context, error::Result, single::Single as _};

/// What a request for a document says.
#[derive(Clone, Debug)]
pub(super) struct Order {
    pub(super) document: DocumentKind,
    pub(super) id: Uuid,
    pub(super) audience: Audience,
    pub(super) paper: Option<Paper>,
    pub(super) lang: Option<String>,
    pub(super) sections: Option<Vec<Section>>,
    pub(super) redact: Vec<Redaction>,
}

/// A document that can be set: which, and everything that stands in it.
#[derive(Clone, PartialEq, Debug)]
pub(super) enum Manuscript {
    Plan(Box<SuccessPlan>),
    Summary(Box<SuccessPlan>),
    Onboarding(Box<Report>),
    Checklist(Box<Checklist>),
    Transition(Box<Brief>),
    HandOff(Box<HandOff>),
}

/// What every document needs beside the records it is about.
#[derive(Debug)]
pub(super) struct House {
    pub(super) today: NaiveDate,
    pub(super) me: Me,
    pub(super) brand: Brand,
    pub(super) logo: Option<Vec<u8>>,
}

impl Manuscript {
    /// Sets the pages. Long work: seconds for a large plan.
    pub(super) fn set(&self) -> Result<Preview, DocumentError> {
        match self {
            Self::Plan(input) => success_plan::preview(input),
            Self::Summary(input) => success_plan::summary::preview(input),
            Self::Onboarding(input) => onboarding::report(input),
            Self::Checklist(input) => onboarding::checklist(input),
            Self::Transition(input) => onboarding::brief(input),
            Self::HandOff(input) => hand_over::brief(input),
        }
    }
}

impl House {
    async fn of(context: &Context, rows: Rows<'_>) -> Result<Self> {
        let me = context.me().await?;
        let today = context.today_of(me);
        let me = me.map(|me| me.record.clone()).unwrap_or_default();
        let brand = rows.find::<Brand>(Brand::id()).await?.map(|brand| brand.record).unwrap_or_default();
        let logo = match &brand.logo {
            // A logo whose content is gone must not stop an export: the document says what it lacks.
            Some(hash) => Some(rows.blob_bytes(hash).await.map(|blob| blob.bytes).unwrap_or_default()),
            None => None,
        };
        Ok(Self { today, me, brand, logo })
    }

    /// The paper asked for, else the account's, else the user's, else that of the user's country.
    pub(super) fn paper(&self, asked: Option<Paper>, own: Option<Paper>) -> Paper {
        asked.or(own).or(self.me.paper).unwrap_or_else(|| paper_of(&self.me))
    }
}

/// Reads all that the document needs, and what its audience will not see.
pub(super) async fn manuscript(context: &Context, order: Order) -> Result<(Manuscript, Vec<LeftOut>)> {
    let open = context.workspace().await?;
    let rows = open.store.rows();
    let house = House::of(context, rows).await?;
    match order.document {
        DocumentKind::SuccessPlan | DocumentKind::Summary => plan::manuscript(rows, order, house).await,
        DocumentKind::Onboarding
        | DocumentKind::Checklist
        | DocumentKind::TransitionBrief
        | DocumentKind::Account => of_account::manuscript(rows, order, house).await,
    }
}

/// The language asked for, which must be there; else the account's, where it is.
pub(super) fn language(asked: Option<&str>, own: &str) -> Result<Language> {
    match asked {
        Some(code) => Ok(Language::from_code(code).ok_or_else(|| {
            let why = format!("`{code}` is not a language of the catalogue");
            Problem::new("lang", Reason::Unreadable { why })
        })?),
        None => Ok(Language::from_code(own).unwrap_or_default()),
    }
}

/// What printers hold where the user is: Letter in the United States and Canada, A4 elsewhere.
fn paper_of(me: &Me) -> Paper {
    let country = me.country.clone().map(String::from).unwrap_or_default();
    if matches!(country.as_str(), "US" | "CA") { Paper::Letter } else { Paper::A4 }
}
