//! Which fields of a frozen version, and of who signed it, hold text, and which of those name people or hosts.

use cairn_domain::{PlanContent, PlanVersion, SignEntry, SignOff};

use super::{
    Earlier,
    records::{
        See, any, people, see_criterion, see_initiative, see_objective, see_plan, see_reading, see_task,
    },
};

pub(super) fn see_earlier(earlier: &mut Earlier, see: See<'_>) {
    let Earlier { version, content, signed } = earlier;
    let PlanVersion { plan_id: _, name, frozen_on: _, agreed_by, note, content: _ } = version;
    people(see, [agreed_by]);
    any(see, [name, note]);
    for SignEntry { id: _, record } in signed {
        let SignOff { version_id: _, person, signed_on: _, words, amends: _, withdrawn: _, reason } = record;
        people(see, [person]);
        any(see, [words, reason]);
    }
    let PlanContent { plan, objectives, criteria, readings, initiatives, tasks, dependencies: _ } = content;
    see_plan(&mut plan.record, see);
    objectives.iter_mut().for_each(|entry| see_objective(&mut entry.record, see));
    criteria.iter_mut().for_each(|entry| see_criterion(&mut entry.record, see));
    readings.iter_mut().for_each(|entry| see_reading(&mut entry.record, see));
    initiatives.iter_mut().for_each(|entry| see_initiative(&mut entry.record, see));
    tasks.iter_mut().for_each(|entry| see_task(&mut entry.record, see));
}
