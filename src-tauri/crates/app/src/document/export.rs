//! `document.export`: makes a document and puts it in its place as a whole.

use std::path::Path;

use cairn_documents::{Rendered, markdown, tasks, workbook};
use cairn_domain::{Problem, Reason};
use cairn_wire::{DocumentFormat, ExportRequest, Exported};

use super::order::{Manuscript, Order, manuscript};
use crate::{context::Context, error::Result, file};

/// A document in its format, and what is to be said of it.
struct Written {
    bytes: Vec<u8>,
    pages: usize,
    missing: Vec<char>,
    cut: Vec<String>,
    remarks: Vec<String>,
}

/// Writes a document to a file.
pub(crate) async fn export(context: &Context, request: ExportRequest) -> Result<Exported> {
    let ExportRequest { document, id, format, audience, paper, lang, sections, redact, path } = request;
    if path.trim().is_empty() {
        return Err(Problem::new("path", Reason::Empty).into());
    }
    let order = Order { document, id, audience, paper, lang, sections, redact };
    let (manuscript, _) = manuscript(context, order).await?;
    let Written { bytes, pages, missing, cut, remarks } = written(context, manuscript, format).await?;
    file::place(Path::new(&path), &bytes)?;
    let pages = u32::try_from(pages).unwrap_or(u32::MAX);
    let missing = missing.into_iter().map(String::from).collect();
    Ok(Exported { path, pages, missing, cut, remarks })
}

/// The one place where a format meets its writer.
async fn written(context: &Context, manuscript: Manuscript, format: DocumentFormat) -> Result<Written> {
    match format {
        DocumentFormat::Pdf => {
            let lying = context.app.desk.lying(&manuscript);
            at_length(move || match lying {
                // What is looked at need not be set again to be written.
                Some(pages) => Ok(pages.print()?.into()),
                None => Ok(manuscript.set()?.print()?.into()),
            })
            .await
        }
        DocumentFormat::Md => {
            at_length(move || Ok(markdown::success_plan(manuscript.plan()?).into_bytes().into())).await
        }
        DocumentFormat::Csv => at_length(move || Ok(tasks::csv(manuscript.plan()?)?.into())).await,
        DocumentFormat::Xlsx => at_length(move || Ok(workbook::xlsx(manuscript.plan()?)?.into())).await,
    }
}

/// Long work for a thread that serves others.
async fn at_length(write: impl FnOnce() -> Result<Written> + Send + 'static) -> Result<Written> {
    tokio::task::spawn_blocking(write).await?
}

impl From<Rendered> for Written {
    fn from(Rendered { pdf, pages, missing, cut, remarks }: Rendered) -> Self {
        Self { bytes: pdf, pages, missing, cut, remarks }
    }
}

impl From<Vec<u8>> for Written {
    /// A format without pages or fonts.
    fn from(bytes: Vec<u8>) -> Self {
        Self { bytes, pages: 0, missing: Vec::new(), cut: Vec::new(), remarks: Vec::new() }
    }
}
