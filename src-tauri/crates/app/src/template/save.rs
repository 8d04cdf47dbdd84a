//! `plan.save_as_template`: what worked for one customer, for the next.
//!
//! Taken along is the way: objectives, measures, initiatives, tasks, what waits for what, and the working days
//! between them. Left behind is what is one customer's: people, readings, where they started, what was said, met and
//! confirmed, how it went, and why; so is prose that names them. In titles a placeholder stands for their name.

use std::collections::{BTreeMap, BTreeSet};

use cairn_domain::{
    Account, After, Calendars, Criterion, CriterionKind, Dependency, Initiative, InitiativeId, Kind,
    Objective, ObjectiveId, Plan, RecordId, Stored, Task, TaskId, Template, TemplateContent,
    TemplateCriterion, TemplateInitiative, TemplateObjective, TemplateTask, WorkingCalendar,
};
use cairn_store::Rows;
use cairn_wire::{SaveAsTemplate, View};
use chrono::NaiveDate;

use super::customer_name::CustomerName;
use crate::{context::Context, error::Result, library, shift::calendars};

/// Longest key made of a title, in characters.
const KEY_MAX: usize = 40;

/// Makes a template of a plan.
pub(crate) async fn save(context: &Context, request: SaveAsTemplate) -> Result<View<Template>> {
    let SaveAsTemplate { id, title, summary } = request;
    let open = context.workspace().await?;
    let rows = open.store.rows();
    let plan = rows.get::<Plan>(id).await?;
    let content = Saved::read(rows, &plan).await?.content(&plan.record);
    library::add(context, "plan.save_as_template", Template { title, summary, content }).await
}

/// A plan's records, and the keys they get.
struct Saved {
    objectives: Vec<Stored<Objective>>,
    criteria: Vec<Stored<Criterion>>,
    initiatives: Vec<Stored<Initiative>>,
    tasks: Vec<Stored<Task>>,
    links: Vec<Stored<Dependency>>,
    objective_keys: BTreeMap<ObjectiveId, String>,
    task_keys: BTreeMap<TaskId, String>,
    days: Days,
    customer: CustomerName,
}

/// How days are counted: from the plan's start, by each side's calendar.
struct Days {
    start: NaiveDate,
    calendars: Calendars,
    both: WorkingCalendar,
}

impl Days {
    fn count(&self, calendar: &WorkingCalendar, date: Option<NaiveDate>) -> Option<u32> {
        // A length counts both ends, an offset only one; what lies before the start begins with it.
        date.map(|date| calendar.length(self.start, date) - 1)
    }

    fn both(&self, date: Option<NaiveDate>) -> Option<u32> {
        self.count(&self.both, date)
    }
}

/// Hands out keys made of titles, each once.
#[derive(Default)]
struct Keys(BTreeSet<String>);

impl Keys {
    fn of(&mut self, title: &str, kind: Kind) -> String {
        let folded = title.to_lowercase();
        let words: Vec<&str> =
            folded.split(|c: char| !c.is_ascii_alphanumeric()).filter(|word| !word.is_empty()).collect();
        let mut base: String = words.join("_").chars().take(KEY_MAX).collect();
        if base.is_empty() {
            base = kind.word().to_owned();
        }
        let mut key = base.clone();
        let mut number = 2_u32;
        while !self.0.insert(key.clone()) {
            key = format!("{base}_{number}");
            number += 1;
        }
        key
    }
}

impl Saved {
    async fn read(rows: Rows<'_>, plan: &Stored<Plan>) -> Result<Self> {
        let customer = CustomerName::of(&rows.get::<Account>(plan.record.account_id).await?.record.name);
        let mut tree = rows.tree(Kind::Plan, [plan.id.uuid()]);
        let mut objectives: Vec<Stored<Objective>> = tree.all().await?;
        let mut criteria: Vec<Stored<Criterion>> = tree.all().await?;
        let mut initiatives: Vec<Stored<Initiative>> = tree.all().await?;
        let mut tasks: Vec<Stored<Task>> = tree.all().await?;
        let links = tree.all().await?;
        let calendars = calendars(rows, plan.record.account_id).await?;
        let dates = objectives.iter().flat_map(|one| [one.record.start, one.record.due]);
        let dates = dates.chain(tasks.iter().flat_map(|one| [one.record.start, one.record.due]));
        let start = plan.record.period_start.or_else(|| dates.flatten().min()).unwrap_or_default();
        let both = calendars.ours.both(&calendars.customer);
        let titles = objectives.iter_mut().map(|one| &mut one.record.title);
        let titles = titles.chain(criteria.iter_mut().map(|one| &mut one.record.name));
        let titles = titles.chain(initiatives.iter_mut().map(|one| &mut one.record.title));
        for title in titles.chain(tasks.iter_mut().map(|one| &mut one.record.title)) {
            *title = customer.replaced(title);
        }
        Ok(Self {
            objectives,
            criteria,
            initiatives,
            tasks,
            links,
            objective_keys: BTreeMap::new(),
            task_keys: BTreeMap::new(),
            days: Days { start, calendars, both },
            customer,
        })
    }

    fn content(mut self, plan: &Plan) -> TemplateContent {
        let Plan {
            account_id: _,
            title: _,
            r#type,
            status: _,
            period_start: _,
            period_end,
            strategy,
            highlights: _,
            sponsor: _,
            approvers: _,
        } = plan.clone();
        let mut keys = Keys::default();
        self.objective_keys =
            self.objectives.iter().map(|one| (one.id, keys.of(&one.record.title, Kind::Objective))).collect();
        self.task_keys =
            self.tasks.iter().map(|one| (one.id, keys.of(&one.record.title, Kind::Task))).collect();
        let length = period_end.map(|end| (end - self.days.start).num_days() + 1);
        let weeks = length.and_then(|days| u32::try_from(days.max(1)).ok()).map(|days| days.div_ceil(7));
        TemplateContent {
            plan_type: r#type,
            weeks: weeks.unwrap_or(TemplateContent::default().weeks),
            strategy: self.customer.left_out(strategy),
            objectives: self.objectives.iter().map(|one| self.objective(one, &mut keys)).collect(),
        }
    }

    fn objective(&self, objective: &Stored<Objective>, keys: &mut Keys) -> TemplateObjective {
        let Objective {
            plan_id: _,
            title,
            summary,
            successes: _,
            risks: _,
            risks_visibility: _,
            business_impact: _,
            use_case,
            priority,
            status: _,
            stage: _,
            confirmed_by: _,
            confirmed_on: _,
            confirmed_words: _,
            past_confirmations: _,
            owner: _,
            customer_owner: _,
            start,
            due,
            close_reason: _,
            summary_of_outcome: _,
            position: _,
        } = objective.record.clone();
        let criteria = self.criteria.iter().filter(|one| one.record.objective_id == objective.id);
        let initiatives = self.initiatives.iter().filter(|one| one.record.objective_id == objective.id);
        TemplateObjective {
            key: self.objective_keys.get(&objective.id).cloned().unwrap_or_default(),
            title,
            summary: self.customer.left_out(summary),
            successes: String::new(),
            risks: String::new(),
            use_case,
            priority,
            start_day: self.days.both(start),
            due_day: self.days.both(due),
            when: Vec::new(),
            criteria: criteria.map(|one| self.criterion(&one.record, keys)).collect(),
            initiatives: initiatives.map(|one| self.initiative(one, keys)).collect(),
        }
    }

    fn criterion(&self, criterion: &Criterion, keys: &mut Keys) -> TemplateCriterion {
        let Criterion {
            objective_id: _,
            name,
            kind,
            unit,
            direction,
            baseline,
            target,
            target_min,
            target_max,
            target_date,
            interim_targets: _,
            source: _,
            weight,
            position: _,
        } = criterion.clone();
        TemplateCriterion {
            key: keys.of(&name, Kind::Criterion),
            name,
            kind,
            unit,
            direction,
            // Where a customer started is theirs; that a thing is not there yet holds for the next one too.
            baseline: baseline.filter(|_| kind == CriterionKind::YesNo),
            target,
            target_min,
            target_max,
            weight,
            target_day: self.days.both(target_date),
            when: Vec::new(),
        }
    }

    fn initiative(&self, initiative: &Stored<Initiative>, keys: &mut Keys) -> TemplateInitiative {
        let Initiative {
            objective_id: _,
            also_serves,
            title,
            update_text: _,
            dri: _,
            customer_dri: _,
            due,
            status: _,
            visibility,
            position: _,
        } = initiative.record.clone();
        TemplateInitiative {
            key: keys.of(&title, Kind::Initiative),
            title,
            update_text: String::new(),
            due_day: self.days.both(due),
            also_serves: also_serves.iter().filter_map(|id| self.objective_keys.get(id).cloned()).collect(),
            visibility,
            when: Vec::new(),
            tasks: self.tasks_of(initiative.id).map(|task| self.task(task)).collect(),
        }
    }

    fn tasks_of(&self, initiative: InitiativeId) -> impl Iterator<Item = &Stored<Task>> {
        self.tasks.iter().filter(move |task| task.record.home.of() == Some(initiative))
    }

    fn task(&self, task: &Stored<Task>) -> TemplateTask {
        let Task {
            home: _,
            title,
            owner: _,
            owner_side,
            customer_dri: _,
            start,
            due,
            done_date: _,
            status: _,
            priority,
            milestone,
            milestone_risk: _,
            blocked_reason: _,
            visibility,
            recurrence: _,
            position: _,
        } = task.record.clone();
        let calendar = self.days.calendars.of(owner_side);
        let after = self.links.iter().filter(|link| link.record.successor_id == task.id);
        TemplateTask {
            key: self.task_keys.get(&task.id).cloned().unwrap_or_default(),
            title,
            owner_side,
            start_day: self.days.count(calendar, start),
            due_day: self.days.count(calendar, due),
            milestone,
            priority,
            visibility,
            after: after
                .filter_map(|link| {
                    let Dependency { predecessor_id, successor_id: _, lag_days } = &link.record;
                    let key = self.task_keys.get(predecessor_id)?.clone();
                    Some(After { key, lag_days: u32::try_from(*lag_days).unwrap_or_default() })
                })
                .collect(),
            when: Vec::new(),
        }
    }
}
