//! Where a task stands, as statements say it: the account and the plan above its home, whatever kind that is.
//!
//! Made from the list of homes that the task declares, and from what each of them hangs under: a kind that is added to the list is
//! found by itself.

use std::iter;

use cairn_domain::Kind;

use crate::tables::table_of;

/// The kinds of home from which a way leads up to a record of the kind `to`, each with that way: a kind and the column that
/// names what it hangs under.
fn homes(to: Kind) -> impl Iterator<Item = (Kind, Vec<(Kind, &'static str)>)> {
    table_of(Kind::Task).parents.iter().filter_map(move |home| {
        let step = |kind: &Kind| table_of(*kind).parents.first().map(|above| (*kind, above));
        let way = iter::successors(Some(home.kind), |kind| step(kind).map(|(_, above)| above.kind));
        let way: Vec<Kind> = way.collect();
        let top = way.iter().position(|kind| *kind == to)?;
        Some((
            home.kind,
            way[..top].iter().filter_map(step).map(|(kind, above)| (kind, above.field)).collect(),
        ))
    })
}

/// The id of what a task `t` stands in: its account, or its plan; nothing where it stands in none.
pub(super) fn above(to: Kind) -> String {
    let whens: String = homes(to)
        .map(|(home, way)| {
            let id = way.iter().fold("t.home_id".to_owned(), |id, (kind, field)| {
                format!("(SELECT {field} FROM {} WHERE id = {id})", kind.word())
            });
            format!(" WHEN '{}' THEN {id}", home.word())
        })
        .collect();
    format!("CASE t.home_kind{whens} END")
}

/// True of a task `t` that stands in a plan which is none of `plans`, or else of which `outside` is true. What hangs under the
/// plans is looked up once.
pub(super) fn is_in_other_plan(plans: &str, outside: &str) -> String {
    let whens: String = homes(Kind::Plan)
        .map(|(home, way)| {
            // The order of the joins is said: the planner would look at every initiative.
            let (mut from, mut last) = (format!("({plans}) AS p"), "p".to_owned());
            for (kind, field) in way.iter().rev() {
                let (name, next) = (kind.word(), format!("under_{}", kind.word()));
                from = format!("{from} CROSS JOIN {name} AS {next} ON {next}.{field} = {last}.id");
                last = next;
            }
            format!(" WHEN '{}' THEN t.home_id NOT IN (SELECT {last}.id FROM {from})", home.word())
        })
        .collect();
    format!("CASE t.home_kind{whens} ELSE {outside} END")
}

/// The kinds of home that are no account and stand in no plan: the talks in which a task was agreed.
fn talks() -> impl Iterator<Item = Kind> {
    let outside = |kind: &Kind| *kind != Kind::Account && homes(Kind::Plan).all(|(home, _)| home != *kind);
    table_of(Kind::Task).parents.iter().map(|home| home.kind).filter(outside)
}

/// What the talk was about in which a task `t` was agreed; nothing where it was agreed in none.
pub(super) fn talk() -> String {
    let title = |kind: Kind| Some((kind.word(), table_of(kind).label?));
    let whens: String = talks()
        .filter_map(title)
        .map(|(kind, label)| {
            format!(
                " WHEN '{kind}' THEN (SELECT {label} FROM {kind} WHERE id = t.home_id AND deleted_at IS NULL)"
            )
        })
        .collect();
    format!("CASE t.home_kind{whens} END")
}

/// True of a task `t` that was agreed in a talk.
pub(super) fn is_agreed() -> String {
    let kinds: Vec<String> = talks().map(|kind| format!("'{}'", kind.word())).collect();
    format!("t.home_kind IN ({})", kinds.join(", "))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_home_of_a_task_leads_up_to_an_account_and_stands_in_a_plan_or_is_a_talk_or_the_account() {
        let listed: Vec<Kind> = table_of(Kind::Task).parents.iter().map(|home| home.kind).collect();
        assert_eq!(homes(Kind::Account).map(|(home, _)| home).collect::<Vec<_>>(), listed);
        let planned: Vec<Kind> = homes(Kind::Plan).map(|(home, _)| home).collect();
        assert_eq!(planned.len() + talks().count() + 1, listed.len(), "{planned:?}");
    }
}
