//! Which fields of a plan's records hold text, and which of those name people or hosts.
//!
//! Every record is taken apart as a whole: a new field does not compile until it is decided on.

use cairn_domain::{
    Account, Approver, Brand, CommandPlan, Contact, Criterion, Initiative, Leave, Link, Me, Objective,
    OwnHoliday, PastConfirmation, Plan, Reading, Task, TeamMember, ToolUse,
};
use cairn_wire::{OutlineCriterion, OutlineInitiative, OutlineObjective, PlanOutline};

use super::{
    Material, Part,
    earlier::see_earlier,
    onboarding::{see_checklist, see_open, see_step, see_touchpoint, see_workshop},
};

/// A text of a record.
pub(super) enum Text<'a> {
    /// Somebody's own name, and their address.
    Person { name: &'a mut String, email: &'a mut String },
    /// Names of people, or titles.
    People(&'a mut String),
    /// A host, an address on one, a site.
    Host(&'a mut String),
    /// Anything.
    Any(&'a mut String),
}

pub(super) type See<'a> = &'a mut dyn FnMut(Text<'_>);

impl Material<'_> {
    /// Shows every text.
    pub(super) fn see(&mut self, see: See<'_>) {
        let Self { parts, me, brand } = self;
        for part in parts {
            match part {
                Part::Plan(outline) => {
                    see_outline(outline, see);
                    see_account(&mut outline.account.stored.record, see);
                }
                Part::CommandPlan(plan) => see_command_plan(plan, see),
                Part::Earlier(earlier) => see_earlier(earlier, see),
                Part::Account(account) => see_account(account, see),
                Part::Contact(contact) => see_contact(contact, see),
                Part::Strategy(plan) => see_plan(plan, see),
                Part::Objective(objective) => see_objective(objective, see),
                Part::Task(task) => see_task(task, see),
                Part::Checklist(checklist) => see_checklist(checklist, see),
                Part::Step(step) => see_step(step, see),
                Part::Touchpoint(touchpoint) => see_touchpoint(touchpoint, see),
                Part::Workshop(workshop) => see_workshop(workshop, see),
                Part::Open(item) => see_open(item, see),
            }
        }
        see_me(me, see);
        see_brand(brand, see);
    }
}

fn see_outline(outline: &mut PlanOutline, see: See<'_>) {
    let PlanOutline { account: _, contacts, dependencies: _, plan, objectives } = outline;
    see_plan(&mut plan.stored.record, see);
    for part in objectives {
        let OutlineObjective { objective, criteria, initiatives } = part;
        see_objective(&mut objective.stored.record, see);
        for OutlineCriterion { criterion, readings } in criteria {
            see_criterion(&mut criterion.stored.record, see);
            for reading in readings {
                see_reading(&mut reading.stored.record, see);
            }
        }
        for OutlineInitiative { initiative, tasks } in initiatives {
            see_initiative(&mut initiative.stored.record, see);
            for task in tasks {
                see_task(&mut task.stored.record, see);
            }
        }
    }
    for contact in contacts {
        see_contact(&mut contact.stored.record, see);
    }
}

pub(super) fn any<const N: usize>(see: See<'_>, texts: [&mut String; N]) {
    for text in texts {
        see(Text::Any(text));
    }
}

pub(super) fn people<const N: usize>(see: See<'_>, texts: [&mut String; N]) {
    for text in texts {
        see(Text::People(text));
    }
}

pub(super) fn see_plan(plan: &mut Plan, see: See<'_>) {
    let Plan {
        account_id: _,
        title,
        r#type: _,
        status: _,
        period_start: _,
        period_end: _,
        strategy,
        highlights,
        sponsor,
        approvers,
    } = plan;
    people(see, [sponsor]);
    for Approver { name, role } in approvers {
        people(see, [name]);
        any(see, [role]);
    }
    any(see, [title, strategy, highlights]);
}

pub(super) fn see_objective(objective: &mut Objective, see: See<'_>) {
    let Objective {
        plan_id: _,
        title,
        summary,
        successes,
        risks,
        risks_visibility: _,
        business_impact,
        use_case: _,
        priority: _,
        status: _,
        stage: _,
        confirmed_by,
        confirmed_on: _,
        confirmed_words,
        past_confirmations,
        owner,
        customer_owner,
        start: _,
        due: _,
        close_reason,
        summary_of_outcome,
        position: _,
    } = objective;
    people(see, [owner, customer_owner, confirmed_by]);
    any(
        see,
        [
            title,
            summary,
            successes,
            risks,
            business_impact,
            confirmed_words,
            close_reason,
            summary_of_outcome,
        ],
    );
    for PastConfirmation { by, on: _, words, withdrawn: _, reason, ended_on: _ } in past_confirmations {
        people(see, [by]);
        any(see, [words, reason]);
    }
}

pub(super) fn see_criterion(criterion: &mut Criterion, see: See<'_>) {
    let Criterion {
        objective_id: _,
        name,
        kind: _,
        unit,
        direction: _,
        baseline: _,
        target: _,
        target_min: _,
        target_max: _,
        target_date: _,
        interim_targets: _,
        source: _,
        weight: _,
        position: _,
    } = criterion;
    any(see, [name, unit]);
}

pub(super) fn see_reading(reading: &mut Reading, see: See<'_>) {
    let Reading { criterion_id: _, date: _, value: _, note, note_visibility: _, evidence, who } = reading;
    people(see, [who]);
    any(see, [note, evidence]);
}

pub(super) fn see_initiative(initiative: &mut Initiative, see: See<'_>) {
    let Initiative {
        objective_id: _,
        also_serves: _,
        title,
        update_text,
        dri,
        customer_dri,
        due: _,
        status: _,
        visibility: _,
        position: _,
    } = initiative;
    people(see, [dri, customer_dri]);
    any(see, [title, update_text]);
}

pub(super) fn see_task(task: &mut Task, see: See<'_>) {
    let Task {
        initiative_id: _,
        account_id: _,
        touchpoint_id: _,
        workshop_id: _,
        title,
        owner,
        owner_side: _,
        customer_dri,
        start: _,
        due: _,
        done_date: _,
        status: _,
        priority: _,
        milestone: _,
        milestone_risk: _,
        blocked_reason,
        visibility: _,
        recurrence: _,
        position: _,
    } = task;
    people(see, [owner, customer_dri]);
    any(see, [title, blocked_reason]);
}

fn see_contact(contact: &mut Contact, see: See<'_>) {
    let Contact {
        account_id: _,
        name,
        title,
        persona: _,
        influence: _,
        sentiment: _,
        reports_to: _,
        email,
        phone,
        left_on: _,
        notes,
    } = contact;
    see(Text::Person { name, email });
    any(see, [title, phone, notes]);
}

fn see_command_plan(plan: &mut CommandPlan, see: See<'_>) {
    let CommandPlan {
        account_id: _,
        why_now,
        why_gitlab,
        why_anything,
        primary_value_driver,
        solution,
        primary_capability,
        metrics,
        economic_buyer,
        decision_process,
        decision_criteria,
        partners,
        paper_process,
        identify_pain,
        champion,
        competition,
        before_scenarios,
        negative_consequences,
        positive_business_outcomes,
        required_capabilities,
        close_plan,
        risks,
        help,
        links: _,
    } = plan;
    people(see, [economic_buyer, champion]);
    any(see, [why_now, why_gitlab, why_anything, primary_value_driver, solution, primary_capability]);
    any(see, [decision_process, decision_criteria, partners, paper_process, identify_pain, competition]);
    any(see, [before_scenarios, negative_consequences, close_plan, risks, help]);
    for line in metrics.iter_mut().chain(positive_business_outcomes).chain(required_capabilities) {
        any(see, [line]);
    }
}

fn see_me(me: &mut Me, see: See<'_>) {
    let Me {
        name,
        title,
        email,
        zone: _,
        country: _,
        subdivision: _,
        working_week: _,
        leave,
        holidays,
        fiscal_year_start: _,
        paper: _,
        date_order: _,
        onboarding_targets: _,
    } = me;
    see(Text::Person { name, email });
    any(see, [title]);
    for Leave { from: _, to: _, note } in leave {
        any(see, [note]);
    }
    own_days(holidays, see);
}

fn own_days(holidays: &mut [OwnHoliday], see: See<'_>) {
    for OwnHoliday { date: _, name, working: _ } in holidays {
        any(see, [name]);
    }
}

fn see_account(account: &mut Account, see: See<'_>) {
    let Account {
        name,
        success_tier: _,
        priority: _,
        lifecycle_stage: _,
        segment,
        region,
        industry,
        country: _,
        subdivision: _,
        holidays,
        city,
        other_sites,
        time_zone: _,
        document_language: _,
        paper: _,
        public_sector: _,
        classification,
        sentiment: _,
        sentiment_date: _,
        sentiment_reason,
        arr: _,
        renewal_date: _,
        fiscal_year_start: _,
        customer_since: _,
        hosting: _,
        product_version: _,
        provider: _,
        deployer: _,
        reference_architecture,
        high_availability: _,
        air_gapped: _,
        backup_and_dr,
        first_value_on: _,
        first_value_users: _,
        first_value_evidence,
        onboarded_on: _,
        onboarding_delay_reason,
        tool_stack,
        account_team,
        links,
        notes,
        sample: _,
        subscription_plan: _,
        licensed_seats: _,
    } = account;
    own_days(holidays, see);
    for TeamMember { role: _, name } in account_team {
        see(Text::Person { name, email: &mut String::new() });
    }
    for Link { system, id, url } in links {
        see(Text::Host(url));
        any(see, [system, id]);
    }
    for site in other_sites {
        see(Text::Host(site));
    }
    for ToolUse { area: _, tool, satisfaction: _, appetite: _, contract_end: _ } in tool_stack {
        any(see, [tool]);
    }
    any(see, [reference_architecture, backup_and_dr, first_value_evidence, onboarding_delay_reason]);
    any(see, [name, segment, region, industry, city, classification, sentiment_reason, notes]);
}

fn see_brand(brand: &mut Brand, see: See<'_>) {
    let Brand { company, logo: _, colour: _, footer, labels } = brand;
    any(see, [company, footer]);
    for label in labels.values_mut().flat_map(|labels| labels.values_mut()) {
        any(see, [label]);
    }
}
