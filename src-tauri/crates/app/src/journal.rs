//! `undo`, `redo` and `history`.

use cairn_domain::Kind;
use cairn_store::{JournalChange, JournalEntry, JournalStep, StoreError, Way};
use cairn_wire::{Change, Code, Failure, HistoryEntry, HistoryOf, Source, Step, StepGuard};

use crate::{
    context::{Context, Open},
    crud::check_back,
    error::Result,
};

/// Takes back the last step.
pub(crate) async fn undo(context: &Context, guard: StepGuard) -> Result<Step> {
    take_back(context, Way::Undo, "undo", guard).await
}

/// Brings back the last step that was undone.
pub(crate) async fn redo(context: &Context, guard: StepGuard) -> Result<Step> {
    take_back(context, Way::Redo, "redo", guard).await
}

async fn take_back(
    context: &Context,
    way: Way,
    name: &'static str,
    StepGuard { op }: StepGuard,
) -> Result<Step> {
    let open = context.workspace().await?;
    let (tx, step) = open.store.take_back(way, context.head(name).await?, op).await?;
    // An undo leads back to a state that was there before, so no rule can be broken, unless something was passed over.
    // Then the rules are checked. Where one is broken the undo is refused, and the next undo passes this step over.
    if step.around
        && let Err(refused) = check_back(&tx).await
    {
        drop(tx);
        open.store.pass_over(step.op).await?;
        return Err(refused);
    }
    let step = shown(&open, step)?;
    context.commit(tx, step).await
}

/// A step as the window shows it.
pub(crate) fn shown(open: &Open, step: JournalStep) -> Result<Step> {
    let JournalStep { op, name, at, source, depth: _, subject, title, place, around: _ } = step;
    let above = |wanted: Kind| place.iter().find(|(kind, ..)| *kind == wanted);
    let account = above(Kind::Account);
    Ok(Step {
        op,
        name,
        at,
        source: source_of(&source)?,
        this_sitting: op > open.since,
        kind: subject.as_ref().map(|(kind, _)| *kind),
        id: subject.map(|(_, id)| id),
        title,
        account_id: account.and_then(|(_, id, _)| id.parse().ok()),
        account: account.map(|(.., name)| name.clone()).unwrap_or_default(),
        plan_id: above(Kind::Plan).and_then(|(_, id, _)| id.parse().ok()),
    })
}

fn source_of(text: &str) -> Result<Source> {
    Ok(text.parse().map_err(|_| StoreError::Corrupt(format!("source = {text}")))?)
}

/// What happened to one record, oldest first.
pub(crate) async fn history(context: &Context, HistoryOf { id }: HistoryOf) -> Result<Vec<HistoryEntry>> {
    let entries = context.workspace().await?.store.rows().history(&id).await?;
    if entries.is_empty() {
        return Err(Failure::new(Code::NotFound, "No record ever had this id.").about("id").into());
    }
    entries
        .into_iter()
        .map(|entry| {
            let JournalEntry { op, name, at, by, source, undoes, changes } = entry;
            let source = source_of(&source)?;
            Ok(HistoryEntry {
                op,
                name,
                at,
                by,
                source,
                undoes,
                // Numbered so by the store.
                elsewhere: op < 0,
                changes: changes.into_iter().map(change).collect(),
            })
        })
        .collect()
}

fn change(change: JournalChange) -> Change {
    let JournalChange { field, old, new } = change;
    Change { field, old, new }
}
