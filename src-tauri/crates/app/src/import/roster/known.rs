//! The accounts that are here, by what a list may call them.

use std::collections::HashMap;

use cairn_domain::{Account, AccountId, Link, RecordId as _, Stored};
use cairn_store::{Query, Rows};
use uuid::Uuid;

use crate::error::Result;

/// More accounts than anybody has.
const ALL: u64 = 1_000_000;

/// An id that a list gives an account.
#[derive(Clone, PartialEq, Eq, Debug)]
pub(super) struct Outside {
    pub(super) system: String,
    pub(super) id: String,
}

/// All accounts.
#[derive(Debug, Default)]
pub(super) struct Accounts {
    all: HashMap<AccountId, Stored<Account>>,
    /// In the order in which they were made, by their names in lower case.
    named: HashMap<String, Vec<AccountId>>,
    /// By their ids in other systems.
    outside: HashMap<String, Vec<AccountId>>,
}

/// What a name or an id means.
pub(super) enum Meant {
    One(AccountId),
    None,
    Several,
}

impl Accounts {
    pub(super) async fn of(rows: Rows<'_>) -> Result<Self> {
        let (all, _) = rows.list::<Account>(&Query { limit: Some(ALL), ..Query::default() }).await?;
        let mut accounts = Self::default();
        all.into_iter().for_each(|account| accounts.put(account));
        Ok(accounts)
    }

    /// Adds an account, or what became of it.
    pub(super) fn put(&mut self, account: Stored<Account>) {
        let id = account.id;
        let add = |ids: &mut Vec<AccountId>| {
            if !ids.contains(&id) {
                ids.push(id);
            }
        };
        add(self.named.entry(folded(&account.record.name)).or_default());
        for Link { system: _, id: outside, url: _ } in &account.record.links {
            if !outside.trim().is_empty() {
                add(self.outside.entry(short(outside).to_owned()).or_default());
            }
        }
        self.all.insert(id, account);
    }

    pub(super) fn get(&self, id: AccountId) -> Option<&Stored<Account>> {
        self.all.get(&id)
    }

    /// The account of an id: Cairn's own, or another system's.
    pub(super) fn by_id(&self, outside: &Outside) -> Meant {
        if let Ok(id) = outside.id.parse::<Uuid>()
            && self.all.contains_key(&AccountId::from_uuid(id))
        {
            return Meant::One(AccountId::from_uuid(id));
        }
        let found = self.outside.get(short(&outside.id)).map(Vec::as_slice).unwrap_or_default();
        match found {
            [] => Meant::None,
            [one] => Meant::One(*one),
            // Two systems may count alike.
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

    /// The account of a name. An account that another id of the same system belongs to is another one.
    pub(super) fn by_name(&self, name: &str, outside: Option<&Outside>) -> Meant {
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
pub(super) fn is_id(link: &Link, id: &str) -> bool {
    short(&link.id) == short(id)
}

/// Names that differ only in case and space around them are one (decision 0004).
pub(super) fn folded(name: &str) -> String {
    name.trim().to_lowercase()
}

/// Salesforce writes its ids with 15 letters or, for systems that know no case, with three more.
fn short(id: &str) -> &str {
    let id = id.trim();
    let is_long = id.len() == 18 && id.bytes().all(|byte| byte.is_ascii_alphanumeric());
    if is_long { id.get(..15).unwrap_or(id) } else { id }
}
