//! What makes a checklist template usable: keys that name one step, dates that count from something, gates that open.

use std::collections::{BTreeMap, BTreeSet};

use chrono::NaiveDate;

use super::{ChecklistTemplate, TemplateAnchor, TemplateStep, outline};
use crate::{
    cascade::Calendars,
    checklist::{OffsetFrom, check_phases, step_dates},
    problem::{Problem, Reason},
    record::Record,
    template::{Part, check_key},
    text,
};

impl ChecklistTemplate {
    /// Whether a checklist can be made of it.
    ///
    /// # Errors
    /// The first field that is wrong, by its path in the template: `phases[0].steps[2].from`.
    pub(super) fn check_parts(&self) -> Result<(), Problem> {
        self.check_anchors()?;
        check_phases(&self.gates())?;
        let places = self.places()?;
        for (step, at) in self.steps() {
            let field = |name: &str| format!("{at}.{name}");
            match &step.from {
                OffsetFrom::Anchor(key) => {
                    if !self.anchor_keys().any(|known| known == key) {
                        return Err(Problem::new(field("from"), Reason::NoPart { key: key.clone() }));
                    }
                }
                OffsetFrom::Due(key) | OffsetFrom::Done(key) => {
                    if !places.contains_key(key.as_str()) {
                        return Err(Problem::new(field("from"), Reason::NoPart { key: key.clone() }));
                    }
                }
            }
            for (index, condition) in step.when.iter().enumerate() {
                condition.check(&format!("{at}.when[{index}]"))?;
            }
        }
        self.check_parents()?;
        let parts: Vec<Part> = self.walk().into_iter().map(|(part, _)| part).collect();
        for (step, (_, at)) in outline(&parts)?.iter().zip(self.steps()) {
            step.check(NaiveDate::default()).map_err(|Problem { field, reason }| {
                let field = match field.as_str() {
                    "group_title" => "group",
                    "evidence_wanted" => "evidence",
                    "depth" => "parent",
                    other => other,
                };
                Problem { field: format!("{at}.{field}"), reason }
            })?;
        }
        step_dates(&outline(&parts)?, &BTreeMap::new(), &Calendars::default()).map_err(
            |Problem { field: _, reason }| {
                let first = match &reason {
                    Reason::OffsetLoop { path } => path.first(),
                    _ => None,
                };
                let met = self.steps().find(|(step, _)| Some(&step.title) == first);
                Problem { field: met.map_or_else(|| "phases".into(), |(_, at)| format!("{at}.from")), reason }
            },
        )?;
        self.check_gates(&parts)
    }

    /// Every step with its place in the template: `phases[0].steps[2]`.
    pub fn steps(&self) -> impl Iterator<Item = (&TemplateStep, String)> {
        self.phases.iter().enumerate().flat_map(|(at, phase)| {
            phase
                .steps
                .iter()
                .enumerate()
                .map(move |(index, step)| (step, format!("phases[{at}].steps[{index}]")))
        })
    }

    /// Anchors are named once, and reckoned from those that stand before them.
    fn check_anchors(&self) -> Result<(), Problem> {
        let mut known: BTreeSet<&str> = super::ANCHORS.into();
        let mut own = BTreeSet::new();
        for (at, TemplateAnchor { key, title, from, offset_days }) in self.anchors.iter().enumerate() {
            let field = |name: &str| format!("anchors[{at}].{name}");
            check_key(&field("key"), key)?;
            text::name("title", title).map_err(|problem| Problem::new(field("title"), problem.reason))?;
            if !own.insert(key) {
                return Err(Problem::new(field("key"), Reason::Twice { what: key.clone() }));
            }
            if offset_days.unsigned_abs() > 2_700 {
                return Err(Problem::new(field("offset_days"), Reason::TooLarge));
            }
            match from {
                Some(OffsetFrom::Anchor(base)) if base != key && known.contains(base.as_str()) => {}
                Some(from) => {
                    let key = String::from(from.clone());
                    return Err(Problem::new(field("from"), Reason::NoPart { key }));
                }
                None => {}
            }
            known.insert(key);
        }
        Ok(())
    }

    /// Where each key stands; each names one step, in letters that survive everywhere.
    fn places(&self) -> Result<BTreeMap<&str, String>, Problem> {
        let mut places = BTreeMap::new();
        for (step, at) in self.steps() {
            let field = format!("{at}.key");
            check_key(&field, &step.key)?;
            if places.insert(step.key.as_str(), at).is_some() {
                return Err(Problem::new(field, Reason::Twice { what: step.key.clone() }));
            }
        }
        Ok(places)
    }

    /// A step stands right below its parent or below another step of the same parent: an outline keeps nothing but
    /// order and depth.
    fn check_parents(&self) -> Result<(), Problem> {
        for (at, phase) in self.phases.iter().enumerate() {
            // The way from the top to the step before.
            let mut above: Vec<&str> = Vec::new();
            for (index, step) in phase.steps.iter().enumerate() {
                match above.iter().position(|key| *key == step.parent) {
                    Some(depth) => above.truncate(depth + 1),
                    None if step.parent.is_empty() => above.clear(),
                    None => {
                        let field = format!("phases[{at}].steps[{index}].parent");
                        return Err(Problem::new(field, Reason::NoPart { key: step.parent.clone() }));
                    }
                }
                above.push(&step.key);
            }
        }
        Ok(())
    }
}
