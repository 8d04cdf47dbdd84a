//! One walk over the tree of records: down to all of a kind that hang under some, however deep and whatever lies between, and up
//! to the one of a kind above. Which kinds lie between, the tables say.

use std::collections::{BTreeMap, BTreeSet};

use cairn_domain::{Kind, Record, RecordId as _, Stored};
use sea_orm::{
    ConnectionTrait as _,
    sea_query::{Expr, ExprTrait as _, Query as Sql},
};
use uuid::Uuid;

use crate::{
    error::{Result, StoreError},
    rows::Rows,
    tables::{table_of, tables},
};

/// What hangs under some records. What was read is remembered, so that a walk asks once for each kind on the way.
#[derive(Debug)]
pub struct Tree<'a> {
    rows: Rows<'a>,
    /// The records on the way that are known, by their kind.
    known: BTreeMap<Kind, Vec<Uuid>>,
}

impl<'a> Rows<'a> {
    /// What hangs under some records of a kind.
    pub fn tree(self, kind: Kind, ids: impl IntoIterator<Item = Uuid>) -> Tree<'a> {
        Tree { rows: self, known: BTreeMap::from([(kind, ids.into_iter().collect())]) }
    }

    /// The record of the kind `to` that one hangs under, however deep, or is; deleted or not.
    ///
    /// # Errors
    /// Only where the workspace cannot be read.
    pub async fn above(self, (kind, id): (Kind, Uuid), to: Kind) -> Result<Option<Uuid>> {
        let mut next = Some((kind, id.to_string()));
        while let Some((kind, id)) = next {
            if kind == to {
                return id.parse().map(Some).map_err(|_| StoreError::Corrupt(format!("{id} is no id")));
            }
            next = self.label(kind, &id).await?.and_then(|(_, parent)| parent);
        }
        Ok(None)
    }
}

impl Tree<'_> {
    /// The same without records of a kind, and without what hangs under those.
    #[must_use]
    pub fn without(mut self, kind: Kind) -> Self {
        self.known.insert(kind, Vec::new());
        self
    }

    /// Adds records of a kind that hang elsewhere to those that were read: what hangs under them is found with theirs.
    pub fn add(&mut self, kind: Kind, ids: impl IntoIterator<Item = Uuid>) {
        let known = self.known.entry(kind).or_default();
        let there: BTreeSet<Uuid> = known.iter().copied().collect();
        known.extend(ids.into_iter().filter(|id| !there.contains(id)));
    }

    /// All records of a kind in the tree that are not deleted. Those that can hang under several kinds come one kind after
    /// the other, each in their order.
    ///
    /// # Errors
    /// Only where the workspace cannot be read.
    pub async fn all<R: Record>(&mut self) -> Result<Vec<Stored<R>>> {
        self.kept(|_| true).await
    }

    /// Those of them that are kept; what hangs under the others is in the tree no more.
    ///
    /// # Errors
    /// Only where the workspace cannot be read.
    pub async fn kept<R: Record>(&mut self, keep: impl Fn(&R) -> bool) -> Result<Vec<Stored<R>>> {
        let mut found: Vec<Stored<R>> = Vec::new();
        for kind in self.parents(R::KIND).await? {
            let above = self.known.get(&kind).into_iter().flatten().copied();
            found.extend(self.rows.under(kind, above).await?);
        }
        found.retain(|stored| keep(&stored.record));
        self.known.insert(R::KIND, found.iter().map(|stored| stored.id.uuid()).collect());
        Ok(found)
    }

    /// The kinds that records of one hang under, once all of those in the tree are known.
    async fn parents(&mut self, of: Kind) -> Result<Vec<Kind>> {
        let mut wanted = BTreeSet::new();
        let mut next = vec![of];
        while let Some(kind) = next.pop() {
            let parents = table_of(kind).parents.iter().map(|parent| parent.kind);
            next.extend(parents.filter(|parent| wanted.insert(*parent)));
        }
        // Parents stand before children.
        for table in tables().into_iter().filter(|table| wanted.contains(&table.kind)) {
            if !self.known.contains_key(&table.kind) {
                let ids = self.ids(table.kind).await?;
                self.known.insert(table.kind, ids);
            }
        }
        let mut parents: Vec<Kind> = table_of(of).parents.iter().map(|parent| parent.kind).collect();
        // Both ends of a dependency are tasks.
        parents.dedup();
        Ok(parents)
    }

    /// The records of a kind under those that are known, by their ids alone.
    async fn ids(&self, kind: Kind) -> Result<Vec<Uuid>> {
        let mut ids = Vec::new();
        for parent in &table_of(kind).parents {
            for above in
                self.known.get(&parent.kind).into_iter().flat_map(|ids| ids.chunks(crate::rows::CHUNK))
            {
                let mut select = Sql::select();
                select.column("id").from(kind.word()).and_where(Expr::col("deleted_at").is_null());
                select.cond_where(parent.holds(above));
                for row in self.rows.db().query_all(&select).await? {
                    let id: String = row.try_get_by_index(0)?;
                    ids.push(id.parse().map_err(|_| StoreError::Corrupt(format!("{id} is no id")))?);
                }
            }
        }
        Ok(ids)
    }
}
