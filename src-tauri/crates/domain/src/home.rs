//! The home of a record that may hang under records of several kinds: one of them, by its kind and its id.
//!
//! Which kinds is one list, beside the field (`#[field(home(..))]`). On the wire and in files a home is one key for each kind of
//! the list, of which one holds an id; in the workspace it is a pair of columns.

use std::{collections::BTreeMap, fmt, marker::PhantomData};

use serde::{
    Deserialize, Deserializer, Serialize, Serializer,
    de::{IgnoredAny, MapAccess, Visitor},
};
use ts_rs::{Config, TS};
use uuid::Uuid;

use crate::{
    columns::{Cell, Columns, Holds, NotReadable, misfit},
    id::RecordId,
    kind::Kind,
    problem::{Problem, Reason},
};

/// A record that has one of several kinds of home; by `#[derive(Declared)]`.
pub trait Homed: 'static {
    /// The key of each kind of home on the wire, and the kind, in order.
    const HOMES: &'static [(&'static str, Kind)];
}

/// What a record of type `R` hangs under.
pub struct Home<R> {
    at: Option<(Kind, Uuid)>,
    /// Another kind of which one was given too: a record has one home, and the check says which is too much.
    second: Option<Kind>,
    of: PhantomData<fn() -> R>,
}

impl<R: Homed> Home<R> {
    /// Under this record. Its kind is one of the list, or it does not compile.
    #[must_use]
    pub fn under<I: RecordId>(id: I) -> Self {
        const { assert!(is_listed(R::HOMES, I::KIND), "no record of this kind hangs under one of that kind") };
        Self { at: Some((I::KIND, id.uuid())), ..Self::default() }
    }

    /// What it hangs under; nothing until it was said.
    #[must_use]
    pub fn get(&self) -> Option<(Kind, Uuid)> {
        self.at
    }

    /// The record that it hangs under, if that is one of this kind.
    #[must_use]
    pub fn of<I: RecordId>(&self) -> Option<I> {
        const { assert!(is_listed(R::HOMES, I::KIND), "no record of this kind hangs under one of that kind") };
        self.at.filter(|(kind, _)| *kind == I::KIND).map(|(_, id)| I::from_uuid(id))
    }

    /// Exactly one was given.
    ///
    /// # Errors
    /// `empty` on the first key of the list, `second_home` on the key of the second that was given.
    pub(crate) fn check(&self) -> Result<(), Problem> {
        let key = |kind| R::HOMES.iter().find(|(_, of)| *of == kind).map_or("", |(key, _)| *key);
        match (self.at, self.second) {
            (None, _) => Err(Problem::new(R::HOMES.first().map_or("", |(key, _)| *key), Reason::Empty)),
            (Some((home, _)), Some(second)) => {
                Err(Problem::new(key(second), Reason::SecondHome { other: key(home).to_owned() }))
            }
            (Some(_), None) => Ok(()),
        }
    }
}

const fn is_listed(homes: &[(&str, Kind)], kind: Kind) -> bool {
    let mut at = 0;
    while at < homes.len() {
        if homes[at].1 as u8 == kind as u8 {
            return true;
        }
        at += 1;
    }
    false
}

impl<R: Homed> Serialize for Home<R> {
    fn serialize<S: Serializer>(&self, to: S) -> Result<S::Ok, S::Error> {
        let id = |kind: Kind| self.at.filter(|(home, _)| *home == kind).map(|(_, id)| id);
        to.collect_map(R::HOMES.iter().map(|(key, kind)| (*key, id(*kind))))
    }
}

impl<'de, R: Homed> Deserialize<'de> for Home<R> {
    fn deserialize<D: Deserializer<'de>>(from: D) -> Result<Self, D::Error> {
        from.deserialize_map(Keys(PhantomData))
    }
}

/// Reads the keys of a list among those of the whole record.
struct Keys<R>(PhantomData<fn() -> R>);

impl<'de, R: Homed> Visitor<'de> for Keys<R> {
    type Value = Home<R>;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a record with its home")
    }

    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Home<R>, A::Error> {
        // By their place in the list, whatever order they are given in.
        let mut given = BTreeMap::new();
        while let Some(key) = map.next_key::<String>()? {
            match R::HOMES.iter().position(|(home, _)| *home == key) {
                Some(place) => given.extend(map.next_value::<Option<Uuid>>()?.map(|id| (place, id))),
                None => drop(map.next_value::<IgnoredAny>()?),
            }
        }
        let mut given = given.into_iter().map(|(place, id)| (R::HOMES[place].1, id));
        Ok(Home { at: given.next(), second: given.next().map(|(kind, _)| kind), of: PhantomData })
    }
}

impl<R: Homed> Columns for Home<R> {
    const COLUMNS: &'static [(&'static str, Holds)] = &[("kind", Holds::Text), ("id", Holds::Text)];

    fn write(&self, row: &mut Vec<Cell>) {
        match self.at {
            Some((kind, id)) => row.extend([Cell::Text(kind.word().to_owned()), Cell::Text(id.to_string())]),
            None => row.extend([Cell::Null, Cell::Null]),
        }
    }

    fn read(row: &mut [Cell]) -> Result<Self, NotReadable> {
        let [Cell::Text(kind), Cell::Text(id)] = row else { return misfit(row) };
        let listed = R::HOMES.iter().find(|(_, home)| home.word() == kind);
        let (_, kind) = listed.ok_or_else(|| format!("{kind} is none of its homes"))?;
        let id = id.parse().map_err(|_| format!("{id} is none of its values"))?;
        Ok(Self { at: Some((*kind, id)), ..Self::default() })
    }
}

impl<R: Homed> TS for Home<R> {
    type WithoutGenerics = Self;
    type OptionInnerType = Self;

    fn name(cfg: &Config) -> String {
        Self::inline(cfg)
    }

    fn inline(_: &Config) -> String {
        let key = |(key, kind): &(&str, Kind)| {
            let word = kind.word().replace('_', " ");
            format!(
                "\n/**\n * The {word} it hangs under, if that is its home.\n */\n{key}: {kind:?}Id | null, "
            )
        };
        format!("{{ {}}}", R::HOMES.iter().map(key).collect::<String>())
    }

    fn inline_flattened(cfg: &Config) -> String {
        Self::inline(cfg)
    }
}

// By hand, since a derive would ask the same of the record whose home it is.
impl<R> Clone for Home<R> {
    fn clone(&self) -> Self {
        *self
    }
}

impl<R> Copy for Home<R> {}

impl<R> Default for Home<R> {
    fn default() -> Self {
        Self { at: None, second: None, of: PhantomData }
    }
}

impl<R> PartialEq for Home<R> {
    fn eq(&self, other: &Self) -> bool {
        (self.at, self.second) == (other.at, other.second)
    }
}

impl<R> Eq for Home<R> {}

impl<R> fmt::Debug for Home<R> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_tuple("Home").field(&self.at).field(&self.second).finish()
    }
}

#[cfg(test)]
#[allow(clippy::unwrap_used, reason = "a test")]
mod tests {
    use serde_json::{json, to_value};

    use super::*;
    use crate::{columns::AsRow as _, declared::Declared, id::PlanId};

    /// As somebody would write it who lets a task hang under a plan.
    #[derive(Serialize, Deserialize, Declared)]
    struct Errand {
        #[serde(flatten)]
        #[field(home(Initiative, Plan), customer = key)]
        home: Home<Self>,
        #[field(title, required, customer = always)]
        title: String,
    }

    #[test]
    fn a_kind_that_is_added_to_the_list_is_a_home_everywhere() {
        let id = PlanId::from_uuid(Uuid::from_u128(7));
        let errand = Errand { home: Home::under(id), title: "Ask legal".into() };
        let said = to_value(&errand).unwrap();
        assert_eq!(said, json!({ "initiative_id": null, "plan_id": id, "title": "Ask legal" }));
        assert_eq!(serde_json::from_value::<Errand>(said).unwrap().home.of(), Some(id));
        let mut row = Vec::new();
        errand.to_row(&mut row);
        let read = Errand::from_row(&mut row.clone()).map_err(|(_, why)| why).unwrap();
        assert_eq!((read.home, row.len()), (errand.home, Errand::columns().len()));
        let names: Vec<_> = Errand::FIELDS.iter().map(|field| (field.name, field.label)).collect();
        let wanted =
            [("initiative_id", Some("kind_initiative")), ("plan_id", Some("kind_plan")), ("title", None)];
        assert_eq!(names, wanted);
        let mut texts = Vec::new();
        Declared::read_texts(&errand, None, &mut |text| texts.push((text.field.name, text.text)));
        assert_eq!(texts, [("title", "Ask legal")], "what follows the home keeps what is declared of it");
        assert!(
            Home::<Errand>::inline(&Config::default()).contains("plan_id: PlanId | null"),
            "and its type"
        );
    }
}
