//! A template as a flat list of parts: what hangs under what, and the fields of each.
//!
//! A part's fields are those of the record it becomes, but that days stand for dates and keys for ids. So one
//! comparison field by field serves every kind.

use std::collections::{BTreeMap, BTreeSet};

use serde::{Deserialize, Serialize};
use serde_json::Value;
use ts_rs::TS;

use super::{
    condition::{Condition, Profile},
    content::{
        After, TemplateContent, TemplateCriterion, TemplateInitiative, TemplateObjective, TemplateTask,
    },
};
use crate::kind::Kind;

/// The key of the plan itself; no key of a template can look like it.
pub const PLAN_KEY: &str = "@plan";

/// The fields of a part, by name; null where nothing is said.
pub type Fields = BTreeMap<String, Value>;

/// What names a part: its kind and its key.
pub type PartId = (Kind, String);

/// One part of a template: what becomes one record.
#[derive(Clone, PartialEq, Debug, Serialize, Deserialize)]
pub struct Part {
    /// What it becomes.
    pub kind: Kind,
    /// Its key; of a dependency the keys of both tasks, `first>second`.
    pub key: String,
    /// Its fields; `under` is the key of the part it hangs under.
    pub fields: Fields,
}

/// A part that is not made.
#[derive(Clone, PartialEq, Debug, Serialize, Deserialize, TS)]
pub struct LeftOutPart {
    /// Its kind.
    pub kind: Kind,
    /// Its key.
    pub key: String,
    /// Its name or title.
    pub title: String,
    /// Why.
    pub why: LeftOutWhy,
}

/// Why a part is not made.
#[derive(Clone, PartialEq, Debug, Serialize, Deserialize, TS)]
#[serde(tag = "reason", rename_all = "snake_case")]
pub enum LeftOutWhy {
    /// It is meant for other accounts.
    Condition(Condition),
    /// It was left out by choice.
    Choice,
    /// What it hangs under is left out.
    Above {
        /// The title of that.
        title: String,
    },
}

impl Part {
    /// What names it.
    #[must_use]
    pub fn id(&self) -> PartId {
        (self.kind, self.key.clone())
    }

    /// A field that is a text: the title, or a key.
    #[must_use]
    pub fn text(&self, field: &str) -> &str {
        self.fields.get(field).and_then(Value::as_str).unwrap_or_default()
    }

    /// Its name or title.
    #[must_use]
    pub fn title(&self) -> &str {
        self.text(if self.kind == Kind::Criterion { "name" } else { "title" })
    }

    /// The parts that must be there for this one: what it hangs under, or the two tasks that it joins.
    #[must_use]
    pub fn needs(&self) -> Vec<PartId> {
        let of = |kind, field| (kind, self.text(field).to_owned());
        match self.kind {
            Kind::Criterion | Kind::Initiative => vec![of(Kind::Objective, "under")],
            Kind::Task => vec![of(Kind::Initiative, "under")],
            Kind::Dependency => vec![of(Kind::Task, "predecessor"), of(Kind::Task, "successor")],
            Kind::ChecklistStep if !self.text("under").is_empty() => vec![of(Kind::ChecklistStep, "under")],
            _ => Vec::new(),
        }
    }
}

/// The fields of something of a template, less what says how it is used.
fn fields<T: Serialize>(of: &T, under: Option<&str>) -> Fields {
    let mut fields: Fields = match serde_json::to_value(of) {
        Ok(Value::Object(fields)) => fields.into_iter().collect(),
        _ => Fields::new(),
    };
    for inner in ["key", "when", "after", "criteria", "initiatives", "tasks"] {
        fields.remove(inner);
    }
    if let Some(under) = under {
        fields.insert("under".into(), under.into());
    }
    fields
}

/// Walks a template, parents before children, dependencies last, and keeps each part's condition beside it.
#[derive(Default)]
struct Walk {
    parts: Vec<(Part, Vec<Condition>)>,
    links: Vec<Part>,
}

impl Walk {
    fn add(&mut self, kind: Kind, key: &str, fields: Fields, when: &[Condition]) {
        self.parts.push((Part { kind, key: key.to_owned(), fields }, when.to_vec()));
    }

    fn objective(&mut self, objective: &TemplateObjective) {
        let TemplateObjective { key, when, criteria, initiatives, .. } = objective;
        self.add(Kind::Objective, key, fields(objective, None), when);
        for criterion in criteria {
            let TemplateCriterion { key: own, when, .. } = criterion;
            self.add(Kind::Criterion, own, fields(criterion, Some(key)), when);
        }
        for initiative in initiatives {
            let TemplateInitiative { key: own, when, tasks, .. } = initiative;
            self.add(Kind::Initiative, own, fields(initiative, Some(key)), when);
            for task in tasks {
                self.task(task, own);
            }
        }
    }

    fn task(&mut self, task: &TemplateTask, under: &str) {
        let TemplateTask { key, when, after, .. } = task;
        self.add(Kind::Task, key, fields(task, Some(under)), when);
        for After { key: first, lag_days } in after {
            let fields = [
                ("predecessor", Value::from(first.as_str())),
                ("successor", key.as_str().into()),
                ("lag_days", (*lag_days).into()),
            ];
            self.links.push(Part {
                kind: Kind::Dependency,
                key: format!("{first}>{key}"),
                fields: fields.into_iter().map(|(name, value)| (name.to_owned(), value)).collect(),
            });
        }
    }
}

impl TemplateContent {
    /// Every part, parents before children, with the conditions of each.
    fn walk(&self) -> Vec<(Part, Vec<Condition>)> {
        let Self { plan_type, weeks, strategy, objectives } = self;
        let mut walk = Walk::default();
        let plan = [
            ("type", serde_json::json!(plan_type)),
            ("weeks", (*weeks).into()),
            ("strategy", strategy.as_str().into()),
        ];
        let plan = plan.into_iter().map(|(name, value)| (name.to_owned(), value)).collect();
        walk.add(Kind::Plan, PLAN_KEY, plan, &[]);
        objectives.iter().for_each(|objective| walk.objective(objective));
        let Walk { mut parts, links } = walk;
        parts.extend(links.into_iter().map(|link| (link, Vec::new())));
        parts
    }

    /// Every part, whatever its conditions.
    #[must_use]
    pub fn parts(&self) -> Vec<Part> {
        self.walk().into_iter().map(|(part, _)| part).collect()
    }

    /// The parts that fit an account, and those that do not with the reason.
    #[must_use]
    pub fn parts_for(&self, profile: &Profile) -> (Vec<Part>, Vec<LeftOutPart>) {
        sort_out(self.walk(), |_, when| {
            when.iter().find(|one| !one.holds(profile)).cloned().map(LeftOutWhy::Condition)
        })
    }

    /// Those of `parts` that are left when some keys are left out by choice, and what goes with them.
    #[must_use]
    pub fn without(parts: &[Part], keys: &BTreeSet<String>) -> (Vec<Part>, Vec<LeftOutPart>) {
        let parts = parts.iter().map(|part| (part.clone(), Vec::new())).collect();
        sort_out(parts, |part, _| keys.contains(&part.key).then_some(LeftOutWhy::Choice))
    }
}

/// Leaves out what `why` says and, with it, what needs it. Parents come first.
pub(crate) fn sort_out(
    parts: Vec<(Part, Vec<Condition>)>,
    why: impl Fn(&Part, &[Condition]) -> Option<LeftOutWhy>,
) -> (Vec<Part>, Vec<LeftOutPart>) {
    let titles: BTreeMap<PartId, String> =
        parts.iter().map(|(part, _)| (part.id(), part.title().to_owned())).collect();
    let (mut kept, mut left) = (Vec::new(), Vec::new());
    let mut gone: BTreeSet<PartId> = BTreeSet::new();
    for (part, when) in parts {
        let above = || {
            let need = part.needs().into_iter().find(|need| gone.contains(need))?;
            Some(LeftOutWhy::Above { title: titles.get(&need).cloned().unwrap_or_default() })
        };
        match why(&part, &when).or_else(above) {
            None => kept.push(part),
            Some(why) => {
                gone.insert(part.id());
                let of = |key: &str| titles.get(&(Kind::Task, key.to_owned())).cloned().unwrap_or_default();
                let title = match part.kind {
                    Kind::Dependency => {
                        format!("{} > {}", of(part.text("predecessor")), of(part.text("successor")))
                    }
                    _ => part.title().to_owned(),
                };
                left.push(LeftOutPart { kind: part.kind, key: part.key, title, why });
            }
        }
    }
    (kept, left)
}
