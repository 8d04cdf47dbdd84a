// The name of every kind of record. A new kind does not compile until it has a name here.
import type { Kind } from "$lib/gen/wire";
import { m } from "$lib/paraglide/messages.js";

export const kindWords: Record<Kind, () => string> = {
  me: m.kind_me,
  brand: m.kind_brand,
  account: m.kind_account,
  contact: m.kind_contact,
  touchpoint: m.kind_touchpoint,
  workshop: m.kind_workshop,
  command_plan: m.kind_command_plan,
  plan: m.kind_plan,
  plan_version: m.kind_plan_version,
  sign_off: m.kind_sign_off,
  objective: m.kind_objective,
  criterion: m.kind_criterion,
  reading: m.kind_reading,
  initiative: m.kind_initiative,
  task: m.kind_task,
  dependency: m.kind_dependency,
  attachment: m.kind_attachment,
  template: m.kind_template,
  template_use: m.kind_template_use,
  checklist_template: m.kind_checklist_template,
  checklist: m.kind_checklist,
  checklist_step: m.kind_checklist_step,
};
