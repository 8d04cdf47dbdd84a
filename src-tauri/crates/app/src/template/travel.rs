//! `template.export`, `template.import`: templates travel between colleagues as files.

use std::path::Path;

use cairn_domain::{Stored, Template, TemplateId};
use cairn_store::{Rows, StoreError, Tx};
use cairn_wire::{TakenAs, TemplateExport, TemplatePath, TemplateTaken};
use chrono::NaiveDate;

use super::{built_in, file::TemplateFile, keep::usable};
use crate::{
    context::Context,
    crud::{checked, view},
    error::Result,
    file,
};

/// Writes a template to a file.
pub(crate) async fn export(context: &Context, request: TemplateExport) -> Result<TemplatePath> {
    let TemplateExport { id, path } = request;
    let stored = match built_in::find(id) {
        Some(template) => template.clone(),
        None => context.workspace().await?.store.rows().get::<Template>(id).await?,
    };
    let Stored { id, version, record, .. } = stored;
    file::place(Path::new(&path), TemplateFile::of(id, version, record).text()?.as_bytes())?;
    Ok(TemplatePath { path })
}

/// What a file is to the templates that are here, and under which id it is kept.
enum Known {
    /// It is here, word for word.
    Same(Stored<Template>),
    /// An own template of the same origin says otherwise.
    Other(Stored<Template>),
    /// It is not here. The id is the file's, or none where that is taken.
    Not(Option<TemplateId>),
}

/// What became of a file.
pub(crate) struct Taken {
    pub(crate) what: TakenAs,
    /// The template as it is now.
    pub(crate) stored: Stored<Template>,
    /// What it was, where the file changed it.
    pub(crate) before: Option<Template>,
}

/// Reads a file. A template that came from the same origin before is changed, any other is added.
pub(crate) async fn import(context: &Context, TemplatePath { path }: TemplatePath) -> Result<TemplateTaken> {
    let file = tokio::task::spawn_blocking(move || TemplateFile::open(Path::new(&path))).await??;
    let today = context.today().await?;
    let open = context.workspace_to_write().await?;
    let mut tx = context.begin(&open, "template.import").await?;
    let Taken { what, stored, before: _ } = take(&mut tx, file, today).await?;
    let template = match built_in::find(stored.id) {
        Some(_) => built_in::view(stored),
        None => view(tx.rows(), stored).await?,
    };
    let taken = TemplateTaken { template, what };
    if what == TakenAs::Same { Ok(taken) } else { context.commit(tx, taken).await }
}

/// Takes in a file that was read, inside the operation `tx`; one that is here already leaves it empty.
pub(crate) async fn take(tx: &mut Tx, file: TemplateFile, today: NaiveDate) -> Result<Taken> {
    let (id, _, record) = file.into_record();
    Ok(match known(tx.rows(), id, &record).await? {
        Known::Same(stored) => Taken { what: TakenAs::Same, stored, before: None },
        Known::Other(current) => {
            checked(tx.rows(), &record, Some(&current), today).await?;
            let before = Some(current.record.clone());
            Taken { what: TakenAs::Changed, stored: tx.update(current, record).await?, before }
        }
        Known::Not(id) => {
            checked(tx.rows(), &record, None, today).await?;
            Taken { what: TakenAs::New, stored: tx.insert(id, record).await?, before: None }
        }
    })
}

async fn known(rows: Rows<'_>, id: TemplateId, record: &Template) -> Result<Known, StoreError> {
    Ok(match usable(rows, id).await? {
        Some(stored) if stored.record == *record => Known::Same(stored),
        // What a colleague made of one of the program's is theirs, and a copy here.
        Some(stored) if built_in::find(stored.id).is_some() => Known::Not(None),
        Some(stored) => Known::Other(stored),
        // A deleted one keeps its id.
        None => Known::Not(rows.find::<Template>(id).await?.is_none().then_some(id)),
    })
}
