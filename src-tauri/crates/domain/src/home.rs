//! A record that can hang under records of several kinds hangs under one.

use crate::{
    kind::Kind,
    problem::{Problem, Reason},
};

/// Exactly one of `parents` may be `given`; the two run in the same order.
pub(crate) fn one(parents: &[(&'static str, Kind)], given: &[bool]) -> Result<(), Problem> {
    let mut homes = parents.iter().zip(given).filter(|(_, given)| **given).map(|((field, _), _)| *field);
    match (homes.next(), homes.next(), parents.first()) {
        (None, _, Some((field, _))) => Err(Problem::new(*field, Reason::Empty)),
        (Some(home), Some(second), _) => {
            Err(Problem::new(second, Reason::SecondHome { other: home.to_owned() }))
        }
        _ => Ok(()),
    }
}
