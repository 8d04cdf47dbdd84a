//! From a request to what is set: who reads which document.

use cairn_wire::DocumentKind;

use super::{
    onboarding as of_account, plan,
    request::{DocumentContext, DocumentRequest, Draft, no_copy},
};
use crate::{context::Context, error::Result};

/// Reads all that the document needs.
pub(super) async fn draft(context: &Context, request: DocumentRequest) -> Result<Draft> {
    if !request.document.entry().audiences.contains(&request.audience) {
        return Err(no_copy().into());
    }
    let open = context.workspace().await?;
    let rows = open.store.rows();
    let common = DocumentContext::of(context, rows).await?;
    match request.document {
        DocumentKind::SuccessPlan | DocumentKind::Summary => plan::draft(rows, request, common).await,
        DocumentKind::Onboarding
        | DocumentKind::Checklist
        | DocumentKind::TransitionBrief
        | DocumentKind::Account => of_account::draft(rows, request, common).await,
    }
}
