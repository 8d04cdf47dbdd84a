//! `document.export`: makes a document and puts it in its place as a whole.

use std::path::Path;

use cairn_documents::Rendered;
use cairn_domain::{Problem, Reason};
use cairn_wire::{DocumentFormat, ExportRequest, Exported};

use super::order::{Order, manuscript};
use crate::{context::Context, error::Result, file};

/// Writes a document to a file.
pub(crate) async fn export(context: &Context, request: ExportRequest) -> Result<Exported> {
    let ExportRequest { document, id, format: DocumentFormat::Pdf, audience, paper, lang, sections, path } =
        request;
    if path.trim().is_empty() {
        return Err(Problem::new("path", Reason::Empty).into());
    }
    let order = Order { document, id, audience, paper, lang, sections };
    let (manuscript, _) = manuscript(context, order).await?;
    // Setting type is long work for a thread that serves others.
    let lying = context.app.desk.lying(&manuscript);
    let rendered = tokio::task::spawn_blocking(move || match lying {
        // What is looked at need not be set again to be written.
        Some(pages) => pages.print(),
        None => manuscript.set()?.print(),
    })
    .await??;
    let Rendered { pdf, pages, missing, cut, remarks } = rendered;
    file::place(Path::new(&path), &pdf)?;
    let pages = u32::try_from(pages).unwrap_or(u32::MAX);
    let missing = missing.into_iter().map(String::from).collect();
    Ok(Exported { path, pages, missing, cut, remarks })
}
