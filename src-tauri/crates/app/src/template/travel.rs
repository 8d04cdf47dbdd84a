//! `template.export`, `template.import`: by the ways of every kind of template.

use cairn_domain::Template;
use cairn_wire::{TemplateExport, TemplatePath, TemplateTaken};

use crate::{context::Context, error::Result, library};

/// Writes a template to a file.
pub(crate) async fn export(context: &Context, request: TemplateExport) -> Result<TemplatePath> {
    let TemplateExport { id, path, force } = request;
    library::export::<Template>(context, id, path, force).await
}

/// Reads a file. A template that came from the same origin before is changed, any other is added.
pub(crate) async fn import(context: &Context, request: TemplatePath) -> Result<TemplateTaken> {
    library::import::<Template, _>(context, request, |template, what| TemplateTaken { template, what }).await
}
