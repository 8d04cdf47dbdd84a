//! A list of accounts.

use cairn_domain::{Account, Link, Money, Stored, TeamMember};
use cairn_exchange::{Content, Row};
use cairn_store::Tx;
use cairn_wire::{ImportAsk, RequestBody};
use serde_json::{Value, json};

use super::{
    Terms,
    known::{Accounts, Meant, Outside, is_id},
    seen::Seen,
};
use crate::{error::Result, import::report::Report};

/// Columns whose cell names somebody of the account team, and the role.
const TEAM: [(&str, &str); 6] =
    [("csm", "CSM"), ("csa", "CSA"), ("ae", "AE"), ("sa", "SA"), ("rm", "RM"), ("ps", "PS")];

/// Makes and changes accounts.
pub(super) async fn take(
    tx: &mut Tx,
    rows: &[Row],
    terms: &Terms<'_>,
    report: &mut Report,
) -> Result<Vec<ImportAsk>> {
    let mut accounts = Accounts::of(tx.rows()).await?;
    let mut seen = Seen::new(tx, report, terms.today);
    let mut asks = Vec::new();
    for row in rows.iter().filter(|row| !row.broken) {
        let outside = outside(row, "external_id");
        let name = row.plain("name").and_then(Value::as_str).unwrap_or_default();
        let by_id = outside.as_ref().map_or(Meant::None, |outside| accounts.by_id(outside));
        let meant = match by_id {
            Meant::None => accounts.by_name(name, outside.as_ref()),
            known => known,
        };
        let current = match meant {
            Meant::One(id) => accounts.get(id).cloned(),
            Meant::None => None,
            Meant::Several => {
                let message = "Several accounts are called so; give the row the id of the one that is meant.";
                seen.trouble(row, "name", message);
                continue;
            }
        };
        let fields = match fields(row, current.as_ref(), outside.as_ref(), terms) {
            Ok(fields) => fields,
            Err(Unclear { field, message, asks: asked }) => {
                if asked && !asks.contains(&ImportAsk::Currency) {
                    asks.push(ImportAsk::Currency);
                }
                seen.trouble(row, field, message);
                continue;
            }
        };
        let stored = match current {
            Some(current) => seen.change::<Account>(row, current, fields).await?,
            None => seen.make::<Account>(row, fields).await?,
        };
        stored.into_iter().for_each(|stored| accounts.put(stored));
    }
    Ok(asks)
}

/// The id that a row gives the account in another system.
pub(super) fn outside(row: &Row, field: &str) -> Option<Outside> {
    let said = row.plain(field)?;
    let text = |key: &str| said.get(key).and_then(Value::as_str).map(str::to_owned);
    Some(Outside { system: text("system")?, id: text("id")? })
}

/// Why a row's fields cannot be known.
struct Unclear {
    field: &'static str,
    message: String,
    /// True where a word from the user would make them known.
    asks: bool,
}

/// What a row says, as a request would.
fn fields(
    row: &Row,
    current: Option<&Stored<Account>>,
    outside: Option<&Outside>,
    terms: &Terms<'_>,
) -> Result<RequestBody, Unclear> {
    let here = current.map(|stored| &stored.record);
    let mut body = RequestBody::new();
    let mut team = here.map(|account| account.account_team.clone()).unwrap_or_default();
    for said in &row.fields {
        let Content::Plain(value) = &said.content else { continue };
        let field = said.field.as_str();
        if let Some((_, role)) = TEAM.iter().find(|(column, _)| *column == field) {
            join(&mut team, role, value.as_str().unwrap_or_default());
            body.insert("account_team".into(), json!(team));
            continue;
        }
        match field {
            "external_id" | "currency" => {}
            "arr" => {
                let arr = money(row, value, here, terms)?;
                body.insert("arr".into(), json!(arr));
            }
            "sentiment" => {
                let is_new = here.is_none_or(|here| json!(here.sentiment) != *value);
                if is_new {
                    body.insert("sentiment_date".into(), json!(terms.today));
                }
                body.insert(field.into(), value.clone());
            }
            _ => {
                body.insert(field.into(), value.clone());
            }
        }
    }
    if let Some(outside) =
        outside.filter(|outside| current.is_none_or(|one| one.id.to_string() != outside.id))
    {
        let links = here.map(|account| account.links.clone()).unwrap_or_default();
        body.insert("links".into(), json!(linked(links, outside)));
    }
    Ok(body)
}

/// The team with somebody in a role.
fn join(team: &mut Vec<TeamMember>, role: &str, name: &str) {
    match team.iter_mut().find(|member| member.role.trim().eq_ignore_ascii_case(role)) {
        Some(member) => name.clone_into(&mut member.name),
        None => team.push(TeamMember { role: role.to_owned(), name: name.to_owned() }),
    }
}

/// The links with the id of a system.
fn linked(mut links: Vec<Link>, outside: &Outside) -> Vec<Link> {
    if links.iter().any(|link| is_id(link, &outside.id)) {
        return links;
    }
    match links.iter_mut().find(|link| link.system == outside.system && link.id.trim().is_empty()) {
        Some(link) => outside.id.clone_into(&mut link.id),
        None => {
            links.push(Link { system: outside.system.clone(), id: outside.id.clone(), url: String::new() });
        }
    }
    links
}

/// An amount in minor units. Its currency stands with it, in the row, in the account, or was said.
fn money(row: &Row, value: &Value, here: Option<&Account>, terms: &Terms<'_>) -> Result<Money, Unclear> {
    let unclear = |message: String, asks: bool| Unclear { field: "arr", message, asks };
    let amount = value.get("amount").and_then(Value::as_f64).unwrap_or_default();
    let code = value.get("currency").and_then(Value::as_str).map(str::to_owned);
    let code = code.or_else(|| row.plain("currency").and_then(Value::as_str).map(str::to_owned));
    let code = code.or_else(|| terms.currency.clone());
    let currency = match (code, here.and_then(|account| account.arr)) {
        (Some(code), _) => serde_json::from_value(json!(code))
            .map_err(|_| unclear(format!("“{code}” is no currency of ISO 4217."), true))?,
        (None, Some(arr)) => arr.currency,
        (None, None) => {
            let message = "This amount has no currency; say which one, or add a column Currency.";
            return Err(unclear(message.to_owned(), true));
        }
    };
    let one = Money { minor: 0, currency };
    let minor = amount * 10f64.powi(i32::from(one.minor_digits()));
    let whole = minor.round();
    // Beyond this a number of a list is not exact any more.
    if (minor - whole).abs() > 1e-3 || whole.abs() > 9e15 {
        return Err(unclear(format!("{amount} is no amount in this currency."), false));
    }
    Ok(Money { minor: whole as i64, currency })
}
