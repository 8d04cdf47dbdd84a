// The text fields of a command plan in their groups, with their names.
import type { CommandPlan, TextFields } from "$lib/model";
import { m } from "$lib/paraglide/messages.js";

export type Prose = Exclude<TextFields<"command_plan">, "account_id"> & keyof CommandPlan;

/** A card's title, and its fields. */
export const GROUPS: [() => string, [Prose, () => string][]][] = [
  [
    m.command_plan_why,
    [
      ["why_now", m.command_plan_why_now],
      ["why_gitlab", m.command_plan_why_gitlab],
      ["why_anything", m.command_plan_why_anything],
    ],
  ],
  [
    m.command_plan_chain,
    [
      ["before_scenarios", m.command_plan_before_scenarios],
      ["negative_consequences", m.command_plan_negative_consequences],
    ],
  ],
  [
    m.command_plan_meddppicc,
    [
      ["economic_buyer", m.command_plan_economic_buyer],
      ["decision_process", m.command_plan_decision_process],
      ["decision_criteria", m.command_plan_decision_criteria],
      ["partners", m.command_plan_partners],
      ["paper_process", m.command_plan_paper_process],
      ["identify_pain", m.command_plan_identify_pain],
      ["champion", m.command_plan_champion],
      ["competition", m.command_plan_competition],
    ],
  ],
  [
    m.command_plan_close,
    [
      ["close_plan", m.command_plan_close_plan],
      ["risks", m.risks],
      ["help", m.command_plan_help],
    ],
  ],
];

/** Suggestions for the field. */
export const VALUE_DRIVERS = [
  m.value_driver_efficiency,
  m.value_driver_faster,
  m.value_driver_risk,
  m.value_driver_cloud,
];
export const SOLUTIONS = [
  m.solution_automate,
  m.solution_security,
  m.solution_compliance,
  m.solution_platform,
];
