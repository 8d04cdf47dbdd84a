//! `document.labels`: the words of the documents that the user can word anew.

use cairn_documents::Language;
use cairn_domain::{Brand, Problem, Reason};
use cairn_wire::{Label, LabelsRequest};

use crate::{context::Context, error::Result, single_id::Single as _};

/// Every label of a language, with the user's own text where there is one.
pub(crate) async fn labels(context: &Context, LabelsRequest { lang }: LabelsRequest) -> Result<Vec<Label>> {
    let code = lang.unwrap_or_else(|| Language::default().code().to_owned());
    let language = Language::from_code(&code).ok_or_else(|| {
        let why = format!("`{code}` is not a language of the catalogue");
        Problem::new("lang", Reason::Unreadable { why })
    })?;
    let open = context.workspace().await?;
    let brand =
        open.store.rows().find::<Brand>(Brand::id()).await?.map(|brand| brand.record).unwrap_or_default();
    let own = brand.labels.get(&code);
    let shown = |label: cairn_documents::Label| Label {
        key: label.key.to_owned(),
        default: label.text.to_owned(),
        text: own.and_then(|own| own.get(label.key)).cloned(),
    };
    Ok(cairn_documents::labels(language).into_iter().map(shown).collect())
}
