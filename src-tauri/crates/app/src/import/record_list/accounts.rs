//! A list of accounts.

use cairn_domain::{Account, Country, Link, Stored, TeamMember};
use cairn_exchange::{Content, Row, RowError};
use cairn_store::Tx;
use cairn_wire::{ImportAsk, RequestBody};
use chrono::NaiveDate;
use serde_json::{Value, json};

use super::{
    Terms,
    amounts::Amounts,
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
    rows: &[&Row],
    terms: Terms<'_>,
    report: &mut Report,
) -> Result<Vec<ImportAsk>> {
    let mut accounts = Accounts::of(tx.rows()).await?;
    let mut seen = Seen::new(terms.pass, tx, report);
    let mut amounts = Amounts::new(terms.currency, terms.decimal);
    for row in rows.iter().copied() {
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
                seen.row_error(row, "name", message);
                continue;
            }
        };
        let fields = match fields(row, current.as_ref(), outside.as_ref(), &mut amounts, terms.pass.today) {
            Ok(fields) => fields,
            Err(message) => {
                seen.row_error(row, "arr", message);
                continue;
            }
        };
        let stored = match current {
            Some(current) => seen.change::<Account>(row, current, fields).await?,
            None => seen.make::<Account>(row, fields, accounts.near(name)).await?,
        };
        stored.into_iter().for_each(|stored| accounts.put(stored));
    }
    let questions = amounts.questions();
    for (field, question) in &questions {
        report.row_error(RowError { field: Some((*field).into()), ..RowError::of_file(question.clone()) });
    }
    let ask = |field: &str| if field == "currency" { ImportAsk::Currency } else { ImportAsk::Decimal };
    Ok(questions.into_iter().map(|(field, _)| ask(field)).collect())
}

/// The id that a row gives the account in another system.
pub(super) fn outside(row: &Row, field: &str) -> Option<Outside> {
    let said = row.plain(field)?;
    let text = |key: &str| said.get(key).and_then(Value::as_str).map(str::to_owned);
    Some(Outside { system: text("system")?, id: text("id")? })
}

/// What a row says, as a request would.
///
/// # Errors
/// A sentence about the amount.
fn fields(
    row: &Row,
    current: Option<&Stored<Account>>,
    outside: Option<&Outside>,
    amounts: &mut Amounts<'_>,
    today: NaiveDate,
) -> Result<RequestBody, String> {
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
            "country" => {
                let text = value.as_str().unwrap_or_default();
                if let Some((country, region)) = Country::with_region(text) {
                    body.insert("country".into(), json!(country));
                    body.insert("subdivision".into(), json!(region));
                } else {
                    body.insert("country".into(), value.clone());
                }
            }
            "arr" => {
                let own = row.plain("currency").and_then(Value::as_str);
                if let Some(arr) = amounts.money(value, own, here.and_then(|account| account.arr))? {
                    body.insert("arr".into(), json!(arr));
                }
            }
            "sentiment" => {
                let is_new = here.is_none_or(|here| json!(here.sentiment) != *value);
                if is_new {
                    body.insert("sentiment_date".into(), json!(today));
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
