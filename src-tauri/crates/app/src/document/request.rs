//! What is to be set: the request with every choice made, and the input that follows from it.

use cairn_documents::Language;
use cairn_domain::{Audience, Brand, Me, Paper, Problem, Reason, Section};
use cairn_store::Rows;
use cairn_wire::{DocumentKind, LeftOut, Redaction};
use chrono::NaiveDate;
use uuid::Uuid;

use super::made::Document;
use crate::{context::Context, error::Result, single_id::Single as _};

/// What a request for a document says.
#[derive(Clone, Debug)]
pub(super) struct DocumentRequest {
    pub(super) document: DocumentKind,
    pub(super) id: Uuid,
    pub(super) audience: Audience,
    pub(super) paper: Option<Paper>,
    pub(super) lang: Option<String>,
    pub(super) sections: Option<Vec<Section>>,
    pub(super) redact: Vec<Redaction>,
}

/// A document that was read, and what is to be said of it before it is set.
#[derive(Debug)]
pub(super) struct Draft {
    pub(super) input: Box<dyn Document>,
    /// What its audience will not see.
    pub(super) left_out: Vec<LeftOut>,
    /// What whoever sends it should know, in sentences.
    pub(super) remarks: Vec<String>,
}

/// What every document needs beside the records it is about.
#[derive(Debug)]
pub(super) struct DocumentContext {
    pub(super) today: NaiveDate,
    pub(super) me: Me,
    pub(super) brand: Brand,
    pub(super) logo: Option<Vec<u8>>,
}

impl DocumentContext {
    pub(super) async fn of(context: &Context, rows: Rows<'_>) -> Result<Self> {
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

/// Why nothing is made of what the customer sees nothing of.
pub(super) fn no_copy() -> Problem {
    let why = "the brief is internal; there is no copy for the customer".to_owned();
    Problem::new("audience", Reason::Unreadable { why })
}

/// The language asked for, which must be there; else the account's. Where that is not there, what to remark on.
pub(super) fn language(asked: Option<&str>, own: &str) -> Result<(Language, Option<String>)> {
    let Some(code) = asked else {
        // Of `en-GB` and the like the first part is the language.
        let code = own.trim().split(['-', '_']).next().unwrap_or_default().to_lowercase();
        let language = Language::from_code(&code);
        let missing = language.is_none() && !code.is_empty();
        let language = language.unwrap_or_default();
        return Ok((language, missing.then(|| language.instead_of(own.trim()))));
    };
    let language = Language::from_code(code).ok_or_else(|| {
        let why = format!("`{code}` is not a language of the catalogue");
        Problem::new("lang", Reason::Unreadable { why })
    })?;
    Ok((language, None))
}

/// What printers hold where the user is: Letter in the United States and Canada, A4 elsewhere.
fn paper_of(me: &Me) -> Paper {
    let country = me.country.clone().map(String::from).unwrap_or_default();
    if matches!(country.as_str(), "US" | "CA") { Paper::Letter } else { Paper::A4 }
}
