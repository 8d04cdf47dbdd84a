//! The place of a record among its siblings.

use cairn_domain::{Position, Problem, Reason, Stored};

use super::Resource;
use crate::error::Result;

/// The place behind `after`, or before the first. Siblings with one and the same place count as one.
pub(crate) fn between<R: Resource>(
    siblings: &mut [Stored<R>],
    after: Option<R::Id>,
) -> Result<Option<Position>> {
    let mut places = Vec::with_capacity(siblings.len());
    let mut lower = None;
    for sibling in siblings {
        let Some(position) = sibling.record.position_mut() else { return Ok(None) };
        if Some(sibling.id) == after {
            lower = Some(position.clone());
        }
        places.push(position.clone());
    }
    if after.is_some() && lower.is_none() {
        return Err(Problem::new("after", Reason::Elsewhere).into());
    }
    let upper = places.iter().find(|place| lower.as_ref().is_none_or(|lower| *place > lower));
    Ok(Position::between(lower.as_ref(), upper))
}
