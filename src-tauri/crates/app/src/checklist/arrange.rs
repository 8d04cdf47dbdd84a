//! `checklist.add_step move_step indent_step`: the outline of a checklist, where a step goes with what stands under it.

use std::ops::Range;

use cairn_domain::{ChecklistStep, ChecklistStepId, Position, Problem, Reason, Stored};
use cairn_store::Tx;
use cairn_wire::{AddStep, Create, IndentStep, MoveStep, Request as _, RequestBody, View};
use serde_json::json;

use super::{resource::no_phase, run::ChecklistRun};
use crate::{
    context::Context,
    crud::{Along, New, make, view, write_whole},
    error::Result,
};

impl ChecklistRun {
    /// A step and all that stands under it.
    fn branch(&self, at: usize) -> Range<usize> {
        let Some(step) = self.steps.get(at) else { return at..at };
        let under = |other: &&Stored<ChecklistStep>| {
            other.record.phase == step.record.phase && other.record.depth > step.record.depth
        };
        let length = self.steps.iter().skip(at + 1).take_while(under).count();
        at..at + 1 + length
    }

    /// How deep a step behind `before` may stand in a phase.
    fn deepest(&self, before: Option<usize>, phase: &str) -> i64 {
        let above = before.and_then(|at| self.steps.get(at));
        above.filter(|step| step.record.phase == phase).map_or(0, |step| step.record.depth + 1)
    }

    /// Where a step of some depth ends up that is put behind `before`. It never comes between a step and what stands
    /// under that: those would stand under the new step then.
    fn behind_branch(
        &self,
        before: Option<usize>,
        phase: &str,
        depth: i64,
        without: &Range<usize>,
    ) -> Option<usize> {
        let first = before.map_or(0, |at| at + 1);
        let outside = (first..self.steps.len()).filter(|at| !without.contains(at));
        let deeper = |at: &usize| {
            let step = self.steps.get(*at).map(|step| &step.record);
            step.is_some_and(|step| step.phase == phase && step.depth > depth)
        };
        outside.take_while(deeper).last().or(before)
    }

    /// Positions for so many steps behind the one at `before`, or in front of all.
    fn room(&self, before: Option<usize>, many: usize, without: &Range<usize>) -> Result<Vec<Position>> {
        let outside = |at: &usize| !without.contains(at);
        let place = |at: usize| self.steps.get(at).map(|step| &step.record.position);
        let mut lower = before.and_then(place).cloned();
        // Positions run through the whole checklist whatever the phases, so the next one is looked for among all steps.
        let upper = (0..self.steps.len()).filter(outside).filter_map(place);
        let upper = upper.filter(|one| lower.as_ref().is_none_or(|lower| *one > lower)).min().cloned();
        let mut places = Vec::with_capacity(many);
        for _ in 0..many {
            let next = Position::between(lower.as_ref(), upper.as_ref());
            let next = next.ok_or_else(|| Problem::new("after", Reason::Elsewhere))?;
            lower = Some(next.clone());
            places.push(next);
        }
        Ok(places)
    }

    /// The last step of a phase, or of those before it.
    fn last_of(&self, phase: &str) -> Option<usize> {
        let phases = &self.list.record.phases;
        let rank = |title: &str| phases.iter().position(|phase| phase.title == title);
        let until = rank(phase);
        self.steps.iter().rposition(|step| rank(&step.record.phase) <= until)
    }
}

/// Adds a step: behind another and what stands under it, in its phase and as deep as it unless said; or last.
pub(crate) async fn add_step(context: &Context, request: AddStep) -> Result<View<ChecklistStep>> {
    let AddStep { checklist_id, title, after, phase, depth, due, owner_side, required, visibility } = request;
    let today = context.today().await?;
    let open = context.workspace_to_write().await?;
    let mut tx = context.begin(&open, "checklist.add_step").await?;
    let run = ChecklistRun::of(tx.rows(), checklist_id).await?;
    run.still_open("checklist_id")?;
    let after = match after {
        Some(id) => Some(run.place(id).map_err(|_| Problem::new("after", Reason::Elsewhere))?),
        None => None,
    };
    let neighbour = after.and_then(|at| run.steps.get(at)).map(|step| &step.record);
    let last = || run.list.record.phases.last().map(|phase| phase.title.clone()).unwrap_or_default();
    let phase = phase.or_else(|| neighbour.map(|step| step.phase.clone())).unwrap_or_else(last);
    let beside = neighbour.filter(|step| step.phase == phase);
    let before = match after.filter(|_| beside.is_some()) {
        Some(at) => run.branch(at).end.checked_sub(1),
        None => run.last_of(&phase),
    };
    let deepest = run.deepest(before, &phase);
    if depth.is_some_and(|depth| !(0..=deepest).contains(&depth)) {
        return Err(Problem::new("depth", Reason::OutOfRange { min: 0, max: deepest }).into());
    }
    let depth = depth.unwrap_or_else(|| beside.map_or(0, |step| step.depth));
    let place = run.room(before, 1, &(0..0))?.pop().unwrap_or_default();
    let body = json!({
        "checklist_id": checklist_id, "title": title, "phase": phase, "due": due, "position": place, "key": own_key(&run),
        "depth": depth, "owner_side": owner_side.unwrap_or_default(),
        "required": required.unwrap_or(false), "visibility": visibility.unwrap_or_default(),
    });
    let body: RequestBody = body.as_object().cloned().unwrap_or_default();
    let record = Create::<ChecklistStep>::parse(body)?.into_record(today)?;
    let stored = make(&mut tx, New::placed(record), today, Along::Later).await?;
    let made = view(tx.rows(), stored).await?;
    context.commit(tx, made).await
}

/// A key that no step has, so that other dates can hang on the new one.
fn own_key(run: &ChecklistRun) -> String {
    let taken = |key: &String| run.steps.iter().any(|step| step.record.key == *key);
    (run.steps.len() + 1..).map(|number| format!("step_{number}")).find(|key| !taken(key)).unwrap_or_default()
}

/// Moves a step with what stands under it.
pub(crate) async fn move_step(context: &Context, request: MoveStep) -> Result<View<ChecklistStep>> {
    let MoveStep { step_id, after, phase } = request;
    let open = context.workspace_to_write().await?;
    let tx = context.begin(&open, "checklist.move_step").await?;
    let (run, at) = ChecklistRun::of_step(tx.rows(), step_id).await?;
    run.still_open("step_id")?;
    let branch = run.branch(at);
    let elsewhere = || Problem::new("after", Reason::Elsewhere);
    let after = match after {
        Some(id) => Some(run.place(id).map_err(|_| elsewhere())?),
        None => None,
    };
    if after.is_some_and(|after| branch.contains(&after)) {
        return Err(elsewhere().into());
    }
    let of = |at: usize| run.steps.get(at).map(|step| step.record.phase.clone());
    let phase = phase.or_else(|| of(after.unwrap_or(at))).unwrap_or_default();
    if !phase.is_empty() && !run.list.record.phases.iter().any(|known| known.title == phase) {
        return Err(Problem::new("phase", no_phase(&phase, &run.list.record)).into());
    }
    let before = match after {
        Some(after) => Some(after),
        // In front of the phase's first step, that is, behind whatever stands before that one.
        None => {
            let stays = |at: &usize| !branch.contains(at);
            let first = (0..run.steps.len()).filter(stays).find(|at| of(*at).as_ref() == Some(&phase));
            let first = first.unwrap_or(run.steps.len());
            (0..first).rev().find(stays)
        }
    };
    let root = run.steps.get(at).map(|step| step.record.depth).unwrap_or_default();
    let depth = root.min(run.deepest(before, &phase));
    let before = run.behind_branch(before, &phase, depth, &branch);
    let raise = root - depth;
    let places = run.room(before, branch.len(), &branch)?;
    let changed = |(step, position): (&Stored<ChecklistStep>, Position)| {
        let depth = (step.record.depth - raise).max(0);
        ChecklistStep { phase: phase.clone(), position, depth, ..step.record.clone() }
    };
    let moved = run.steps[branch.clone()].iter().zip(places).map(changed).collect();
    arranged(context, tx, &run, branch, moved).await
}

/// Indents a step with what stands under it, or takes it back.
pub(crate) async fn indent_step(context: &Context, request: IndentStep) -> Result<View<ChecklistStep>> {
    let IndentStep { step_id, by } = request;
    let open = context.workspace_to_write().await?;
    let tx = context.begin(&open, "checklist.indent_step").await?;
    let (run, at) = ChecklistRun::of_step(tx.rows(), step_id).await?;
    run.still_open("step_id")?;
    let branch = run.branch(at);
    let step = run.steps.get(at).map(|step| step.record.clone());
    let step = step.ok_or_else(|| Problem::new("step_id", Reason::Elsewhere))?;
    let depth = (step.depth + by.signum()).clamp(0, run.deepest(at.checked_sub(1), &step.phase));
    let by = depth - step.depth;
    let changed =
        |step: &Stored<ChecklistStep>| ChecklistStep { depth: step.record.depth + by, ..step.record.clone() };
    let moved: Vec<ChecklistStep> = run.steps[branch.clone()].iter().map(changed).collect();
    arranged(context, tx, &run, branch, moved).await
}

/// Writes a branch in its new place; the first step of it is answered.
async fn arranged(
    context: &Context,
    mut tx: Tx,
    run: &ChecklistRun,
    branch: Range<usize>,
    moved: Vec<ChecklistStep>,
) -> Result<View<ChecklistStep>> {
    let today = context.today().await?;
    let first = branch.start;
    let mut any = false;
    for (step, record) in run.steps[branch].iter().zip(moved) {
        any |= write_whole(&mut tx, step.clone(), record, today, Along::Later).await?.changed;
    }
    let id: ChecklistStepId = run.steps[first].id;
    let stored = tx.rows().get::<ChecklistStep>(id).await?;
    let shown = view(tx.rows(), stored).await?;
    if any { context.commit(tx, shown).await } else { Ok(shown) }
}
