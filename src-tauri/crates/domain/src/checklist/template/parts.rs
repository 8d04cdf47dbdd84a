//! A checklist template as a flat list of parts, as templates of plans have them, and parts as steps.
//!
//! A part's fields are those of the step it becomes; `under` is the key of the step that it is indented under, and
//! stands for the depth.

use std::collections::BTreeMap;

use serde::{Deserialize as _, de::value::MapDeserializer};
use serde_json::{Value, json};
use uuid::Uuid;

use super::{ChecklistTemplate, TemplatePhase, TemplateStep};
use crate::{
    checklist::{ChecklistPhase, ChecklistStep, Offset, OffsetFrom},
    kind::Kind,
    problem::{Problem, Reason},
    template::{Condition, Fields, LeftOutPart, LeftOutWhy, PLAN_KEY, Part, Profile, sort_out},
    words::{Audience, DayCount},
};

/// The part of the checklist itself: its phases.
#[must_use]
pub fn checklist_part(phases: &[ChecklistPhase]) -> Part {
    let fields = Fields::from([("phases".to_owned(), json!(phases))]);
    Part { kind: Kind::Checklist, key: PLAN_KEY.to_owned(), fields }
}

fn step_part(phase: &str, step: &TemplateStep) -> (Part, Vec<Condition>) {
    let TemplateStep {
        key,
        title,
        group,
        why,
        how,
        links,
        files,
        owner_side,
        role,
        required,
        visibility,
        guidance_for,
        evidence,
        when,
        offset_days,
        from,
        calendar,
        parent,
        follows,
    } = step;
    let fields = [
        ("phase", json!(phase)),
        ("title", json!(title)),
        ("group_title", json!(group)),
        ("why", json!(why)),
        ("how", json!(how)),
        ("links", json!(links)),
        ("files", json!(files)),
        ("owner_side", json!(owner_side)),
        ("role", json!(role)),
        ("required", json!(required)),
        ("visibility", json!(visibility)),
        ("evidence_wanted", json!(evidence)),
        ("offset_days", json!(offset_days)),
        ("offset_from", json!(from)),
        ("calendar", json!(calendar)),
        ("follows_kind", json!(follows)),
        ("under", json!(parent)),
    ];
    // Left out where it is the default, so that a checklist that was made before this field existed does not differ
    // from its template.
    let guidance = (*guidance_for != Audience::default()).then(|| ("guidance_for", json!(guidance_for)));
    let fields = fields.into_iter().chain(guidance);
    let fields = fields.map(|(name, value)| (name.to_owned(), value)).collect();
    (Part { kind: Kind::ChecklistStep, key: key.clone(), fields }, when.clone())
}

impl ChecklistTemplate {
    /// Its phases with their gates.
    #[must_use]
    pub fn gates(&self) -> Vec<ChecklistPhase> {
        let phase = |TemplatePhase { title, gate, steps: _ }: &TemplatePhase| ChecklistPhase {
            title: title.clone(),
            gate: gate.clone(),
        };
        self.phases.iter().map(phase).collect()
    }

    /// The checklist and every step, in order, with the conditions of each.
    pub(super) fn walk(&self) -> Vec<(Part, Vec<Condition>)> {
        let steps = self.phases.iter().flat_map(|TemplatePhase { title, gate: _, steps }| {
            steps.iter().map(move |step| step_part(title, step))
        });
        std::iter::once((checklist_part(&self.gates()), Vec::new())).chain(steps).collect()
    }

    /// The parts that fit an account, and those that do not with the reason. What counts from a step that is left out
    /// counts from what that would have counted from.
    #[must_use]
    pub fn parts_for(&self, profile: &Profile) -> (Vec<Part>, Vec<LeftOutPart>) {
        let (mut parts, left) = sort_out(self.walk(), |_, when| {
            when.iter().find(|one| !one.holds(profile)).cloned().map(LeftOutWhy::Condition)
        });
        let all = self.phases.iter().flat_map(|phase| &phase.steps);
        let gone: BTreeMap<&str, &TemplateStep> = all
            .map(|step| (step.key.as_str(), step))
            .filter(|(key, _)| left.iter().any(|left| left.key == *key))
            .collect();
        if !gone.is_empty() {
            parts.iter_mut().for_each(|part| bridge(part, &gone));
        }
        (parts, left)
    }

    /// A gate opens once the required steps before it are over, so there must be one.
    ///
    /// # Errors
    /// `phases[0].gate` of the first that nobody could open.
    pub fn check_gates(&self, parts: &[Part]) -> Result<(), Problem> {
        for (at, TemplatePhase { title, gate, steps: _ }) in self.phases.iter().enumerate() {
            let opens = |part: &Part| {
                part.kind == Kind::ChecklistStep
                    && part.text("phase") == title
                    && part.fields.get("required") == Some(&Value::Bool(true))
            };
            if !gate.is_empty() && !parts.iter().any(opens) {
                let reason = Reason::GateShut { phase: title.clone() };
                return Err(Problem::new(format!("phases[{at}].gate"), reason));
            }
        }
        Ok(())
    }
}

/// A part that counted from a step that is left out counts from what that one counted from, by both offsets together.
fn bridge(part: &mut Part, gone: &BTreeMap<&str, &TemplateStep>) {
    let said = |part: &Part, field: &str| part.fields.get(field).cloned().unwrap_or_default();
    // A template that was checked has no loop of offsets; the count ends this for one that was not.
    for _ in 0..=gone.len() {
        let from: Option<OffsetFrom> = serde_json::from_value(said(part, "offset_from")).ok();
        let Some(step) = from.as_ref().and_then(OffsetFrom::step).and_then(|key| gone.get(key)) else {
            return;
        };
        let count: DayCount = serde_json::from_value(said(part, "calendar")).unwrap_or_default();
        let days = said(part, "offset_days").as_i64().and_then(|days| i32::try_from(days).ok());
        let own = Offset { days: days.unwrap_or_default(), count };
        let both = own.behind(Offset { days: step.offset_days, count: step.calendar });
        part.fields.insert("offset_from".into(), json!(step.from));
        part.fields.insert("offset_days".into(), json!(both.days));
        part.fields.insert("calendar".into(), json!(both.count));
    }
}

/// The step that a part becomes, at a depth. It belongs to no checklist yet.
///
/// # Errors
/// `key` where a field of the part is none that a step could have.
pub fn step_of(part: &Part, depth: i64) -> Result<ChecklistStep, Problem> {
    let own = [("checklist_id", &json!(Uuid::nil())), ("key", &json!(part.key)), ("depth", &json!(depth))];
    let fields = part.fields.iter().map(|(field, value)| (field.as_str(), value));
    let fields = fields.filter(|(field, value)| *field != "under" && !value.is_null());
    ChecklistStep::deserialize(MapDeserializer::new(fields.chain(own)))
        .map_err(|why: serde_json::Error| Problem::new("key", Reason::Unreadable { why: why.to_string() }))
}

/// The steps of parts, in their order, each as deep as what it stands under says.
///
/// # Errors
/// As [`step_of`].
pub fn outline(parts: &[Part]) -> Result<Vec<ChecklistStep>, Problem> {
    let mut depths: BTreeMap<&str, i64> = BTreeMap::new();
    let mut steps = Vec::with_capacity(parts.len());
    for part in parts.iter().filter(|part| part.kind == Kind::ChecklistStep) {
        let depth = depths.get(part.text("under")).map_or(0, |above| above + 1);
        depths.insert(&part.key, depth);
        steps.push(step_of(part, depth)?);
    }
    Ok(steps)
}
