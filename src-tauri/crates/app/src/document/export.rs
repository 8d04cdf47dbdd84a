//! `document.export`: makes a document and puts it in its place as a whole.

use cairn_documents::Rendered;
use cairn_domain::{Problem, Reason};
use cairn_wire::{DocumentFormat, ExportRequest, Exported};

use super::{
    draft::draft,
    made::Document,
    preview::PreviewCache,
    request::{DocumentRequest, Draft},
};
use crate::{
    context::Context,
    error::{AppError, Result},
    file::{Destination, Over},
    seal::Seal,
};

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
    let over = Over::asked(context, request.force);
    write(context, request, over).await
}

/// Writes a document to a file, in place of what `over` says.
pub(crate) async fn write(context: &Context, request: ExportRequest, over: Over) -> Result<Exported> {
    let ExportRequest { document, id, format, audience, paper, lang, sections, redact, path, force: _ } =
        request;
    let place = Destination::at(context, &path, over).await?;
    if !document.entry().formats.contains(&format) {
        return Err(pages_only());
    }
    let request = DocumentRequest { document, id, audience, paper, lang, sections, redact };
    let Draft { mut input, left_out: _, remarks: mut said } = draft(context, request).await?;
    input.take_out_comments();
    if let Some((record, day)) = input.sealed_by().filter(|_| format != DocumentFormat::Pdf) {
        let open = context.workspace().await?;
        let rows = open.store.rows();
        input.seal(&Seal::of(rows, record, day).await?, &Seal::of_home(rows, day).await?);
    }
    let Written { bytes, pages, missing, cut, remarks } = written(context, input, format).await?;
    place.write(context, &bytes).await?;
    let pages = u32::try_from(pages).unwrap_or(u32::MAX);
    said.extend(remarks);
    let remarks = said;
    let missing = missing.into_iter().map(String::from).collect();
    Ok(Exported { path, pages, missing, cut, remarks })
}

/// The one place where a format meets its writer.
async fn written(context: &Context, input: Box<dyn Document>, format: DocumentFormat) -> Result<Written> {
    if format == DocumentFormat::Pdf {
        let cached = context.app.kept::<PreviewCache>().cached(input.as_ref());
        return at_length(move || match cached {
            // Pages that the preview has set already are not set again.
            Some(pages) => Ok(pages.print()?.into()),
            None => Ok(input.set()?.print()?.into()),
        })
        .await;
    }
    at_length(move || Ok(input.written(format)?.ok_or_else(pages_only)?.into())).await
}

/// Refuses a format that a document does not come in.
fn pages_only() -> AppError {
    let why = "this document does not come in that format; ask for pdf".to_owned();
    Problem::new("format", Reason::Unreadable { why }).into()
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
