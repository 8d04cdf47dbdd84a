//! The requests that every record has.

use std::{collections::BTreeSet, marker::PhantomData};

use cairn_domain::{Problem, Reason, Record};
use chrono::NaiveDate;
use serde::{Deserialize, Serialize};
use serde_json::Value;
use ts_rs::{Config, TS, TypeVisitor};
use uuid::Uuid;

use crate::{
    body::{self, Request, RequestBody, plain_requests},
    failure::{Code, Failure},
};

/// A request without fields.
#[derive(Clone, PartialEq, Eq, Debug, Default, Serialize, Deserialize, TS)]
pub struct Nothing {}

plain_requests!(Nothing []);

/// Make a record: its required fields, and any other; an absent field takes its default.
#[derive(Clone, Debug)]
pub struct Create<R> {
    fields: RequestBody,
    record: PhantomData<R>,
}

impl<R: Record> Request for Create<R> {
    fn parse(body: RequestBody) -> Result<Self, Failure> {
        body::only_known(&body, names::<R>())?;
        Ok(Self { fields: body, record: PhantomData })
    }
}

impl<R: Record> Create<R> {
    /// True where the request says where the record stands among its siblings.
    #[must_use]
    pub fn names_position(&self) -> bool {
        self.fields.get("position").is_some_and(|position| !position.is_null())
    }

    /// The same request, made by `me` by hand: what is theirs to do names them, unless it names somebody.
    #[must_use]
    pub fn by(mut self, me: &str) -> Self {
        self.fields.retain(|_, value| !value.is_null());
        R::claim(&mut self.fields, me);
        self
    }

    /// The record that is asked for; null counts as absent.
    ///
    /// # Errors
    /// `invalid` with the field.
    pub fn into_record(self, today: NaiveDate) -> Result<R, Failure> {
        let mut fields = self.fields;
        fields.retain(|_, value| !value.is_null());
        R::prefill(&mut fields, today);
        read_record(fields, |_| true)
    }
}

/// Change a record: only the fields that change; null clears a field.
#[derive(Clone, Debug)]
pub struct Update<R: Record> {
    /// The record.
    pub id: R::Id,
    /// The version that was read; a newer one in the workspace is a `conflict`.
    pub version: i64,
    changes: RequestBody,
}

impl<R: Record> Request for Update<R> {
    fn parse(mut body: RequestBody) -> Result<Self, Failure> {
        body::require(&body, &["id", "version"])?;
        let known = ["id", "version"].into_iter().chain(names::<R>());
        body::only_known(&body, known)?;
        let changes = {
            let mut changes = body.clone();
            changes.retain(|key, _| key != "id" && key != "version");
            changes
        };
        body.retain(|key, _| key == "id" || key == "version");
        let Target { id, version } = body::read::<Target<R>>(body)?;
        Ok(Self { id, version, changes })
    }
}

#[derive(Deserialize)]
#[serde(bound = "")]
struct Target<R: Record> {
    id: R::Id,
    version: i64,
}

impl<R: Record> Update<R> {
    /// The record as it will be.
    ///
    /// # Errors
    /// `invalid` with the field.
    pub fn apply(self, current: &R) -> Result<R, Failure> {
        let Ok(Value::Object(mut fields)) = serde_json::to_value(current) else {
            return Err(Problem::new("request", Reason::Unreadable { why: "not an object".into() }).into());
        };
        let said: BTreeSet<String> = self.changes.keys().cloned().collect();
        for (key, value) in self.changes {
            fields.insert(key, value);
        }
        fields.retain(|_, value| !value.is_null());
        current.follow(&mut fields, &|key| said.contains(key));
        read_record(fields, |key| said.contains(key))
    }
}

/// The fields of a record, as requests call them.
fn names<R: Record>() -> impl Iterator<Item = &'static str> + Clone {
    R::FIELDS.iter().map(|field| field.name)
}

fn read_record<R: Record>(fields: RequestBody, is_said: impl Fn(&str) -> bool) -> Result<R, Failure> {
    body::require(&fields, R::REQUIRED)?;
    let record: R = match body::read_said(fields.clone(), is_said) {
        Ok(record) => record,
        // The keys of a home are read together, so that the one that holds no id has to be looked for.
        Err(failure) => return Err(no_id::<R>(&fields).map_or(failure, Failure::from)),
    };
    // A key deeper down, in a list or an object, is no less unknown than one on top.
    let unknown =
        serde_json::to_value(&record).ok().and_then(|read| body::unknown_key(&Value::Object(fields), &read));
    match unknown {
        None => Ok(record),
        Some(path) => {
            let message = format!("`{path}` is not a field of this request.");
            Err(Failure::new(Code::UnknownField, message).about(path))
        }
    }
}

/// What names a record's parent and holds no id.
fn no_id<R: Record>(fields: &RequestBody) -> Option<Problem> {
    R::PARENTS.iter().find_map(|(field, _)| {
        let why = Uuid::deserialize(fields.get(*field)?).err()?.to_string();
        Some(Problem::new(*field, Reason::Unreadable { why }))
    })
}

/// Change the workspace's one record of its kind: the version that was read (0 if there is none yet), and the
/// fields that change.
#[derive(Clone, Debug)]
pub struct UpdateSingle<R> {
    body: RequestBody,
    record: PhantomData<R>,
}

impl<R: Record> Request for UpdateSingle<R> {
    fn parse(body: RequestBody) -> Result<Self, Failure> {
        body::require(&body, &["version"])?;
        Ok(Self { body, record: PhantomData })
    }
}

impl<R: Record> UpdateSingle<R> {
    /// The same request, naming the record it changes.
    ///
    /// # Errors
    /// `unknown_field`, or `invalid` with the field.
    pub fn of(self, id: R::Id) -> Result<Update<R>, Failure> {
        let mut body = self.body;
        body.insert("id".into(), id.to_string().into());
        Update::parse(body)
    }
}

/// One record by its id.
#[derive(Clone, Copy, PartialEq, Debug, Serialize, Deserialize)]
#[serde(bound = "")]
pub struct ById<R: Record> {
    /// The record.
    pub id: R::Id,
}

/// Delete a record, with what hangs under it.
#[derive(Clone, Copy, PartialEq, Debug, Serialize, Deserialize)]
#[serde(bound = "")]
pub struct Delete<R: Record> {
    /// The record.
    pub id: R::Id,
    /// If given, a newer version in the workspace is a `conflict`.
    #[serde(default)]
    pub version: Option<i64>,
}

macro_rules! request_by_id {
    ($($name:ident [$needed:literal] [$($key:literal),*]),+ $(,)?) => {$(
        impl<R: Record> Request for $name<R> {
            fn parse(body: RequestBody) -> Result<Self, Failure> {
                body::require(&body, &[$needed])?;
                body::only_known(&body, [$($key),*])?;
                body::read(body)
            }
        }
    )+};
}
request_by_id!(
    ById ["id"] ["id"],
    Delete ["id"] ["id", "version"],
    DeleteMany ["items"] ["items"],
    Move ["id"] ["id", "version", "after", "parent"],
);

/// A record at the version that was read.
#[derive(Clone, Copy, PartialEq, Debug, Serialize, Deserialize)]
#[serde(bound = "", deny_unknown_fields)]
pub struct Seen<R: Record> {
    /// The record.
    pub id: R::Id,
    /// The version that was read; a newer one in the workspace is a `conflict`.
    pub version: i64,
}

/// The same change to several records, as one step: all of them or none.
#[derive(Clone, PartialEq, Debug, Deserialize)]
#[serde(bound = "")]
pub struct UpdateMany<R: Record> {
    /// The records.
    pub items: Vec<Seen<R>>,
    /// Only the fields that change; null clears a field.
    pub changes: RequestBody,
}

impl<R: Record> Request for UpdateMany<R> {
    fn parse(body: RequestBody) -> Result<Self, Failure> {
        body::require(&body, &["items", "changes"])?;
        body::only_known(&body, ["items", "changes"])?;
        let asked: Self = body::read(body)?;
        body::only_known(&asked.changes, names::<R>())?;
        Ok(asked)
    }
}

impl<R: Record> UpdateMany<R> {
    /// The same request, for each record.
    pub fn each(self) -> impl Iterator<Item = Update<R>> {
        let Self { items, changes } = self;
        items.into_iter().map(move |Seen { id, version }| Update { id, version, changes: changes.clone() })
    }
}

/// Delete several records, each with what hangs under it, as one step.
#[derive(Clone, PartialEq, Debug, Deserialize)]
#[serde(bound = "")]
pub struct DeleteMany<R: Record> {
    /// The records.
    pub items: Vec<Seen<R>>,
}

/// Move a record among its siblings, or under another parent of the same kind.
#[derive(Clone, PartialEq, Debug, Deserialize)]
#[serde(bound = "")]
pub struct Move<R: Record> {
    /// The record.
    pub id: R::Id,
    /// If given, a newer version in the workspace is a `conflict`.
    #[serde(default)]
    pub version: Option<i64>,
    /// The sibling to stand behind; null for the first place.
    #[serde(default)]
    pub after: Option<R::Id>,
    /// The new parent; absent, the record stays under its own.
    #[serde(default)]
    pub parent: Option<Uuid>,
}

/// Which records, in which order, how many.
#[derive(Clone, PartialEq, Debug, Default, Serialize, Deserialize, TS)]
pub struct ListQuery {
    /// Fields that must have a value; null asks for empty ones; `"deleted": true` asks for deleted records.
    #[serde(default)]
    #[ts(optional, type = "Record<string, unknown>")]
    pub filter: RequestBody,
    /// The order, most important first.
    #[serde(default)]
    #[ts(optional, as = "Option<Vec<SortBy>>")]
    pub sort: Vec<SortBy>,
    /// Which part; without it the first 200.
    #[serde(default)]
    #[ts(optional)]
    pub page: Option<PageOf>,
}

plain_requests!(ListQuery []);

/// One field to sort by.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize, TS)]
pub struct SortBy {
    /// The field.
    pub field: String,
    /// Largest first.
    #[serde(default)]
    #[ts(optional, as = "Option<bool>")]
    pub descending: bool,
}

/// A part of a list.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Serialize, Deserialize, TS)]
pub struct PageOf {
    /// How many at most.
    #[serde(deserialize_with = "body::count")]
    pub limit: u64,
    /// How many to leave out first.
    #[serde(default, deserialize_with = "body::count")]
    #[ts(optional, as = "Option<u64>")]
    pub offset: u64,
}

/// A part of a list, and how many there are in all.
#[derive(Clone, PartialEq, Debug, Serialize, Deserialize, TS)]
pub struct Listing<V> {
    /// The part asked for.
    pub items: Vec<V>,
    /// How many match.
    pub total: u64,
}

/// Requests whose TypeScript is a generic type of the bindings' prelude.
macro_rules! generic_in_typescript {
    ($($name:ident: $render:expr;)+) => {$(
        impl<R: Record> TS for $name<R> {
            type WithoutGenerics = Self;
            type OptionInnerType = Self;
            fn name(cfg: &Config) -> String {
                let render: fn(String, String) -> String = $render;
                render(R::Id::name(cfg), R::name(cfg))
            }
            fn inline(cfg: &Config) -> String {
                Self::name(cfg)
            }
            fn visit_dependencies(visitor: &mut impl TypeVisitor) {
                visitor.visit::<R::Id>();
                visitor.visit::<R>();
            }
        }
    )+};
}
generic_in_typescript! {
    Create: |_, fields| format!("Create<{fields}, {}>", quoted(R::REQUIRED));
    Update: |id, fields| format!("Update<{id}, {fields}>");
    ById: |id, _| format!("ById<{id}>");
    Delete: |id, _| format!("Delete<{id}>");
    UpdateMany: |id, fields| format!("UpdateMany<{id}, {fields}>");
    DeleteMany: |id, _| format!("DeleteMany<{id}>");
    Move: |id, _| format!("Move<{id}>");
}

fn quoted(names: &[&str]) -> String {
    names.iter().map(|name| format!("\"{name}\"")).collect::<Vec<_>>().join(" | ")
}

impl<R: Record> TS for UpdateSingle<R> {
    type WithoutGenerics = Self;
    type OptionInnerType = Self;
    fn name(cfg: &Config) -> String {
        format!("UpdateSingle<{}>", R::name(cfg))
    }
    fn inline(cfg: &Config) -> String {
        Self::name(cfg)
    }
}
