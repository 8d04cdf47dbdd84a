//! The accounts that are here, by what a list may call them.

use std::collections::HashMap;

use cairn_domain::{Account, AccountId, Link, RecordId as _, Stored, folded};
use cairn_store::{Query, Rows};
use uuid::Uuid;

use super::near::Near;
use crate::error::Result;

/// More accounts than anybody has.
const ALL: u64 = 1_000_000;

/// An id that a list gives an account.
#[derive(Clone, PartialEq, Eq, Debug)]
pub(crate) struct Outside {
    pub(crate) system: String,
    pub(crate) id: String,
}

/// All accounts.
#[derive(Debug, Default)]
pub(crate) struct Accounts {
    all: HashMap<AccountId, Stored<Account>>,
    /// In the order in which they were made, by their folded names.
    named: HashMap<String, Vec<AccountId>>,
    /// By their ids in other systems.
    outside: HashMap<String, Vec<AccountId>>,
    near: Near<AccountId>,
}

/// What a name or an id means.
pub(crate) enum Meant {
    One(AccountId),
    None,
    Several,
}

impl Accounts {
    pub(crate) async fn of(rows: Rows<'_>) -> Result<Self> {
        let (all, _) = rows.list::<Account>(&Query { limit: Some(ALL), ..Query::default() }).await?;
        let mut accounts = Self::default();
        all.into_iter().for_each(|account| accounts.put(account));
        Ok(accounts)
    }

    /// Adds an account, or what became of it.
    pub(crate) fn put(&mut self, account: Stored<Account>) {
        let id = account.id;
        let add = |ids: &mut Vec<AccountId>| {
            if !ids.contains(&id) {
                ids.push(id);
            }
        };
        add(self.named.entry(folded(&account.record.name)).or_default());
        self.near.put(&account.record.name, id);
        for Link { system: _, id: outside, url: _ } in &account.record.links {
            if !outside.trim().is_empty() {
                add(self.outside.entry(short(outside).to_owned()).or_default());
            }
        }
        self.all.insert(id, account);
    }

    pub(crate) fn get(&self, id: AccountId) -> Option<&Stored<Account>> {
        self.all.get(&id)
    }

    /// The account of an id: Cairn's own, or another system's.
    pub(crate) fn by_id(&self, outside: &Outside) -> Meant {
        if let Ok(id) = outside.id.parse::<Uuid>()
            && self.all.contains_key(&AccountId::from_uuid(id))
        {
            return Meant::One(AccountId::from_uuid(id));
        }
        let found = self.outside.get(short(&outside.id)).map(Vec::as_slice).unwrap_or_default();
        match found {
            [] => Meant::None,
            [one] => Meant::One(*one),
            // Two systems may use the same id.
            several => {
                let same = |id: &&AccountId| {
                    let links = self.all.get(*id).map(|account| account.record.links.as_slice());
                    links
                        .unwrap_or_default()
                        .iter()
                        .any(|link| link.system == outside.system && is_id(link, &outside.id))
                };
                one(several.iter().filter(same).copied())
            }
        }
    }

    /// An account that is called nearly so, by its name.
    pub(crate) fn near(&self, name: &str) -> Option<String> {
        self.near.find(name).and_then(|id| self.all.get(id)).map(|account| account.record.name.clone())
    }

    /// The account of a name, or of an id in its place. An account that another id of the same system belongs to is another one.
    pub(crate) fn by_name(&self, name: &str, outside: Option<&Outside>) -> Meant {
        if let Some(id) = name.trim().parse().ok().map(AccountId::from_uuid)
            && self.all.contains_key(&id)
        {
            return Meant::One(id);
        }
        let ids = self.named.get(&folded(name)).map(Vec::as_slice).unwrap_or_default();
        let fits = |id: &&AccountId| {
            let Some((account, outside)) = self.all.get(*id).zip(outside) else { return true };
            let other = |link: &Link| link.system == outside.system && !link.id.is_empty();
            !account.record.links.iter().any(|link| other(link) && !is_id(link, &outside.id))
        };
        one(ids.iter().filter(fits).copied())
    }
}

fn one(mut ids: impl Iterator<Item = AccountId>) -> Meant {
    match (ids.next(), ids.next()) {
        (None, _) => Meant::None,
        (Some(one), None) => Meant::One(one),
        (Some(_), Some(_)) => Meant::Several,
    }
}

/// True where a link holds this id.
pub(crate) fn is_id(link: &Link, id: &str) -> bool {
    short(&link.id) == short(id)
}

/// Salesforce writes its ids with 15 letters or, for systems that know no case, with three more.
fn short(id: &str) -> &str {
    let id = id.trim();
    let is_long = id.len() == 18 && id.bytes().all(|byte| byte.is_ascii_alphanumeric());
    if is_long { id.get(..15).unwrap_or(id) } else { id }
}
