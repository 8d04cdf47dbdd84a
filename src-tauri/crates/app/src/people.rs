//! `contact.places` and `contact.hand_over`: the open work of people who left the customer.

use cairn_domain::{
    AccountId, Checklist, ChecklistStep, Contact, ContactId, Initiative, Kind, NamesCustomers, Objective,
    Plan, PlanId, Problem, Reason, RecordId, Stored, Task, is_same,
};
use cairn_store::{Rows, Tx};
use cairn_wire::{NamedPlace, OfAccount, PlaceRef, Reassign, Reassigned};
use chrono::NaiveDate;
use std::collections::{BTreeSet, HashMap};

use crate::{
    context::Context,
    crud::{Along, Resource, write_whole},
    error::Result,
};

/// What of an account can name its people: its open plans with all under them, its own tasks, what was agreed in
/// touchpoints and workshops, and the steps of its checklists that are not closed.
struct Work {
    plans: Vec<Stored<Plan>>,
    objectives: Vec<Stored<Objective>>,
    initiatives: Vec<Stored<Initiative>>,
    tasks: Vec<Stored<Task>>,
    steps: Vec<Stored<ChecklistStep>>,
}

impl Work {
    async fn of(rows: Rows<'_>, account: AccountId) -> Result<Self> {
        let mut tree = rows.tree(Kind::Account, [account.uuid()]);
        let plans = tree.kept(Plan::is_open).await?;
        tree.kept(|list: &Checklist| list.closed_on.is_none()).await?;
        Ok(Self {
            plans,
            objectives: tree.all().await?,
            initiatives: tree.all().await?,
            tasks: tree.all().await?,
            steps: tree.all().await?,
        })
    }
}

/// The open places that name somebody who left the account, and whom nobody of that name follows.
pub(crate) async fn places(context: &Context, of: OfAccount) -> Result<Vec<NamedPlace>> {
    let open = context.workspace().await?;
    let rows = open.store.rows();
    let contacts: Vec<Stored<Contact>> = rows.under(Kind::Account, [of.account_id.uuid()]).await?;
    let (gone, here): (Vec<_>, Vec<_>) = contacts.into_iter().partition(|one| one.record.left_on.is_some());
    let followed =
        |gone: &Stored<Contact>| here.iter().any(|one| is_same(&one.record.name, &gone.record.name));
    let gone: Vec<Stored<Contact>> = gone.into_iter().filter(|one| !followed(one)).collect();
    if gone.is_empty() {
        return Ok(Vec::new());
    }
    let Work { plans, objectives, initiatives, tasks, steps } = Work::of(rows, of.account_id).await?;
    let plan_of: HashMap<_, PlanId> =
        objectives.iter().map(|objective| (objective.id, objective.record.plan_id)).collect();
    let objective_of: HashMap<_, _> =
        initiatives.iter().map(|initiative| (initiative.id, initiative.record.objective_id)).collect();
    let mut found = Vec::new();
    for plan in &plans {
        naming(plan, Some(plan.id), &gone, &mut found);
    }
    for objective in &objectives {
        naming(objective, Some(objective.record.plan_id), &gone, &mut found);
    }
    for initiative in &initiatives {
        naming(initiative, plan_of.get(&initiative.record.objective_id).copied(), &gone, &mut found);
    }
    for task in &tasks {
        let objective = task.record.home.of().and_then(|id| objective_of.get(&id));
        naming(task, objective.and_then(|id| plan_of.get(id)).copied(), &gone, &mut found);
    }
    for step in &steps {
        naming(step, None, &gone, &mut found);
    }
    Ok(found)
}

/// The fields of one record that name one of `gone`.
fn naming<R: NamesCustomers>(
    stored: &Stored<R>,
    plan_id: Option<PlanId>,
    gone: &[Stored<Contact>],
    found: &mut Vec<NamedPlace>,
) {
    let mut record = stored.record.clone();
    if !record.is_open() {
        return;
    }
    let title = record.label();
    let pointed = record.contact().and_then(|contact| *contact);
    for (field, name) in record.customers() {
        let meant = |contact: &&Stored<Contact>| is_named(name, pointed, contact);
        for contact in gone.iter().filter(meant) {
            found.push(NamedPlace {
                contact_id: contact.id,
                contact: contact.record.name.clone(),
                kind: R::KIND,
                id: stored.id.uuid(),
                title: title.clone(),
                field: field.to_owned(),
                plan_id,
            });
        }
    }
}

/// Whether a field names a contact: by the name, with or without a title behind it, or where that is left open by the contact that the record points at.
fn is_named(name: &str, pointed: Option<ContactId>, contact: &Stored<Contact>) -> bool {
    contact.record.is_named(name) || (name.trim().is_empty() && pointed == Some(contact.id))
}

/// Names somebody else in the open places of one person, or in some of them, as one step.
pub(crate) async fn reassign(context: &Context, request: Reassign) -> Result<Reassigned> {
    let Reassign { id, to, places, as_typed } = request;
    let today = context.today().await?;
    let open = context.workspace_to_write().await?;
    let mut tx = context.begin(&open, "contact.hand_over").await?;
    let contact = tx.current::<Contact>(id, None).await?;
    let account = contact.record.account_id;
    let Work { plans, objectives, initiatives, tasks, steps } = Work::of(tx.rows(), account).await?;
    let asked = places.map(|places| places.into_iter().map(|PlaceRef { id, field }| (id, field)).collect());
    let to = to.trim().to_owned();
    let others: Vec<Stored<Contact>> = tx.rows().under(Kind::Account, [account.uuid()]).await?;
    let follower =
        |other: &Stored<Contact>| other.record.left_on.is_none() && is_same(&other.record.name, &to);
    let follower = others.into_iter().find(follower);
    let to_contact = follower.as_ref().map(|other| other.id);
    if to_contact.is_none() && !to.is_empty() && !as_typed {
        return Err(Problem::new("to", Reason::Nobody { name: to }).into());
    }
    let introduced = follower.map_or_else(|| to.clone(), |other| other.record.introduced());
    let mut hand = Hand { from: contact, to, introduced, to_contact, asked, today, places: 0 };
    hand.give(&mut tx, plans).await?;
    hand.give(&mut tx, objectives).await?;
    hand.give(&mut tx, initiatives).await?;
    hand.give(&mut tx, tasks).await?;
    hand.give(&mut tx, steps).await?;
    if hand.asked.is_some_and(|left| !left.is_empty()) {
        return Err(Problem::new("places", Reason::Elsewhere).into());
    }
    let answer = Reassigned { places: hand.places };
    // Where nothing changes there is no operation that an undo would seem to do nothing about.
    if answer.places > 0 { context.commit(tx, answer).await } else { Ok(answer) }
}

/// Work of one person on its way to another, record by record.
struct Hand {
    from: Stored<Contact>,
    to: String,
    /// The same with the title of the one who follows, for a place that told the title of the one who left.
    introduced: String,
    /// The contact of that name who is there, if there is one.
    to_contact: Option<ContactId>,
    /// The places asked for that were not met yet; none where every one is meant.
    asked: Option<BTreeSet<(uuid::Uuid, String)>>,
    today: NaiveDate,
    places: u32,
}

impl Hand {
    async fn give<R: Resource + NamesCustomers>(
        &mut self,
        tx: &mut Tx,
        records: Vec<Stored<R>>,
    ) -> Result<()> {
        for stored in records.into_iter().filter(|stored| stored.record.is_open()) {
            let mut record = stored.record.clone();
            let pointed = record.contact().and_then(|contact| *contact);
            for (field, name) in record.customers() {
                let meant = is_named(name, pointed, &self.from)
                    && self
                        .asked
                        .as_mut()
                        .is_none_or(|asked| asked.remove(&(stored.id.uuid(), field.to_owned())));
                if meant {
                    let titled = self.from.record.title_behind(name).is_some();
                    name.clone_from(if titled { &self.introduced } else { &self.to });
                    self.places += 1;
                }
            }
            if record != stored.record {
                record.renamed();
                if let Some(contact) = record.contact()
                    && pointed == Some(self.from.id)
                {
                    *contact = self.to_contact;
                }
                write_whole(tx, stored, record, self.today, Along::Now).await?;
            }
        }
        Ok(())
    }
}
