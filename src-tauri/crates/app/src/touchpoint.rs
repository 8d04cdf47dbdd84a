//! `touchpoint.log`: a call, a meeting or a mail with what was agreed in it, as one step.

use cairn_domain::{Problem, Record as _, Side, Task, Touchpoint};
use cairn_wire::{LogWarning, Logged, LoggedAction, TouchpointLog};

use crate::{
    context::Context,
    crud::{add, view, views},
    error::Result,
};

/// Logs a touchpoint; its actions are tasks whose home it is. A call without any is questioned, not refused.
pub(crate) async fn log(context: &Context, request: TouchpointLog) -> Result<Logged> {
    let TouchpointLog { touchpoint, names_us, actions } = request;
    let me = context.me().await?;
    let today = context.today_of(me.as_ref());
    let me = me.map(|me| me.record.name).unwrap_or_default();
    let mut touchpoint: Touchpoint = touchpoint.into_record(today)?;
    if !names_us && !me.trim().is_empty() {
        touchpoint.our_attendees = vec![me.clone()];
    }
    // Before the workspace is made: a refused request leaves nothing behind.
    touchpoint.check(today)?;
    let open = context.workspace_to_write().await?;
    let mut tx = context.begin(&open, "touchpoint.log").await?;
    let questioned = touchpoint.touchpoint_type.is_call() && actions.is_empty();
    let logged = add(&mut tx, touchpoint, today).await?;
    let mut agreed = Vec::with_capacity(actions.len());
    for (at, action) in actions.into_iter().enumerate() {
        let task = task(action, &logged.id, &me)?;
        task.check(today).map_err(|problem| about_action(at, problem))?;
        agreed.push(add(&mut tx, task, today).await?);
    }
    let answer = Logged {
        touchpoint: view(tx.rows(), logged).await?,
        actions: views(tx.rows(), agreed).await?,
        warnings: if questioned { vec![LogWarning::NoActions] } else { Vec::new() },
    };
    context.commit(tx, answer).await
}

/// The task that an action becomes: internal, as every task outside a plan.
fn task(action: LoggedAction, home: &impl serde::Serialize, me: &str) -> Result<Task> {
    let LoggedAction { title, owner_side, owner, due } = action;
    let mine = owner_side == Side::Ours && owner.trim().is_empty();
    Ok(serde_json::from_value(serde_json::json!({
        "touchpoint_id": home,
        "title": title,
        "owner_side": owner_side,
        "owner": if mine { me } else { &owner },
        "due": due,
    }))?)
}

fn about_action(at: usize, problem: Problem) -> Problem {
    let Problem { field, reason } = problem;
    Problem::new(format!("actions[{at}].{field}"), reason)
}
