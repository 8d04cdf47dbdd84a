//! What the conditions of templates ask about a customer, read from its records.

use cairn_domain::{Account, Kind, NamesCustomers as _, Objective, Plan, Profile, RecordId as _, Stored};
use cairn_store::Rows;

use crate::error::Result;

/// The account, with the use cases of the objectives of its open plans.
pub(crate) async fn profile(rows: Rows<'_>, account: Stored<Account>) -> Result<Profile> {
    let mut plans: Vec<Stored<Plan>> = rows.under(Kind::Account, [account.id.uuid()]).await?;
    plans.retain(|plan| plan.record.is_open());
    let ids: Vec<_> = plans.iter().map(|plan| plan.id.uuid()).collect();
    let objectives: Vec<Stored<Objective>> = rows.under(Kind::Plan, ids).await?;
    let use_cases = objectives.iter().filter_map(|objective| objective.record.use_case).collect();
    Ok(Profile { account: account.record, use_cases })
}
