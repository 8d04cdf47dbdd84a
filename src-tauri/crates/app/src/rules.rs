//! The rules of a record that need other records: one function a kind.

use cairn_documents::{Language, check_label};
use cairn_domain::{
    Account, AccountId, Blob, Brand, Contact, ContactId, Country, Criterion, Dependency, Hash, Initiative,
    Kind, Me, Objective, ObjectiveId, Plan, PlanVersion, PlanVersionId, Problem, Reading, Reason, Record,
    RecordId, SignEntry, SignOff, Stored, Task, TaskLink, Touchpoint, VerifiableOutcomeStage, Workshop,
    check_region, closed_loop, is_same,
};
use cairn_store::{Rows, StoreError};

use cairn_wire::{Code, Failure};
use chrono::NaiveDate;

use crate::{error::Result, shift};

/// The record as it stood before, if it was there. A deleted record that comes back was not there.
pub(crate) fn standing<R: Record>(before: Option<&Stored<R>>) -> Option<&Stored<R>> {
    before.filter(|before| before.deleted_at.is_none())
}

/// The region of an account belongs to its country.
pub(crate) async fn account(
    account: &Account,
    _rows: Rows<'_>,
    before: Option<&Stored<Account>>,
) -> Result<()> {
    place(account, before, |account| (account.country.as_ref(), &account.subdivision))
}

/// Our own region belongs to our country.
pub(crate) async fn me(me: &Me, _rows: Rows<'_>, before: Option<&Stored<Me>>) -> Result<()> {
    place(me, before, |me| (me.country.as_ref(), &me.subdivision))
}

/// A region belongs to its country. One that was stored before this rule existed stays until it is changed.
fn place<R: Record>(
    record: &R,
    before: Option<&Stored<R>>,
    of: impl Fn(&R) -> (Option<&Country>, &str),
) -> Result<()> {
    let (country, region) = of(record);
    if standing(before).is_some_and(|before| of(&before.record) == (country, region)) {
        return Ok(());
    }
    Ok(check_region(country, region)?)
}

/// An outcome leaves Proposed once it has what Accepted needs; what the customer confirmed stays.
pub(crate) async fn objective(
    objective: &Objective,
    rows: Rows<'_>,
    before: Option<&Stored<Objective>>,
) -> Result<()> {
    use VerifiableOutcomeStage::Proposed;
    objective.check_confirmation(before.map(|before| &before.record))?;
    let was = before.map_or(Proposed, |before| before.record.stage);
    if objective.stage == Proposed || was != Proposed {
        return Ok(());
    }
    let criteria = match before {
        Some(before) => criteria_of(rows, before.id).await?,
        None => Vec::new(),
    };
    let gaps = objective.acceptance_gaps(&criteria);
    if gaps.is_empty() {
        return Ok(());
    }
    let missing = gaps.into_iter().map(str::to_owned).collect();
    Err(Problem::new("stage", Reason::NotAcceptable { missing }).into())
}

/// What measures an objective.
pub(crate) async fn criteria_of(rows: Rows<'_>, id: ObjectiveId) -> Result<Vec<Criterion>> {
    let criteria: Vec<Stored<Criterion>> = rows.under(Kind::Objective, [id.uuid()]).await?;
    Ok(criteria.into_iter().map(|criterion| criterion.record).collect())
}

/// An initiative serves objectives of one plan.
pub(crate) async fn initiative(
    initiative: &Initiative,
    rows: Rows<'_>,
    _before: Option<&Stored<Initiative>>,
) -> Result<()> {
    if initiative.also_serves.is_empty() {
        return Ok(());
    }
    let plan = rows.find::<Objective>(initiative.objective_id).await?.map(|home| home.record.plan_id);
    for id in &initiative.also_serves {
        match rows.find::<Objective>(*id).await? {
            Some(served) if Some(served.record.plan_id) == plan => {}
            Some(_) => return Err(Problem::new("also_serves", Reason::Elsewhere).into()),
            None => return Err(StoreError::NotFound { kind: Kind::Objective, id: id.uuid() }.into()),
        }
    }
    Ok(())
}

/// A reading is a value that its criterion can have, and the only one of its day. Two of one day that were stored
/// before this rule existed stay, until one of them gets another day.
pub(crate) async fn reading(
    reading: &Reading,
    rows: Rows<'_>,
    before: Option<&Stored<Reading>>,
) -> Result<()> {
    if let Some(criterion) = rows.find::<Criterion>(reading.criterion_id).await? {
        criterion.record.check_value("value", Some(reading.value))?;
    }
    if standing(before).is_some_and(|before| before.record.date == reading.date) {
        return Ok(());
    }
    let others: Vec<Stored<Reading>> = rows.under(Kind::Criterion, [reading.criterion_id.uuid()]).await?;
    let own = before.map(|before| before.id);
    match others.into_iter().find(|other| other.record.date == reading.date && Some(other.id) != own) {
        None => Ok(()),
        Some(Stored { id, version, record: Reading { value, .. }, .. }) => {
            Err(Problem::new("date", Reason::ReadingThatDay { id, value, version }).into())
        }
    }
}

/// A criterion may weigh nothing only beside one that weighs something.
pub(crate) async fn criterion(
    criterion: &Criterion,
    rows: Rows<'_>,
    before: Option<&Stored<Criterion>>,
) -> Result<()> {
    criterion.check_way(before.map(|before| &before.record))?;
    let weightless = |before: &Stored<Criterion>| {
        before.record.weight <= 0.0 && before.record.objective_id == criterion.objective_id
    };
    if criterion.weight > 0.0 || standing(before).is_some_and(weightless) {
        return Ok(());
    }
    let own = before.map(|before| before.id);
    let siblings: Vec<Stored<Criterion>> =
        rows.under(Kind::Objective, [criterion.objective_id.uuid()]).await?;
    if siblings.iter().any(|other| Some(other.id) != own && other.record.weight > 0.0) {
        Ok(())
    } else {
        Err(Problem::new("weight", Reason::NoWeight).into())
    }
}

/// The criteria that are left, if there are any, do not all have the weight 0.
pub(crate) async fn criterion_left(gone: &Criterion, rows: Rows<'_>) -> Result<()> {
    let left = criteria_of(rows, gone.objective_id).await?;
    if gone.weight <= 0.0 || left.is_empty() || left.iter().any(|criterion| criterion.weight > 0.0) {
        Ok(())
    } else {
        Err(Problem::new("weight", Reason::NoWeight).into())
    }
}

/// A blocked task says what it waits for.
pub(crate) async fn task(task: &Task, _rows: Rows<'_>, before: Option<&Stored<Task>>) -> Result<()> {
    Ok(task.check_blocked(before.map(|before| &before.record))?)
}

/// A contact reports to somebody else of the same account, and nobody reports to themselves through others.
pub(crate) async fn contact(
    contact: &Contact,
    rows: Rows<'_>,
    before: Option<&Stored<Contact>>,
) -> Result<()> {
    const FIELD: &str = "reports_to";
    contact.check_mail(before.map(|before| &before.record))?;
    let own = before.map(|before| before.id);
    let mut seen = Vec::new();
    let mut above = contact.reports_to;
    while let Some(id) = above {
        if Some(id) == own || seen.contains(&id) {
            return Err(Problem::new(FIELD, Reason::Circle).into());
        }
        seen.push(id);
        let Some(manager) = rows.find::<Contact>(id).await? else {
            return Err(StoreError::NotFound { kind: Kind::Contact, id: id.uuid() }.into());
        };
        if manager.record.account_id != contact.account_id {
            return Err(Problem::new(FIELD, Reason::Elsewhere).into());
        }
        above = manager.record.reports_to;
    }
    Ok(())
}

/// A touchpoint says something, and who was met are people of this customer.
pub(crate) async fn touchpoint(
    touchpoint: &Touchpoint,
    rows: Rows<'_>,
    before: Option<&Stored<Touchpoint>>,
) -> Result<()> {
    touchpoint.check_said(before.map(|before| &before.record))?;
    people_of(rows, touchpoint.account_id, "contact_ids", &touchpoint.contact_ids).await?;
    let was = standing(before).map(|before| &before.record);
    let said = was.filter(|was| was.held_on == touchpoint.held_on);
    let said = said.map(|was| was.contact_ids.as_slice()).unwrap_or_default();
    there(rows, "contact_ids", &touchpoint.contact_ids, said, touchpoint.held_on).await
}

/// Who is invited are people of this customer, and the objective is one of its plans.
pub(crate) async fn workshop(
    workshop: &Workshop,
    rows: Rows<'_>,
    before: Option<&Stored<Workshop>>,
) -> Result<()> {
    let account = workshop.account_id;
    people_of(rows, account, "invited_ids", &workshop.invited_ids).await?;
    people_of(rows, account, "attended_ids", &workshop.attended_ids).await?;
    if let Some(day) = workshop.day() {
        let said = standing(before).map(|before| &before.record).filter(|was| was.day() == Some(day));
        let said = said.map(|was| was.attended_ids.as_slice()).unwrap_or_default();
        there(rows, "attended_ids", &workshop.attended_ids, said, day).await?;
    }
    let Some(objective) = workshop.objective_id else { return Ok(()) };
    let Some(objective) = rows.find::<Objective>(objective).await? else {
        return Err(StoreError::NotFound { kind: Kind::Objective, id: objective.uuid() }.into());
    };
    if rows.get::<Plan>(objective.record.plan_id).await?.record.account_id == account {
        Ok(())
    } else {
        Err(Problem::new("objective_id", Reason::Elsewhere).into())
    }
}

async fn people_of(
    rows: Rows<'_>,
    account: AccountId,
    field: &'static str,
    people: &[ContactId],
) -> Result<()> {
    for id in people {
        match rows.find::<Contact>(*id).await? {
            Some(contact) if contact.record.account_id == account => {}
            Some(_) => return Err(Problem::new(field, Reason::Elsewhere).into()),
            None => return Err(StoreError::NotFound { kind: Kind::Contact, id: id.uuid() }.into()),
        }
    }
    Ok(())
}

/// Nobody was met after the day they left. A person who was in the list before (`said`, of the same day) stays.
async fn there(
    rows: Rows<'_>,
    field: &'static str,
    people: &[ContactId],
    said: &[ContactId],
    day: NaiveDate,
) -> Result<()> {
    for id in people.iter().filter(|id| !said.contains(id)) {
        rows.get::<Contact>(*id).await?.record.check_there(field, day)?;
    }
    Ok(())
}

/// Nobody signs after the day they left the customer; somebody of the same name who is there may.
pub(crate) async fn signer(rows: Rows<'_>, signed: &SignOff) -> Result<()> {
    let version = rows.get::<PlanVersion>(signed.version_id).await?.record;
    let plan = rows.get::<Plan>(version.plan_id).await?.record;
    let contacts: Vec<Stored<Contact>> = rows.under(Kind::Account, [plan.account_id.uuid()]).await?;
    let mut named = contacts.iter().filter(|contact| contact.record.is_named(&signed.person)).peekable();
    let Some(first) = named.peek().copied() else { return Ok(()) };
    if named.any(|contact| contact.record.check_there("person", signed.signed_on).is_ok()) {
        return Ok(());
    }
    Ok(first.record.check_there("person", signed.signed_on)?)
}

/// A dependency joins two tasks of one plan, once, and closes no loop.
pub(crate) async fn dependency(
    dependency: &Dependency,
    rows: Rows<'_>,
    before: Option<&Stored<Dependency>>,
) -> Result<()> {
    let plan = shift::plan_of(rows, dependency.successor_id, "successor_id").await?;
    if shift::plan_of(rows, dependency.predecessor_id, "predecessor_id").await? != plan {
        return Err(Problem::new("predecessor_id", Reason::Elsewhere).into());
    }
    let timeline = shift::Timeline::of(rows, plan).await?;
    let others = timeline.dependencies.iter().filter(|other| Some(other.id) != before.map(|own| own.id));
    let links: Vec<TaskLink> = others.map(|other| shift::link(&other.record)).collect();
    let new = shift::link(dependency);
    let same = |link: &TaskLink| (link.predecessor, link.successor) == (new.predecessor, new.successor);
    if links.iter().any(same) {
        let what = timeline.title(new.predecessor);
        return Err(Problem::new("predecessor_id", Reason::Twice { what }).into());
    }
    match closed_loop(&links, new) {
        None => Ok(()),
        Some(path) => {
            let path: Vec<String> = path.into_iter().map(|id| timeline.title(id)).collect();
            let message = format!("These tasks would wait for each other: {}.", path.join(" > "));
            let details = serde_json::json!({ "path": path });
            Err(Failure::new(Code::DependencyLoop, message).about("predecessor_id").with(details).into())
        }
    }
}

/// No two versions of a plan have one name. Only name and note of a version change, and nothing once it is signed.
pub(crate) async fn plan_version(
    version: &PlanVersion,
    rows: Rows<'_>,
    before: Option<&Stored<PlanVersion>>,
) -> Result<()> {
    if let Some(before) = before.filter(|before| before.record != *version) {
        version.check_fixed(&before.record)?;
        unsigned(rows, before.id).await?;
    }
    let others: Vec<Stored<PlanVersion>> = rows.under(Kind::Plan, [version.plan_id.uuid()]).await?;
    let doubled = |other: &&Stored<PlanVersion>| {
        Some(other.id) != before.map(|before| before.id) && is_same(&other.record.name, &version.name)
    };
    match others.iter().find(doubled) {
        Some(other) => Err(Problem::new("name", Reason::Twice { what: other.record.name.clone() }).into()),
        None => Ok(()),
    }
}

/// Who signed a version and what was corrected or taken back, in the order of their recording.
pub(crate) async fn sign_offs(rows: Rows<'_>, id: PlanVersionId) -> Result<Vec<SignEntry>> {
    let signed: Vec<Stored<SignOff>> = rows.under(Kind::PlanVersion, [id.uuid()]).await?;
    Ok(signed.into_iter().map(|Stored { id, record, .. }| SignEntry { id, record }).collect())
}

/// Refuses a change of what somebody signed.
pub(crate) async fn unsigned(rows: Rows<'_>, id: PlanVersionId) -> Result<()> {
    if sign_offs(rows, id).await?.is_empty() {
        Ok(())
    } else {
        Err(Problem::new("id", Reason::Signed).into())
    }
}

/// A brand's logo is an image of the workspace; its labels are labels that documents have.
pub(crate) async fn brand(brand: &Brand, rows: Rows<'_>, _before: Option<&Stored<Brand>>) -> Result<()> {
    if let Some(logo) = &brand.logo {
        let blob = known_content(rows, "logo", logo).await?;
        if !blob.media_type.starts_with("image/") {
            let why = format!("it is no image but {}", blob.media_type);
            return Err(Problem::new("logo", Reason::BadFile { why }).into());
        }
    }
    for (code, labels) in &brand.labels {
        let refused = |why: String| Problem::new("labels", Reason::Unreadable { why });
        let language = Language::from_code(code)
            .ok_or_else(|| refused(format!("`{code}` is not a language of the catalogue")))?;
        for (key, text) in labels {
            check_label(language, key, text).map_err(|fault| refused(format!("{key}: {fault}")))?;
        }
    }
    Ok(())
}

/// What is known of a content, which must be in the workspace.
pub(crate) async fn known_content(rows: Rows<'_>, field: &str, hash: &Hash) -> Result<Blob> {
    let missing = || Problem::new(field, Reason::BadFile { why: "it is not in the workspace".into() });
    Ok(rows.blob(hash).await?.ok_or_else(missing)?)
}
