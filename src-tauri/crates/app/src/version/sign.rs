//! `plan.sign_off`, `sign_off.correct` and `sign_off.withdraw`: entries that are added and never changed.
//!
//! No undo takes one back (`store`, journal); a later entry stands instead of it, and both are kept.

use cairn_domain::{PlanVersion, Problem, Reason, Record as _, SignOff, SignOffId, Signing, is_same};
use cairn_store::Tx;
use cairn_wire::{CorrectSignOff, SignVersion, View, WithdrawSignOff};
use chrono::NaiveDate;

use crate::{
    context::Context,
    crud::{New, put_new, view},
    error::{AppError, Result},
    rules,
};

/// Records that somebody signed a version.
pub(crate) async fn sign_off(context: &Context, request: SignVersion) -> Result<View<PlanVersion>> {
    let SignVersion { version_id, person, on, words } = request;
    let record = SignOff {
        version_id,
        person,
        signed_on: on,
        words: words.unwrap_or_default(),
        amends: None,
        withdrawn: false,
        reason: String::new(),
    };
    let open = context.workspace_to_write().await?;
    let tx = context.begin(&open, "plan.sign_off").await?;
    add(context, tx, record).await
}

/// Records that a sign-off is so no more.
pub(crate) async fn withdraw(context: &Context, request: WithdrawSignOff) -> Result<View<PlanVersion>> {
    let WithdrawSignOff { id, reason } = request;
    let today = context.today().await?;
    let open = context.workspace_to_write().await?;
    let tx = context.begin(&open, "sign_off.withdraw").await?;
    let before = standing(&tx, id).await?;
    let words = String::new();
    let record = SignOff { signed_on: today, words, amends: Some(id), withdrawn: true, reason, ..before };
    add(context, tx, record).await
}

/// Puts another sign-off in place of one.
pub(crate) async fn correct(context: &Context, request: CorrectSignOff) -> Result<View<PlanVersion>> {
    let CorrectSignOff { id, reason, person, on, words } = request;
    let open = context.workspace_to_write().await?;
    let tx = context.begin(&open, "sign_off.correct").await?;
    let before = standing(&tx, id).await?;
    let record = SignOff {
        version_id: before.version_id,
        person: person.unwrap_or(before.person),
        signed_on: on.unwrap_or(before.signed_on),
        words: words.unwrap_or(before.words),
        amends: Some(id),
        withdrawn: false,
        reason,
    };
    add(context, tx, record).await
}

/// A sign-off that was not corrected or taken back yet.
async fn standing(tx: &Tx, id: SignOffId) -> Result<SignOff> {
    let record = tx.current::<SignOff>(id, None).await?.record;
    let Signing { signed, .. } = Signing::of(rules::sign_offs(tx.rows(), record.version_id).await?, &[]);
    if signed.iter().any(|entry| entry.id == id) {
        Ok(record)
    } else {
        Err(Problem::new("id", Reason::Amended).into())
    }
}

/// Adds an entry to its version. Nobody has two that stand.
async fn add(context: &Context, mut tx: Tx, mut record: SignOff) -> Result<View<PlanVersion>> {
    let today: NaiveDate = context.today().await?;
    let version = tx.current::<PlanVersion>(record.version_id, None).await?;
    for text in [&mut record.person, &mut record.words, &mut record.reason] {
        *text = text.trim().to_owned();
    }
    record.check(today).map_err(as_asked)?;
    let Signing { signed, .. } = Signing::of(rules::sign_offs(tx.rows(), record.version_id).await?, &[]);
    let mut others = signed.iter().filter(|entry| Some(entry.id) != record.amends);
    if others.any(|entry| is_same(&entry.record.person, &record.person)) {
        return Err(Problem::new("person", Reason::Twice { what: record.person }).into());
    }
    // Whoever records it may take a sign-off back on any day, also after the signer left.
    if !record.withdrawn {
        rules::signer(tx.rows(), &record).await?;
    }
    put_new(&mut tx, New::placed(record)).await?;
    let shown = view(tx.rows(), version).await?;
    context.commit(tx, shown).await
}

/// A refusal names the field as the request calls it.
fn as_asked(problem: Problem) -> AppError {
    let Problem { field, reason } = problem;
    let field = if field == "signed_on" { "on".into() } else { field };
    AppError::Rule(Problem { field, reason })
}
