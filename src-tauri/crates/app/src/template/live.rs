//! Between the parts of a template and the records of a plan: keys on one side, ids on the other.
//!
//! Owns reading a plan in the terms of a template, and making, changing and deleting one record by its part.

use std::collections::{BTreeMap, HashMap};

use cairn_domain::{
    Criterion, Dependency, Fields, Initiative, Kind, Live, Objective, Part, PartId, Plan, PlanId, Record,
    RecordId, Stored, Task, TemplateUse,
};
use cairn_store::{Rows, StoreError, Tx};
use cairn_wire::{Create, Request as _, RequestBody};
use chrono::NaiveDate;
use serde_json::Value;
use uuid::Uuid;

use crate::{
    crud::{self, Along, New, Resource},
    error::Result,
};

/// Which part became which record, by [`TemplateUse::name_of`].
pub(super) type Records = BTreeMap<String, Uuid>;

/// The fields of a part that hold keys, and the field of its record that holds the id.
fn named(kind: Kind) -> &'static [(&'static str, Kind, &'static str)] {
    match kind {
        Kind::Criterion | Kind::Initiative => &[("under", Kind::Objective, "objective_id")],
        Kind::Task => &[("under", Kind::Initiative, "initiative_id")],
        Kind::Dependency => {
            &[("predecessor", Kind::Task, "predecessor_id"), ("successor", Kind::Task, "successor_id")]
        }
        _ => &[],
    }
}

/// The records that parts became, as parts have their fields.
pub(super) async fn live(rows: Rows<'_>, usage: &TemplateUse) -> Result<Live> {
    let plan = rows.get::<Plan>(usage.plan_id).await?;
    let mut tree = rows.tree(Kind::Plan, [plan.id.uuid()]);
    let mut found: HashMap<Uuid, Fields> = HashMap::from([(plan.id.uuid(), fields(&plan.record)?)]);
    collect::<Objective>(&mut found, &tree.all().await?)?;
    collect::<Criterion>(&mut found, &tree.all().await?)?;
    collect::<Initiative>(&mut found, &tree.all().await?)?;
    collect::<Task>(&mut found, &tree.all().await?)?;
    collect::<Dependency>(&mut found, &tree.all().await?)?;
    let names: HashMap<String, &str> = usage
        .records
        .iter()
        .filter_map(|(name, id)| Some((id.to_string(), name.split_once('/')?.1)))
        .collect();
    let mut live = Live::new();
    for (name, id) in &usage.records {
        let part = name.split_once('/').and_then(|(kind, key)| Some((kind.parse().ok()?, key.to_owned())));
        if let (Some(part), Some(fields)) = (part, found.remove(id)) {
            live.insert(part.clone(), in_keys(part.0, fields, &names));
        }
    }
    Ok(live)
}

fn collect<R: Record>(found: &mut HashMap<Uuid, Fields>, records: &[Stored<R>]) -> Result<()> {
    for record in records {
        found.insert(record.id.uuid(), fields(&record.record)?);
    }
    Ok(())
}

fn fields<R: Record>(record: &R) -> Result<Fields> {
    Ok(match serde_json::to_value(record)? {
        Value::Object(fields) => fields.into_iter().collect(),
        _ => Fields::new(),
    })
}

/// Keys in the place of ids; a record that comes from no template keeps its id.
fn in_keys(kind: Kind, mut fields: Fields, names: &HashMap<String, &str>) -> Fields {
    let key = |id: &Value| {
        let known = id.as_str().and_then(|id| names.get(id));
        known.map_or_else(|| id.clone(), |key| Value::from(*key))
    };
    for (field, _, id) in named(kind) {
        if let Some(id) = fields.remove(*id) {
            fields.insert((*field).to_owned(), key(&id));
        }
    }
    if let Some(Value::Array(ids)) = fields.get_mut("also_serves") {
        ids.iter_mut().for_each(|id| *id = key(id));
    }
    fields
}

/// Ids in the place of keys. What is served and was not made is left out.
fn in_ids(kind: Kind, fields: &Fields, records: &Records) -> Result<RequestBody> {
    let id = |kind: Kind, key: &str| records.get(&TemplateUse::name_of(&(kind, key.to_owned()))).copied();
    let mut body: RequestBody = fields.clone().into_iter().collect();
    for (field, kind, name) in named(kind) {
        let Some(key) = body.shift_remove(*field) else { continue };
        let key = key.as_str().unwrap_or_default();
        let found = id(*kind, key).ok_or(StoreError::NotFound { kind: *kind, id: Uuid::nil() })?;
        body.insert((*name).to_owned(), found.to_string().into());
    }
    if let Some(Value::Array(keys)) = body.get_mut("also_serves") {
        let served = keys.iter().filter_map(|key| id(Kind::Objective, key.as_str()?));
        *keys = served.map(|id| Value::from(id.to_string())).collect();
    }
    Ok(body)
}

/// Makes the record of a settled part, and remembers it.
pub(super) async fn make(
    tx: &mut Tx,
    part: &Part,
    plan: PlanId,
    records: &mut Records,
    today: NaiveDate,
) -> Result<()> {
    let mut body = in_ids(part.kind, &part.fields, records)?;
    let id = match part.kind {
        Kind::Objective => {
            body.insert("plan_id".into(), plan.to_string().into());
            insert::<Objective>(tx, body, today).await?
        }
        Kind::Criterion => insert::<Criterion>(tx, body, today).await?,
        Kind::Initiative => insert::<Initiative>(tx, body, today).await?,
        Kind::Task => insert::<Task>(tx, body, today).await?,
        // By its own rule alone: the template was checked for loops, and reading the plan again for each would
        // take long.
        Kind::Dependency => {
            let record = Create::<Dependency>::parse(body)?.into_record(today)?;
            record.check(today)?;
            crud::put_new(tx, New::placed(record)).await?.id.uuid()
        }
        _ => return Ok(()),
    };
    records.insert(TemplateUse::name_of(&part.id()), id);
    Ok(())
}

async fn insert<R: Resource>(tx: &mut Tx, body: RequestBody, today: NaiveDate) -> Result<Uuid> {
    let record = Create::<R>::parse(body)?.into_record(today)?;
    Ok(crud::make(tx, New::last(record), today, Along::Now).await?.id.uuid())
}

/// Writes fields of a part into its record.
pub(super) async fn change(
    tx: &mut Tx,
    (kind, id): (Kind, Uuid),
    fields: &Fields,
    records: &Records,
    today: NaiveDate,
) -> Result<()> {
    let body = in_ids(kind, fields, records)?;
    match kind {
        Kind::Plan => write::<Plan>(tx, id, body, today).await,
        Kind::Objective => write::<Objective>(tx, id, body, today).await,
        Kind::Criterion => write::<Criterion>(tx, id, body, today).await,
        Kind::Initiative => write::<Initiative>(tx, id, body, today).await,
        Kind::Task => write::<Task>(tx, id, body, today).await,
        Kind::Dependency => write::<Dependency>(tx, id, body, today).await,
        _ => Ok(()),
    }
}

async fn write<R: Resource>(tx: &mut Tx, id: Uuid, body: RequestBody, today: NaiveDate) -> Result<()> {
    let current = tx.current::<R>(R::Id::from_uuid(id), None).await?;
    let mut fields: RequestBody = fields(&current.record)?.into_iter().collect();
    fields.extend(body);
    fields.retain(|_, value| !value.is_null());
    let record: R = serde_json::from_value(Value::Object(fields))?;
    crud::write(tx, current, record, today, Along::Now).await.map(drop)
}

/// Deletes the record of a part, with what hangs under it.
pub(super) async fn remove(tx: &mut Tx, (kind, _): &PartId, id: Uuid) -> Result<()> {
    match kind {
        Kind::Objective => gone::<Objective>(tx, id).await,
        Kind::Criterion => gone::<Criterion>(tx, id).await,
        Kind::Initiative => gone::<Initiative>(tx, id).await,
        Kind::Task => gone::<Task>(tx, id).await,
        Kind::Dependency => gone::<Dependency>(tx, id).await,
        _ => Ok(()),
    }
}

async fn gone<R: Resource>(tx: &mut Tx, id: Uuid) -> Result<()> {
    crud::remove::<R>(tx, R::Id::from_uuid(id), None, Along::Now).await.map(drop)
}
