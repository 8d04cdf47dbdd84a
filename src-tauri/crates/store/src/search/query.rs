//! From what a person typed to the records in which it stands.

use cairn_domain::{Kind, Record};
use sea_orm::{ConnectionTrait, Statement};
use std::{collections::HashMap, str::FromStr};

use super::{
    context::{Piece, context},
    fold::{Folded, for_index},
};
use crate::{
    error::Result,
    rows::{Rows, of_ids},
    tables::with_tables,
};

/// A record in which the text stands.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Found {
    /// Its kind.
    pub kind: Kind,
    /// Its id.
    pub id: String,
    /// Its name or title.
    pub title: String,
    /// What it hangs under, nearest first: kind, id, name or title.
    pub place: Vec<(Kind, String, String)>,
    /// Where the text stands in it.
    pub context: Vec<Piece>,
}

/// A record's name or title, and its parent.
type Labelled = (String, Option<(Kind, String)>);
/// What is shown of a record.
type Shown = (String, Option<(Kind, String)>, Vec<Piece>);

impl Rows<'_> {
    /// The records that hold every word of the text, best first; the last word may be a beginning.
    ///
    /// # Errors
    /// Only where the workspace cannot be read.
    pub async fn search(self, text: &str, limit: u64) -> Result<Vec<Found>> {
        let Some(matching) = expression(text) else {
            return Ok(Vec::new());
        };
        let sql = "SELECT tbl, row_id FROM search JOIN search_row ON n = search.rowid
                   WHERE search MATCH ? ORDER BY rank LIMIT ?";
        let db = self.db();
        let values = [matching.into(), i64::try_from(limit).unwrap_or(i64::MAX).into()];
        let rows =
            db.query_all_raw(Statement::from_sql_and_values(db.get_database_backend(), sql, values)).await?;
        let mut hits: Vec<(Kind, String)> = Vec::with_capacity(rows.len());
        for row in rows {
            let (table, id): (String, String) = (row.try_get_by_index(0)?, row.try_get_by_index(1)?);
            hits.extend(Kind::from_str(&table).ok().map(|kind| (kind, id)));
        }
        self.shown(hits, text).await
    }

    async fn shown(self, hits: Vec<(Kind, String)>, text: &str) -> Result<Vec<Found>> {
        let words: Vec<String> = text.split_whitespace().map(|word| Folded::of(word).text).collect();
        let mut ids: HashMap<Kind, Vec<String>> = HashMap::new();
        for (kind, id) in &hits {
            ids.entry(*kind).or_default().push(id.clone());
        }
        let mut shown = HashMap::new();
        for (kind, ids) in ids {
            self.show_kind(kind, ids, &words, &mut shown).await?;
        }
        let mut places = HashMap::new();
        let mut found = Vec::new();
        for (kind, id) in hits {
            let Some((title, parent, context)) = shown.remove(&id) else { continue };
            let place = self.place(parent, &mut places).await?;
            found.push(Found { kind, id, title, place, context });
        }
        Ok(found)
    }

    /// Everything above a record; what was looked up once is remembered.
    async fn place(
        self,
        mut next: Option<(Kind, String)>,
        known: &mut HashMap<String, Labelled>,
    ) -> Result<Vec<(Kind, String, String)>> {
        let mut place = Vec::new();
        while let Some((kind, id)) = next {
            let (label, parent) = match known.get(&id) {
                Some(found) => found.clone(),
                None => {
                    let Some(found) = self.label(kind, &id).await? else { break };
                    known.insert(id.clone(), found.clone());
                    found
                }
            };
            place.push((kind, id, label));
            next = parent;
        }
        Ok(place)
    }

    async fn show<R: Record>(
        self,
        ids: Vec<String>,
        words: &[String],
        shown: &mut HashMap<String, Shown>,
    ) -> Result<()> {
        for stored in of_ids::<R>(&self.db(), ids.iter().map(String::as_str)).await? {
            let label = stored.record.label();
            let texts = stored.record.searched();
            let hit = context(texts.into_iter().chain([label.as_str()]), words);
            let parent = stored.record.parent().map(|(kind, id)| (kind, id.to_string()));
            shown.insert(stored.id.to_string(), (label, parent, hit));
        }
        Ok(())
    }
}

macro_rules! by_kind {
    ($($record:ident),+) => {
        impl Rows<'_> {
            async fn show_kind(
                self,
                kind: Kind,
                ids: Vec<String>,
                words: &[String],
                shown: &mut HashMap<String, Shown>,
            ) -> Result<()> {
                match kind {
                    $(Kind::$record => self.show::<cairn_domain::$record>(ids, words, shown).await,)+
                }
            }
        }
    };
}
with_tables!(by_kind);

/// The index's own language: every word a phrase in quotes, so that nothing in it is an operator.
fn expression(text: &str) -> Option<String> {
    let phrase = |word: &str| format!("\"{}\"", for_index(word.to_owned()).replace('"', " ").trim());
    let phrases: Vec<String> =
        text.split_whitespace().filter(|word| word.chars().any(char::is_alphanumeric)).map(phrase).collect();
    (!phrases.is_empty()).then(|| format!("{}*", phrases.join(" ")))
}

#[cfg(test)]
mod tests {
    use super::expression;

    #[test]
    fn what_is_typed_is_never_an_operator() {
        assert_eq!(expression("c++ OR a-b").as_deref(), Some(r#""c++" "or" "a-b"*"#), "all of it is words");
        assert_eq!(expression("\"it's\"").as_deref(), Some(r#""it's"*"#), "a quote does not end the phrase");
        assert_eq!(expression("*** ::"), None, "without a letter there is nothing to find");
    }
}
