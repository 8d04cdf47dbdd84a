//! The brief of an internal transition, in the order of its meeting: the organisation, who matters, what was promised,
//! what was sold, the way, what is open.

use cairn_domain::{Contact, Level, Persona, State as _, ToolUse, YesNo};
use serde::Serialize;

use super::{Brief, ShownChecklist, checklist_page::finding};
use crate::{
    parts::{Cell, Prose, Table, due, labelled, section, table},
    success_plan::{Promised, objective_state, promised},
    text::TextFitter,
    words::Words,
};

/// What `transition_brief.typ` reads: the agenda, item by item. An item stands there also where nothing is recorded of
/// it, with what the meeting has to ask for.
#[derive(Serialize)]
pub(super) struct Page {
    organisation: Item<Organisation>,
    stakeholders: Item<Stakeholders>,
    promised: Item<Option<Promised>>,
    sold: Item<Vec<[String; 2]>>,
    strategy: Item<Strategies>,
    open: Item<OpenParts>,
}

/// An item of the agenda.
#[derive(Serialize)]
struct Item<T> {
    heading: String,
    ask: Vec<String>,
    of: T,
}

#[derive(Serialize)]
struct Organisation {
    facts: Vec<[String; 2]>,
    tools: Option<Table>,
    notes: Option<Prose>,
}

#[derive(Serialize)]
struct Stakeholders {
    contacts: Option<Table>,
    team: Option<Table>,
}

#[derive(Serialize)]
struct Strategies {
    plans: Vec<StrategyPart>,
    runs: Option<Table>,
}

/// A plan in short.
#[derive(Serialize)]
pub(crate) struct StrategyPart {
    pub(crate) way: Option<Prose>,
    pub(crate) outcomes: Option<Table>,
}

#[derive(Serialize)]
struct OpenParts {
    tasks: Option<Table>,
    links: Option<Table>,
}

pub(super) fn page(fitter: &mut TextFitter<'_>, input: &Brief) -> Page {
    let words = fitter.words;
    let of = Organisation {
        facts: organisation(fitter, input),
        tools: tools(fitter, input),
        notes: section(fitter, "doc_notes", &input.customer.notes),
    };
    let organisation = item(
        words,
        1,
        "doc_brief_organisation",
        asks(words, [(of.tools.is_none(), "doc_brief_ask_tools")]),
        of,
    );
    let known =
        |persona| input.contacts.iter().any(|contact| is_here(contact) && contact.persona == Some(persona));
    let of = Stakeholders { contacts: stakeholders(fitter, input), team: team(fitter, input) };
    let ask = [
        (!known(Persona::Champion), "doc_brief_ask_champion"),
        (!known(Persona::EconomicBuyer), "doc_brief_ask_buyer"),
        (input.contacts.iter().filter(|contact| is_here(contact)).count() < 2, "doc_brief_ask_contacts"),
        (of.team.is_none(), "doc_brief_ask_team"),
    ];
    let stakeholders = item(words, 2, "doc_brief_stakeholders", asks(words, ask), of);
    let of = input.command_plan.as_ref().and_then(|plan| promised(fitter, plan));
    let promised =
        item(words, 3, "doc_command_plan", asks(words, [(of.is_none(), "doc_brief_ask_promised")]), of);
    let of = sold(fitter, input);
    let sold = item(words, 4, "doc_brief_sold", asks(words, [(of.is_empty(), "doc_brief_ask_sold")]), of);
    let of = Strategies { plans: strategies(fitter, input), runs: runs(fitter, input) };
    let strategy =
        item(words, 5, "doc_strategy", asks(words, [(of.plans.is_empty(), "doc_brief_ask_strategy")]), of);
    let of = OpenParts { tasks: open(fitter, input), links: links(fitter, input) };
    let open =
        item(words, 6, "doc_brief_tickets", asks(words, [(of.links.is_none(), "doc_brief_ask_tickets")]), of);
    Page { organisation, stakeholders, promised, sold, strategy, open }
}

fn item<T>(words: Words<'_>, number: u8, heading: &str, ask: Vec<String>, of: T) -> Item<T> {
    let title = words.get(heading);
    let heading = words.fill("doc_brief_item", &[("n", &number.to_string()), ("title", &title)]);
    Item { heading, ask, of }
}

/// What is to be asked for.
fn asks<const N: usize>(words: Words<'_>, asks: [(bool, &str); N]) -> Vec<String> {
    asks.into_iter().filter(|(missing, _)| *missing).map(|(_, key)| words.get(key)).collect()
}

fn is_here(contact: &Contact) -> bool {
    contact.left_on.is_none()
}

fn organisation(fitter: &mut TextFitter<'_>, input: &Brief) -> Vec<[String; 2]> {
    let words = fitter.words;
    let it = &input.customer;
    let places: Vec<String> =
        std::iter::once(&it.city).chain(&it.other_sites).map(|place| fitter.cell(place)).collect();
    let places: Vec<String> = places.into_iter().filter(|place| !place.is_empty()).collect();
    let since = it.customer_since.map(|day| words.date(day)).unwrap_or_default();
    let facts = [
        ("doc_brief_industry", fitter.cell(&it.industry)),
        ("doc_brief_region", fitter.cell(&it.region)),
        ("doc_brief_segment", fitter.cell(&it.segment)),
        ("doc_brief_places", places.join(", ")),
        ("doc_brief_since", since),
        ("doc_stage", words.word("lifecycle_stage", it.lifecycle_stage)),
        ("doc_brief_sentiment", sentiment(fitter, input)),
    ];
    let mut known = labelled(words, facts);
    known.extend(installation(fitter, input));
    known
}

/// Where the product runs, and how.
pub(crate) fn installation(fitter: &mut TextFitter<'_>, input: &Brief) -> Vec<[String; 2]> {
    let words = fitter.words;
    let it = &input.customer;
    let said = |said: Option<YesNo>| {
        said.map(|said| words.get(if said == YesNo::Yes { "yes" } else { "no" })).unwrap_or_default()
    };
    let facts = [
        ("doc_brief_hosting", it.hosting.map(|hosting| words.word("hosting", hosting)).unwrap_or_default()),
        ("provider", it.provider.map(|provider| words.word("provider", provider)).unwrap_or_default()),
        ("deployer", it.deployer.map(|deployer| words.word("deployer", deployer)).unwrap_or_default()),
        ("doc_brief_version", fitter.cell(&it.product_version)),
        ("reference_architecture", fitter.cell(&it.reference_architecture)),
        ("high_availability", said(it.high_availability)),
        ("air_gapped", said(it.air_gapped)),
        ("backup_and_dr", fitter.cell(&it.backup_and_dr)),
    ];
    labelled(words, facts)
}

/// What they work with, how happy they are with it, and until when.
pub(crate) fn tools(fitter: &mut TextFitter<'_>, input: &Brief) -> Option<Table> {
    let words = fitter.words;
    let level =
        |level: Option<Level>| Cell::text(level.map(|level| words.word("level", level)).unwrap_or_default());
    let mut rows = Vec::new();
    for ToolUse { area, tool, satisfaction, appetite, contract_end } in &input.customer.tool_stack {
        rows.push(vec![
            Cell::text(words.word("tool_area", *area)),
            Cell::text(fitter.cell(tool)).strong(),
            level(*satisfaction),
            level(*appetite),
            Cell::text(contract_end.map(|day| words.date(day)).unwrap_or_default()),
        ]);
    }
    let columns = [
        "doc_brief_tool_for",
        "tool",
        "doc_brief_tool_liked",
        "doc_brief_tool_replaced",
        "doc_brief_tool_until",
    ];
    table(words, "doc_brief_tools", &columns, rows)
}

/// How we judge the account, and why.
pub(crate) fn sentiment(fitter: &mut TextFitter<'_>, input: &Brief) -> String {
    let words = fitter.words;
    let Some(sentiment) = input.customer.sentiment else { return String::new() };
    let why = fitter.cell(&input.customer.sentiment_reason);
    let parts = [words.word("account_sentiment", sentiment), why];
    parts.into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join(": ")
}

pub(crate) fn sold(fitter: &mut TextFitter<'_>, input: &Brief) -> Vec<[String; 2]> {
    let words = fitter.words;
    let it = &input.customer;
    let facts = [
        (
            "doc_brief_subscription",
            it.subscription_plan.map(|plan| words.word("subscription_plan", plan)).unwrap_or_default(),
        ),
        ("doc_brief_seats", it.licensed_seats.map(|seats| words.number(seats as f64)).unwrap_or_default()),
        ("doc_tier", it.success_tier.map(|tier| words.word("success_tier", tier)).unwrap_or_default()),
        ("doc_arr", it.arr.map(|arr| words.money(arr)).unwrap_or_default()),
        ("doc_renewal", it.renewal_date.map(|day| words.date(day)).unwrap_or_default()),
    ];
    labelled(words, facts)
}

pub(crate) fn stakeholders(fitter: &mut TextFitter<'_>, input: &Brief) -> Option<Table> {
    let words = fitter.words;
    let mut rows = Vec::new();
    let mut contacts: Vec<&Contact> = input.contacts.iter().filter(|contact| is_here(contact)).collect();
    // Whom the meeting asks for first.
    contacts.sort_by_key(|contact| match contact.persona {
        Some(Persona::Champion) => 0,
        Some(Persona::EconomicBuyer) => 1,
        Some(Persona::ExecutiveSponsor) => 2,
        Some(_) => 3,
        None => 4,
    });
    for contact in contacts {
        let word = |word: Option<String>| Cell::text(word.unwrap_or_default());
        rows.push(vec![
            Cell::text(fitter.title(&contact.name)).strong().with_sub(fitter.cell(&contact.title)),
            word(contact.persona.map(|persona| words.word("persona", persona))),
            word(contact.influence.map(|level| words.word("level", level))),
            word(contact.sentiment.map(|sentiment| words.word("sentiment", sentiment))),
            Cell::text(fitter.cell(&contact.notes)),
        ]);
    }
    let columns = ["doc_person", "doc_brief_persona", "doc_brief_influence", "doc_brief_stands", "doc_note"];
    table(words, "doc_brief_stakeholders", &columns, rows)
}

pub(crate) fn team(fitter: &mut TextFitter<'_>, input: &Brief) -> Option<Table> {
    let rows = input.customer.account_team.iter().map(|member| {
        vec![Cell::text(fitter.cell(&member.role)), Cell::text(fitter.title(&member.name)).strong()]
    });
    let rows = rows.collect();
    table(fitter.words, "doc_brief_team", &["doc_brief_role", "doc_person"], rows)
}

pub(crate) fn strategies(fitter: &mut TextFitter<'_>, input: &Brief) -> Vec<StrategyPart> {
    let words = fitter.words;
    let mut parts = Vec::new();
    for plan in &input.strategies {
        let mut rows = Vec::new();
        for outcome in &plan.outcomes {
            rows.push(vec![
                Cell::text(fitter.title(&outcome.title)),
                Cell::text(fitter.cell(&outcome.owner)),
                objective_state(words, outcome.status),
                due(fitter, outcome.due, outcome.status.is_open(), input.frame.today),
            ]);
        }
        let heading = fitter.heading(&plan.title);
        let columns = ["doc_outcome", "doc_owner", "doc_status", "doc_due"];
        let outcomes =
            table(words, "", &columns, rows).map(|table| Table { heading: heading.clone(), ..table });
        let way = section(fitter, "doc_strategy", &plan.strategy);
        if way.is_some() || outcomes.is_some() {
            parts.push(StrategyPart { way, outcomes });
        }
    }
    parts
}

pub(crate) fn runs(fitter: &mut TextFitter<'_>, input: &Brief) -> Option<Table> {
    let words = fitter.words;
    let row = |run: &ShownChecklist, fitter: &mut TextFitter<'_>| {
        vec![Cell::text(fitter.title(&run.title)).strong(), Cell::text(finding(fitter, &input.frame, run))]
    };
    let rows = input.runs.iter().map(|run| row(run, fitter)).collect();
    table(words, "doc_brief_runs", &["doc_checklist", "doc_checklist_stands"], rows)
}

fn open(fitter: &mut TextFitter<'_>, input: &Brief) -> Option<Table> {
    let mut rows = Vec::new();
    for open in &input.open {
        rows.push(vec![
            Cell::text(fitter.title(&open.title)),
            Cell::text(fitter.cell(&open.owner)),
            due(fitter, open.due, true, input.frame.today),
        ]);
    }
    table(fitter.words, "doc_brief_tasks", &["doc_what", "doc_who", "doc_due"], rows)
}

pub(crate) fn links(fitter: &mut TextFitter<'_>, input: &Brief) -> Option<Table> {
    let mut rows = Vec::new();
    for link in &input.customer.links {
        let texts = [fitter.cell(&link.system), fitter.cell(&link.id), fitter.cell(&link.url)];
        rows.push(texts.map(Cell::text).into());
    }
    table(fitter.words, "doc_brief_links", &["doc_brief_system", "doc_brief_id", "doc_brief_address"], rows)
}
