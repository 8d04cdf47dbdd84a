//! Checklists of the sample: the program's templates, begun on a day and worked through up to another.

use std::collections::BTreeMap;

use cairn_domain::{AccountId, ChecklistTemplate, Problem, Reason};
use cairn_store::Tx;
use cairn_wire::StartChecklist;
use chrono::NaiveDate;

use super::content::SampleChecklist;
use crate::{checklist::begin, error::Result, library::Library as _};

/// Adds one to an account.
pub(super) async fn add(
    tx: &mut Tx,
    begun: SampleChecklist,
    account_id: AccountId,
    today: NaiveDate,
) -> Result<()> {
    let SampleChecklist { template, contract, done_before, closed_on, delay_reason } = begun;
    let known = ChecklistTemplate::built_in().iter().find(|known| known.record.title == template);
    let unknown = || Problem::new("template", Reason::NoPart { key: template.clone() });
    let request = StartChecklist {
        account_id,
        template_id: known.ok_or_else(unknown)?.id,
        anchors: BTreeMap::from([("contract".to_owned(), contract)]),
        title: None,
        primary: Some(true),
        started_on: Some(contract),
        again: false,
    };
    let mut run = begin(tx, request, today).await?.run;
    run.tick_before(tx, done_before).await?;
    run.told(tx, closed_on, delay_reason).await
}
