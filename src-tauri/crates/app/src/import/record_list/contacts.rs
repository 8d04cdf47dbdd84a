//! A list of contacts.

use std::collections::HashMap;

use cairn_domain::{Account, AccountId, Contact, ContactId, Kind, RecordId as _, Stored, folded};
use cairn_exchange::{Content, Row, RowError};
use cairn_store::{Query, StoreError, Tx};
use cairn_wire::{ImportAsk, RequestBody};
use serde_json::{Value, json};

use super::{
    Terms, accounts,
    known::{Accounts, Meant},
    near::Near,
    seen::Seen,
};
use crate::{
    error::Result,
    import::{
        report::Report,
        write::{is_refusal, update},
    },
};

/// More contacts than anybody has.
const ALL: u64 = 1_000_000;

/// The contacts that are here.
#[derive(Default)]
struct People {
    all: HashMap<ContactId, Stored<Contact>>,
    by_mail: HashMap<String, Vec<ContactId>>,
    by_name: HashMap<(AccountId, String), Vec<ContactId>>,
    near: HashMap<AccountId, Near<ContactId>>,
}

impl People {
    fn put(&mut self, contact: Stored<Contact>) {
        let mail = folded(&contact.record.email);
        let ids = self.by_mail.entry(mail).or_default();
        if !ids.contains(&contact.id) {
            ids.push(contact.id);
        }
        let name = (contact.record.account_id, folded(&contact.record.name));
        let ids = self.by_name.entry(name).or_default();
        if !ids.contains(&contact.id) {
            ids.push(contact.id);
        }
        self.near.entry(contact.record.account_id).or_default().put(&contact.record.name, contact.id);
        self.all.insert(contact.id, contact);
    }

    /// A contact of the account who is called nearly so.
    fn near(&self, name: &str, account: AccountId) -> Option<String> {
        let id = self.near.get(&account)?.find(name)?;
        self.all.get(id).map(|contact| contact.record.name.clone())
    }

    /// The contact of a mail address; in an account, where one is known.
    fn mailed(&self, mail: &str, account: Option<AccountId>) -> Option<&Stored<Contact>> {
        let ids = self.by_mail.get(&folded(mail)).filter(|_| !mail.trim().is_empty())?;
        let all = ids.iter().filter_map(|id| self.all.get(id));
        // An address that was replaced is still listed under the old one.
        let now = all.filter(|one| folded(&one.record.email) == folded(mail));
        let mut fits = now.filter(|one| account.is_none_or(|account| one.record.account_id == account));
        let first = fits.next();
        first.filter(|_| account.is_some() || fits.next().is_none())
    }

    /// The contact of a name in an account, where it is clear. `mail` is what the row says: with another address it is
    /// somebody else of the same name.
    fn named(&self, name: &str, account: AccountId, mail: &str) -> Option<&Stored<Contact>> {
        let folded_name = folded(name);
        let ids = self.by_name.get(&(account, folded_name.clone())).map(Vec::as_slice).unwrap_or_default();
        // One who was renamed is still listed under the old name.
        let is_it = |one: &&Stored<Contact>| {
            folded(&one.record.name) == folded_name && (mail.is_empty() || one.record.email.trim().is_empty())
        };
        let mut found = ids.iter().filter_map(|id| self.all.get(id)).filter(is_it);
        found.next().filter(|_| found.next().is_none())
    }
}

/// Makes and changes contacts.
pub(super) async fn take(
    tx: &mut Tx,
    rows: &[&Row],
    terms: Terms<'_>,
    report: &mut Report,
) -> Result<Vec<ImportAsk>> {
    let asked = terms.pass.request.account_id;
    if let Some(id) = asked
        && tx.rows().get::<Account>(id).await?.deleted_at.is_some()
    {
        return Err(StoreError::Deleted { kind: Kind::Account }.into());
    }
    let accounts = Accounts::of(tx.rows()).await?;
    let mut people = People::default();
    let every = Query { limit: Some(ALL), ..Query::default() };
    let (all, _) = tx.rows().list::<Contact>(&every).await?;
    all.into_iter().for_each(|contact| people.put(contact));
    let mut seen = Seen::new(terms.pass, tx, report);
    let (mut placed, mut homeless) = (Vec::new(), Vec::new());
    for row in rows.iter().copied() {
        let said = Said::of(row);
        let by_id = said.id.parse().ok().and_then(|id| people.all.get(&ContactId::from_uuid(id)));
        let account = match account_of(row, &accounts, asked) {
            Ok(account) => account,
            Err(Unknown { value, message }) => {
                seen.unknown(row, "account", &value, message);
                continue;
            }
        };
        let known = by_id.or_else(|| people.mailed(&said.mail, account));
        let known =
            known.or_else(|| account.and_then(|account| people.named(&said.name, account, &said.mail)));
        let known = known.cloned();
        let Some(account) = account.or_else(|| known.as_ref().map(|known| known.record.account_id)) else {
            homeless.push(row);
            continue;
        };
        if let Some(known) = known.as_ref().filter(|known| known.record.account_id != account) {
            let message = format!("{} is here as a contact of another account.", known.record.name);
            seen.row_error(row, "account", message);
            continue;
        }
        let stored = match known {
            Some(known) => seen.change::<Contact>(row, known, said.body).await?,
            None => {
                let mut body = said.body;
                body.insert("account_id".into(), json!(account));
                if !body.contains_key("name") {
                    body.insert("name".into(), json!(""));
                }
                let near = people.near(&said.name, account);
                seen.make::<Contact>(row, body, near).await?
            }
        };
        if let Some(stored) = stored {
            placed.push((row, stored.id, said.reports_to));
            people.put(stored);
        }
    }
    for (row, id, to) in placed {
        superior(&mut seen, &mut people, row, id, &to).await?;
    }
    // Where other rows name an account, only these rows lack it.
    let is_all = homeless.len() == rows.len();
    for row in homeless.iter().filter(|_| !is_all) {
        let message =
            "Nothing tells which account this person belongs to: write it in its cell, or leave the row out.";
        seen.row_error(row, "account", message);
    }
    let is_asked = is_all && !homeless.is_empty();
    if is_asked {
        let message = "Nothing tells which account these people belong to: say which column names it, or say the \
                       account, in the dialog or with `--account NAME`.";
        report.row_error(RowError { field: Some("account".into()), ..RowError::of_file(message) });
    }
    Ok(if is_asked { vec![ImportAsk::Account] } else { Vec::new() })
}

/// What a row says.
struct Said {
    id: String,
    name: String,
    mail: String,
    reports_to: String,
    body: RequestBody,
}

impl Said {
    fn of(row: &Row) -> Self {
        let text = |field: &str| row.plain(field).and_then(Value::as_str).unwrap_or_default().to_owned();
        let whole = [text("first_name"), text("last_name")].join(" ").trim().to_owned();
        let name = Some(text("name")).filter(|name| !name.is_empty()).unwrap_or(whole);
        let mut body = RequestBody::new();
        for said in &row.fields {
            let parts = ["id", "first_name", "last_name", "account", "account_id", "reports_to"];
            if let Content::Plain(value) = &said.content
                && !parts.contains(&said.field.as_str())
            {
                body.insert(said.field.clone(), value.clone());
            }
        }
        if !name.is_empty() {
            body.insert("name".into(), json!(name));
        }
        Self { id: text("id"), name, mail: text("email"), reports_to: text("reports_to"), body }
    }
}

/// A name or an id that is no account's.
struct Unknown {
    value: String,
    message: String,
}

/// The account that a row names, or that was said for all that name none; none where nothing tells.
fn account_of(
    row: &Row,
    accounts: &Accounts,
    asked: Option<AccountId>,
) -> Result<Option<AccountId>, Unknown> {
    let outside = accounts::outside(row, "account_id");
    let name = row.plain("account").and_then(Value::as_str);
    let by_id = outside.as_ref().map_or(Meant::None, |outside| accounts.by_id(outside));
    let meant = match (by_id, name) {
        (Meant::None, Some(name)) => accounts.by_name(name, outside.as_ref()),
        (meant, _) => meant,
    };
    let called = name.or(outside.as_ref().map(|outside| outside.id.as_str()));
    let unknown = |called: &str, message: String| Unknown { value: called.to_owned(), message };
    match (meant, called) {
        (Meant::One(found), Some(called)) if asked.is_some_and(|asked| asked != found) => {
            Err(unknown(called, format!("This row is of “{called}”, not of the account that was said.")))
        }
        (Meant::One(found), _) => Ok(Some(found)),
        (Meant::Several, called) => {
            let message = "Several accounts are called so; give the row the account's id.".to_owned();
            Err(unknown(called.unwrap_or_default(), message))
        }
        // An account that a row names and nobody knows must not become the account that happens to be open.
        (Meant::None, Some(called)) => {
            let near =
                accounts.near(called).map(|near| format!(", but “{near}” nearly so")).unwrap_or_default();
            let message = format!(
                "No account is called “{called}”{near}; say which account is meant, or import it first."
            );
            Err(unknown(called, message))
        }
        (Meant::None, None) => Ok(asked),
    }
}

/// Says whom somebody reports to, once everybody is there.
async fn superior(
    seen: &mut Seen<'_>,
    people: &mut People,
    row: &Row,
    id: ContactId,
    to: &str,
) -> Result<()> {
    let Some(contact) = people.all.get(&id).filter(|_| !to.is_empty()).cloned() else { return Ok(()) };
    let account = contact.record.account_id;
    let found = people.mailed(to, Some(account)).or_else(|| people.named(to, account, ""));
    let Some(found) = found else {
        seen.row_error(row, "reports_to", format!("The account has no contact called “{to}”."));
        return Ok(());
    };
    if contact.record.reports_to == Some(found.id) {
        return Ok(());
    }
    let changes: RequestBody = [("reports_to".to_owned(), json!(found.id))].into_iter().collect();
    match update::<Contact>(seen.tx, id.uuid(), changes, seen.pass.today).await {
        Ok(stored) => {
            seen.later::<Contact>(
                row,
                &contact,
                "reports_to",
                (json!(contact.record.reports_to), json!(found.id)),
            );
            people.put(stored);
        }
        Err(error) if is_refusal(&error) => seen.report.refused_row(row, error.into()),
        Err(error) => return Err(error),
    }
    Ok(())
}
