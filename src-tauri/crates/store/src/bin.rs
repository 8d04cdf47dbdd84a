//! What was deleted: the records that were, without what went along with them, and how much hangs under a record.
//!
//! Does not own deleting and bringing back (`trash`), nor which kinds a door offers to bring back.

use std::collections::{BTreeMap, BTreeSet};

use cairn_domain::Kind;
use chrono::{DateTime, Utc};
use sea_orm::{ConnectionTrait, Statement};
use serde_json::json;

use crate::{
    error::Result,
    home::Parent,
    rows::Rows,
    tables::{Table, tables},
};

/// How many records of each kind.
pub type Weight = BTreeMap<Kind, u32>;

/// A record that was deleted by itself, not along with what it hangs under.
#[derive(Clone, Debug)]
pub struct Binned {
    /// Its kind.
    pub kind: Kind,
    /// Its id.
    pub id: String,
    /// Its name or title; of a reading its day, of a link what waits for what.
    pub title: String,
    /// The number of the operation that deleted it.
    pub op: i64,
    /// That command.
    pub by_command: String,
    /// When.
    pub at: DateTime<Utc>,
    /// Who did it, by name.
    pub by: String,
    /// What it hangs under, outermost last: kind, id, name.
    pub place: Vec<(Kind, String, String)>,
}

/// What a record is called and what stands above it, if it is there.
type Named = Option<(String, Option<(Kind, String)>)>;

impl Rows<'_> {
    /// What of the wanted kinds was deleted, the latest first.
    ///
    /// # Errors
    /// Only where the workspace cannot be read.
    pub async fn bin(self, wanted: impl Fn(Kind) -> bool) -> Result<Vec<Binned>> {
        let mut found = Vec::new();
        for table in tables().iter().filter(|table| wanted(table.kind)) {
            let db = self.db();
            let rows =
                db.query_all_raw(Statement::from_string(db.get_database_backend(), roots(table))).await?;
            for row in rows {
                let mut place = Vec::new();
                for (at, parent) in table.parents.iter().enumerate() {
                    let above: Option<String> = row.try_get_by_index(6 + at)?;
                    if let (Some(id), true) = (above, place.is_empty()) {
                        place.push((parent.kind, id, String::new()));
                    }
                }
                found.push(Binned {
                    kind: table.kind,
                    id: row.try_get_by_index(0)?,
                    title: row.try_get_by_index::<Option<String>>(1)?.unwrap_or_default(),
                    op: row.try_get_by_index(2)?,
                    by_command: row.try_get_by_index(3)?,
                    at: row.try_get_by_index(4)?,
                    by: row.try_get_by_index(5)?,
                    place,
                });
            }
        }
        self.name_places(&mut found).await?;
        found.sort_by_key(|one| std::cmp::Reverse((one.at, one.op)));
        Ok(found)
    }

    /// Follows each place up to its account; a record above many is read once.
    async fn name_places(self, found: &mut [Binned]) -> Result<()> {
        let mut known: BTreeMap<String, Named> = BTreeMap::new();
        for binned in found {
            let mut next = binned.place.pop().map(|(kind, id, _)| (kind, id));
            while let Some((kind, id)) = next {
                if !known.contains_key(&id) {
                    known.insert(id.clone(), self.label(kind, &id).await?);
                }
                let Some(Some((label, above))) = known.get(&id).cloned() else { break };
                binned.place.push((kind, id, label));
                next = above;
            }
        }
        Ok(())
    }

    /// What hangs under some records of a kind: what is there, or what went with them in the operation `deletion`.
    ///
    /// # Errors
    /// Only where the workspace cannot be read.
    pub async fn weight(self, kind: Kind, ids: Vec<String>, deletion: Option<i64>) -> Result<Weight> {
        let mut weight = Weight::new();
        for (table, under) in self.all_under(kind, ids, deletion).await? {
            let count = u32::try_from(under.len()).unwrap_or(u32::MAX);
            let sum = weight.entry(table.kind).or_default();
            *sum = sum.saturating_add(count);
        }
        Ok(weight)
    }

    /// The names and titles of what went along with a record.
    ///
    /// # Errors
    /// Only where the workspace cannot be read.
    pub async fn carried(self, binned: &Binned) -> Result<Vec<String>> {
        let mut titles = Vec::new();
        for (table, ids) in self.all_under(binned.kind, vec![binned.id.clone()], Some(binned.op)).await? {
            let Some(label) = table.label else { continue };
            let sql =
                format!("SELECT {label} FROM {} WHERE id IN (SELECT value FROM json_each(?))", table.name());
            let db = self.db();
            let values = [json!(ids).to_string().into()];
            let backend = db.get_database_backend();
            for row in db.query_all_raw(Statement::from_sql_and_values(backend, sql, values)).await? {
                titles.extend(row.try_get_by_index::<Option<String>>(0)?);
            }
        }
        Ok(titles)
    }

    /// The same, kind by kind.
    async fn all_under(
        self,
        kind: Kind,
        ids: Vec<String>,
        deletion: Option<i64>,
    ) -> Result<Vec<(&'static Table, Vec<String>)>> {
        let mut seen: BTreeSet<String> = ids.iter().cloned().collect();
        let mut found = Vec::new();
        let mut level = vec![(kind, ids)];
        while let Some((above, ids)) = level.pop() {
            for table in tables() {
                for parent in table.parents.iter().filter(|parent| parent.kind == above) {
                    let mut under = self.hanging(table, parent, &ids, deletion).await?;
                    under.retain(|id| seen.insert(id.clone()));
                    if under.is_empty() {
                        continue;
                    }
                    found.push((table, under.clone()));
                    level.push((table.kind, under));
                }
            }
        }
        Ok(found)
    }

    async fn hanging(
        self,
        table: &Table,
        parent: &Parent,
        ids: &[String],
        deletion: Option<i64>,
    ) -> Result<Vec<String>> {
        let which = match deletion {
            None => "deleted_at IS NULL AND ?2 IS NULL",
            Some(_) => {
                "deleted_at IS NOT NULL AND id IN (SELECT row_id FROM journal WHERE op = ?2 AND col = 'deleted_at')"
            }
        };
        let name = table.name();
        let listed = parent.is_among(name, "SELECT value FROM json_each(?1)");
        let sql = format!("SELECT id FROM {name} WHERE {listed} AND {which}");
        let db = self.db();
        let values = [json!(ids).to_string().into(), deletion.into()];
        let rows =
            db.query_all_raw(Statement::from_sql_and_values(db.get_database_backend(), sql, values)).await?;
        rows.iter().map(|row| Ok(row.try_get_by_index(0)?)).collect()
    }
}

/// The deleted rows of a table whose parents did not go in the same operation, with that operation.
fn roots(table: &Table) -> String {
    let name = table.name();
    let title = match table.kind {
        Kind::Reading => "t.date".to_owned(),
        Kind::Dependency => "(SELECT title FROM task WHERE id = t.predecessor_id) || ' → ' ||
                             (SELECT title FROM task WHERE id = t.successor_id)"
            .to_owned(),
        _ => table.label.map_or_else(|| "''".to_owned(), |label| format!("t.{label}")),
    };
    let parents: String = table.parents.iter().map(|parent| format!(", {}", parent.id("t"))).collect();
    let with_it: String = table
        .parents
        .iter()
        .map(|parent| {
            let above = parent.id("t");
            format!(
                " AND NOT EXISTS (SELECT 1 FROM journal WHERE row_id = {above} AND op = o.n AND col = 'deleted_at')"
            )
        })
        .collect();
    format!(
        "SELECT t.id, {title}, o.n, o.name, t.deleted_at, o.actor{parents} FROM {name} AS t
         JOIN op AS o ON o.n = (SELECT max(op) FROM journal
             WHERE row_id = t.id AND col = 'deleted_at' AND new IS NOT NULL)
         WHERE t.deleted_at IS NOT NULL{with_it}"
    )
}
