// How much is below a record, in words: `5 plans, 41 tasks`.
import { number } from "$lib/format/numbers";
import type { CarriedKind, Kind } from "$lib/gen/wire";
import { m } from "$lib/paraglide/messages.js";

type Words = [one: () => string, many: (words: { count: string }) => string];

/** The kinds that can be below another, and that a user knows by name. */
const COUNTS: Partial<Record<Kind, Words>> = {
  contact: [m.count_contact_one, m.count_contact],
  touchpoint: [m.count_touchpoint_one, m.count_touchpoint],
  workshop: [m.count_workshop_one, m.count_workshop],
  command_plan: [m.count_command_plan_one, m.count_command_plan],
  plan: [m.count_plan_one, m.count_plan],
  plan_version: [m.count_plan_version_one, m.count_plan_version],
  sign_off: [m.count_sign_off_one, m.count_sign_off],
  objective: [m.count_objective_one, m.count_objective],
  criterion: [m.count_criterion_one, m.count_criterion],
  reading: [m.count_reading_one, m.count_reading],
  initiative: [m.count_initiative_one, m.count_initiative],
  task: [m.count_task_one, m.count_task],
  dependency: [m.count_dependency_one, m.count_dependency],
  attachment: [m.count_attachment_one, m.count_attachment],
  checklist: [m.count_checklist_one, m.count_checklist],
  checklist_step: [m.count_checklist_step_one, m.count_checklist_step],
};

/** Empty if there is nothing that a user would miss. */
export const weightWords = (under: CarriedKind[]): string =>
  under
    .flatMap(({ kind, count }) => {
      const words = COUNTS[kind];
      if (!words) return [];
      return count === 1 ? words[0]() : words[1]({ count: number(count) });
    })
    .join(", ");
