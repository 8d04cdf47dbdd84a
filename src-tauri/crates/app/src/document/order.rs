//! What is to be set: the request with every choice made, and the input that follows from it.

use cairn_documents::{DocumentError, Language, Preview, success_plan::SuccessPlan};
use cairn_domain::{Audience, Brand, CommandPlan, Kind, Me, Paper, PlanId, Problem, Reason, Section};
use cairn_store::StoreError;
use cairn_wire::{DocumentKind, LeftOut, Redaction};
use chrono::NaiveDate;

use super::{
    account::Party,
    earlier::{self, Earlier},
    left_out,
    redact::{self, Material},
    success_plan,
};
use crate::{context::Context, error::Result, plan, single::Single as _};

/// What a request for a document says.
#[derive(Clone, Debug)]
pub(super) struct Order {
    pub(super) document: DocumentKind,
    pub(super) id: PlanId,
    pub(super) audience: Audience,
    pub(super) paper: Option<Paper>,
    pub(super) lang: Option<String>,
    pub(super) sections: Option<Vec<Section>>,
    pub(super) redact: Vec<Redaction>,
}

/// A document that can be set: which, and everything that stands in it.
#[derive(Clone, PartialEq, Debug)]
pub(super) struct Manuscript {
    document: DocumentKind,
    input: Box<SuccessPlan>,
}

/// What the page needs beside the records.
#[derive(Debug)]
pub(super) struct Setting {
    pub(super) today: NaiveDate,
    pub(super) language: Language,
    pub(super) paper: Paper,
    pub(super) me: Me,
    pub(super) brand: Brand,
    pub(super) logo: Option<Vec<u8>>,
    pub(super) sections: Option<Vec<Section>>,
    /// What was promised before the sale; only our own copy is told.
    pub(super) command_plan: Option<CommandPlan>,
    /// True where names or hosts were to be taken out.
    pub(super) redacted: bool,
    /// The plan's last version.
    pub(super) earlier: Option<Earlier>,
}

impl Manuscript {
    /// The plan, for a format that only whole plans come in.
    pub(super) fn plan(&self) -> Result<&SuccessPlan, Problem> {
        match self.document {
            DocumentKind::SuccessPlan => Ok(&self.input),
            DocumentKind::Summary => {
                let why = "the one-page summary comes as pdf only".to_owned();
                Err(Problem::new("format", Reason::Unreadable { why }))
            }
        }
    }

    /// Sets the pages. Long work: seconds for a large plan.
    pub(super) fn set(&self) -> Result<Preview, DocumentError> {
        match self.document {
            DocumentKind::SuccessPlan => cairn_documents::success_plan::preview(&self.input),
            DocumentKind::Summary => cairn_documents::success_plan::summary::preview(&self.input),
        }
    }
}

/// Reads all that the document needs, and what its audience will not see.
pub(super) async fn manuscript(context: &Context, order: Order) -> Result<(Manuscript, Vec<LeftOut>)> {
    let Order { document, id, audience, paper, lang, sections, redact } = order;
    let open = context.workspace().await?;
    let rows = open.store.rows();
    let mut outline = plan::read(rows, id).await?;
    if outline.plan.stored.deleted_at.is_some() {
        return Err(StoreError::Deleted { kind: Kind::Plan }.into());
    }
    let me = context.me().await?;
    let today = context.today_of(me.as_ref());
    let mut me = me.map(|me| me.record).unwrap_or_default();
    let mut brand = rows.find::<Brand>(Brand::id()).await?.map(|brand| brand.record).unwrap_or_default();
    let logo = match &brand.logo {
        // A logo whose content is gone must not stop an export: the document says what it lacks.
        Some(hash) => Some(rows.blob_bytes(hash).await.map(|blob| blob.bytes).unwrap_or_default()),
        None => None,
    };
    let promised = rows.find(CommandPlan::id_of(outline.account.stored.id)).await?;
    let mut command_plan =
        promised.filter(|promised| promised.deleted_at.is_none()).map(|promised| promised.record);
    // Read for the summary too: who is named in it only is redacted wherever else they stand.
    let mut earlier = earlier::earlier(rows, id).await?;
    let account = Party::from(&outline.account.stored.record);
    let language = language(lang.as_deref(), account.language)?;
    let paper = paper.or(account.paper).or(me.paper).unwrap_or_else(|| paper_of(&me));
    let version = earlier.as_ref().map(|earlier| &earlier.version);
    let mut left_out = left_out::left_out(&outline, command_plan.as_ref(), version, audience);
    // Before anything is made of the records.
    let material = Material {
        outline: &mut outline,
        command_plan: command_plan.as_mut(),
        earlier: earlier.as_mut(),
        me: &mut me,
        brand: &mut brand,
    };
    left_out.extend(redact::redact(material, &redact, language));
    let redacted = !redact.is_empty();
    let setting =
        Setting { today, language, paper, me, brand, logo, sections, command_plan, redacted, earlier };
    let input = Box::new(success_plan::input(outline, audience, setting));
    Ok((Manuscript { document, input }, left_out))
}

/// The language asked for, which must be there; else the account's, where it is.
fn language(asked: Option<&str>, own: &str) -> Result<Language> {
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
