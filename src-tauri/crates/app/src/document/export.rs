//! `document.export`: makes a document and puts it in its place as a whole.

use std::{io::Write as _, path::Path};

use cairn_documents::{Language, Paper as Sheet, Rendered};
use cairn_domain::{Problem, Reason};
use cairn_wire::{DocumentFormat, DocumentKind, ExportRequest, Exported, Paper};

use super::success_plan;
use crate::{
    context::Context,
    error::{AppError, Result},
    plan,
};

/// Writes a document to a file.
pub(crate) async fn export(context: &Context, request: ExportRequest) -> Result<Exported> {
    let ExportRequest {
        document: DocumentKind::SuccessPlan,
        id,
        format: DocumentFormat::Pdf,
        audience,
        paper,
        lang,
        path,
    } = request;
    let language = language(lang.as_deref())?;
    if path.trim().is_empty() {
        return Err(Problem::new("path", Reason::Empty).into());
    }
    let open = context.workspace().await?;
    let outline = plan::read(open.store.rows(), id).await?;
    if outline.plan.stored.deleted_at.is_some() {
        return Err(cairn_store::StoreError::Deleted { kind: cairn_domain::Kind::Plan }.into());
    }
    let me = context.me().await?;
    let today = context.today_of(me.as_ref());
    let sheet = match paper {
        Paper::A4 => Sheet::A4,
        Paper::Letter => Sheet::Letter,
    };
    let input = success_plan::input(
        outline,
        me.map(|me| me.record),
        audience,
        success_plan::Setting { today, language, sheet },
    );
    // Setting type is long work for a thread that serves others.
    let rendered =
        tokio::task::spawn_blocking(move || cairn_documents::success_plan::render(&input)).await??;
    let Rendered { pdf, pages, missing, cut, remarks: _ } = rendered;
    place(Path::new(&path), &pdf)?;
    let pages = u32::try_from(pages).unwrap_or(u32::MAX);
    Ok(Exported { path, pages, missing: missing.into_iter().map(String::from).collect(), cut })
}

fn language(code: Option<&str>) -> Result<Language> {
    match code {
        None | Some("en") => Ok(Language::En),
        Some(other) => {
            let why = format!("`{other}` is not a language of the catalogue");
            Err(Problem::new("lang", Reason::Unreadable { why }).into())
        }
    }
}

/// Writes beside the place and renames, so that no half file ever stands there.
#[expect(clippy::disallowed_methods, reason = "the one place that writes documents")]
fn place(path: &Path, bytes: &[u8]) -> Result<()> {
    let refused = |error| AppError::write(path, error);
    if path.is_dir() {
        return Err(refused(std::io::ErrorKind::IsADirectory.into()));
    }
    if std::fs::metadata(path).is_ok_and(|meta| meta.permissions().readonly()) {
        return Err(refused(std::io::ErrorKind::PermissionDenied.into()));
    }
    let folder = path.parent().filter(|folder| !folder.as_os_str().is_empty()).unwrap_or(Path::new("."));
    let mut partial = new_file().tempfile_in(folder).map_err(refused)?;
    partial.write_all(bytes).and_then(|()| partial.as_file().sync_all()).map_err(refused)?;
    partial.persist(path).map_err(|error| refused(error.error)).map(drop)
}

/// A file with the rights of any new file, where a temporary one would be its owner's alone.
fn new_file() -> tempfile::Builder<'static, 'static> {
    #[cfg_attr(not(unix), expect(unused_mut, reason = "rights are a matter of Unix"))]
    let mut builder = tempfile::Builder::new();
    #[cfg(unix)]
    builder.permissions(std::os::unix::fs::PermissionsExt::from_mode(0o666));
    builder
}
