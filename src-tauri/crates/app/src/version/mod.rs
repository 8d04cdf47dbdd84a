//! `plan.freeze`, `plan.compare`, `plan.baseline`, and the deletion of a version. Signing one is `sign`'s.
//!
//! Listing, reading and renaming versions are the commands of every record (`crud`).

mod content;
mod seen;
mod sign;

use cairn_domain::{
    Audience, Comparison, Entry, Plan, PlanContent, PlanVersion, Problem, Reason, Record, RecordId as _,
};
use cairn_store::StoreError;
use cairn_wire::{Baseline, BaselineBar, BaselineOf, Compare, Delete, Failure, Freeze, PlanState, View};
use chrono::NaiveDate;

use crate::{
    context::Context,
    crud::{Along, New, make, remove, view},
    error::{AppError, Result},
    rules,
};
pub(crate) use content::{kept, now, of_outline, packed};
pub(crate) use seen::seen_by;
pub(crate) use sign::{correct, sign_off, withdraw};

/// Keeps a plan as it stands today, under a name.
pub(crate) async fn freeze(context: &Context, request: Freeze) -> Result<View<PlanVersion>> {
    let Freeze { id, name, agreed_by, note } = request;
    let today = context.today().await?;
    let open = context.workspace_to_write().await?;
    let mut tx = context.begin(&open, "plan.freeze").await?;
    tx.current::<Plan>(id, None).await?;
    let (content, blob) = content::packed(now(tx.rows(), id).await?)?;
    let record = PlanVersion {
        plan_id: id,
        name: name.trim().to_owned(),
        frozen_on: today,
        agreed_by: agreed_by.unwrap_or_default().trim().to_owned(),
        note: note.unwrap_or_default().trim().to_owned(),
        content,
    };
    tx.save_blob(&record.content, blob).await?;
    let stored = make(&mut tx, New::placed(record), today, Along::Now).await?;
    let shown = view(tx.rows(), stored).await?;
    context.commit(tx, shown).await
}

/// Deletes a version that nobody signed; its content stays for an undo.
pub(crate) async fn delete(context: &Context, request: Delete<PlanVersion>) -> Result<View<PlanVersion>> {
    let Delete { id, version } = request;
    let open = context.workspace_to_write().await?;
    let mut tx = context.begin(&open, "plan_version.delete").await?;
    rules::unsigned(tx.rows(), id).await?;
    let stored = remove::<PlanVersion>(&mut tx, id, version, Along::Now).await?;
    let deleted = view(tx.rows(), stored).await?;
    context.commit(tx, deleted).await
}

/// Two states of a plan field by field, as `audience` may see them.
pub(crate) async fn compare(context: &Context, request: Compare) -> Result<Comparison> {
    let Compare { id, from, to, audience } = request;
    let open = context.workspace().await?;
    let rows = open.store.rows();
    rows.get::<Plan>(id).await?;
    let mut states = Vec::with_capacity(2);
    for (field, state) in [("from", from), ("to", to)] {
        let content = match state {
            PlanState::Now => now(rows, id).await?,
            PlanState::Version(version) => {
                let version = rows.get::<PlanVersion>(version).await.map_err(about(field))?;
                if version.record.plan_id != id {
                    return Err(Problem::new(field, Reason::Elsewhere).into());
                }
                kept(rows, &version.record).await?
            }
        };
        states.extend(seen_by(content, audience.unwrap_or(Audience::Internal)));
    }
    match states.as_slice() {
        [from, to] => Ok(cairn_domain::compare(from, to)),
        _ => Ok(Comparison::default()),
    }
}

fn about(field: &'static str) -> impl Fn(StoreError) -> AppError {
    move |error| Failure::from(AppError::from(error)).about(field).into()
}

/// When everything was to be when a plan was frozen.
pub(crate) async fn baseline(context: &Context, request: BaselineOf) -> Result<Baseline> {
    let BaselineOf { version_id } = request;
    let open = context.workspace().await?;
    let rows = open.store.rows();
    let version = rows.get::<PlanVersion>(version_id).await.map_err(about("version_id"))?.record;
    let PlanContent { plan: _, objectives, criteria: _, readings: _, initiatives, tasks, dependencies: _ } =
        kept(rows, &version).await?;
    let objectives = objectives.iter().map(|entry| bar(entry, entry.record.start, entry.record.due));
    let initiatives = initiatives.iter().map(|entry| bar(entry, None, entry.record.due));
    let tasks = tasks.iter().map(|entry| bar(entry, entry.record.start, entry.record.due));
    let dated = |bar: &BaselineBar| bar.start.is_some() || bar.due.is_some();
    let bars = objectives.chain(initiatives).chain(tasks).filter(dated).collect();
    Ok(Baseline { name: version.name, frozen_on: version.frozen_on, bars })
}

fn bar<R: Record>(entry: &Entry<R>, start: Option<NaiveDate>, due: Option<NaiveDate>) -> BaselineBar {
    BaselineBar { kind: R::KIND, id: entry.id.uuid(), title: entry.record.label(), start, due }
}
