//! The rules over what comes back: by `restore`, or by an undo that went around what is signed.
//!
//! A record's own rules hold as they did, since it is as it was; what may have changed meanwhile is what stands around it.

use cairn_domain::{Kind, Stored};
use cairn_store::{Rows, StoreError, Tx};
use cairn_wire::{Code, Failure, with_commands};

use super::Resource;
use crate::error::{AppError, Result};

/// Refuses what the open operation brought back where it does not fit what is there.
pub(crate) async fn check_back(tx: &Tx) -> Result<()> {
    for (kind, id) in tx.rows().brought_back().await? {
        check_kind(tx.rows(), kind, &id).await.map_err(as_state)?;
    }
    Ok(())
}

async fn check<R: Resource>(rows: Rows<'_>, id: &str) -> Result<()> {
    let id = id.parse().map_err(|_| StoreError::Corrupt("an id is none".into()))?;
    let stored = rows.get::<R>(id).await?;
    // As it was while it was deleted: a rule that lets stay what was there before does not apply to what comes back.
    let before = Stored { deleted_at: Some(stored.updated_at), ..stored.clone() };
    stored.record.validate_related(rows, Some(&before)).await
}

macro_rules! check_kinds {
    (
        records { $($area:ident: $record:ident [$($of:ident),*];)+ }
        ordered { $($place:ident: $moved:ident;)+ }
        verbs { $($verbs:tt)* }
    ) => {
        async fn check_kind(rows: Rows<'_>, kind: Kind, id: &str) -> Result<()> {
            match kind {
                $(Kind::$record => check::<cairn_domain::$record>(rows, id).await,)+
                Kind::PlanVersion => check::<cairn_domain::PlanVersion>(rows, id).await,
                Kind::Template => check::<cairn_domain::Template>(rows, id).await,
                Kind::ChecklistTemplate => check::<cairn_domain::ChecklistTemplate>(rows, id).await,
                // They come back only with what they hang under.
                Kind::Me | Kind::Brand | Kind::CommandPlan | Kind::SignOff | Kind::TemplateUse => Ok(()),
            }
        }
    };
}
with_commands!(check_kinds);

/// The request is well formed; what is in the way is the state of the records.
fn as_state(error: AppError) -> AppError {
    let failure = Failure::from(error);
    let code = if failure.code == Code::Invalid { Code::InvalidState } else { failure.code };
    Failure { code, ..failure }.into()
}
