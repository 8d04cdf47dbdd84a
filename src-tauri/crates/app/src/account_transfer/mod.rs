//! `account.export`: one account for a colleague, with its history and its files; and what of it is not finished.
//!
//! Taking it in is an import (`import/account`).

mod open;

use std::path::Path;

use cairn_domain::{Account, AccountId, Audience, Problem, Reason, RecordId as _};
use cairn_store::{SHIPPED, Shipped};
use cairn_wire::{AccountExport, AccountExported, CarriedKind, DocumentFormat, DocumentKind, ExportRequest};

use crate::{
    context::Context,
    document,
    error::{AppError, Result},
    file::{Over, require_folder},
};
pub(crate) use open::open_items;

/// Writes an account to a file of its own.
pub(crate) async fn export(context: &Context, request: AccountExport) -> Result<AccountExported> {
    let AccountExport { id, path, brief } = request;
    if path.trim().is_empty() {
        return Err(Problem::new("path", Reason::Empty).into());
    }
    require_folder(Path::new(&path))?;
    let open = context.workspace().await?;
    let rows = open.store.rows();
    let name = rows.get::<Account>(id).await?.record.name;
    // The brief first: it may be written over where the account's file cannot be written, and that file may not.
    let brief = if brief { Some(write_brief(context, id, &path).await?) } else { None };
    let Shipped { counts, contents } = open
        .store
        .ship(id, Path::new(&path), context.head(SHIPPED).await?)
        .await
        .map_err(|error| AppError::from(error).about_path())?;
    Ok(AccountExported {
        path,
        brief,
        name,
        kinds: counts.into_iter().map(|(kind, count)| CarriedKind { kind, count }).collect(),
        contents: u32::try_from(contents.len()).unwrap_or(u32::MAX),
        open: open_items(rows, id).await?,
    })
}

/// The brief beside the file, in place of any file that stands there only if it is ours: nobody was asked about it.
async fn write_brief(context: &Context, id: AccountId, path: &str) -> Result<String> {
    let path = Path::new(path).with_extension("pdf").to_string_lossy().into_owned();
    let request = ExportRequest {
        document: DocumentKind::Account,
        id: id.uuid(),
        format: DocumentFormat::Pdf,
        audience: Audience::Internal,
        paper: None,
        lang: None,
        sections: None,
        redact: Vec::new(),
        path: path.clone(),
        force: false,
    };
    document::write(context, request, Over::Own).await?;
    Ok(path)
}
