// The conditions of a template's step (for which accounts it is meant) as rows of a form, and back.
import type { Condition, ConditionField, ConditionValue } from "$lib/gen/wire";
import {
  choices,
  hosting,
  lifecycleStage,
  subscriptionPlan,
  successTier,
  useCase,
  type Choice,
} from "$lib/i18n/words";
import { m } from "$lib/paraglide/messages.js";
import { fieldLabel } from "$lib/i18n/fields";

/** One condition: a field, whether it must be or must not be one of the values, and the values. */
export interface Rule {
  field: ConditionField;
  how: "is" | "not";
  values: string[];
}

const yesNo = (): Choice[] => [
  { value: "true", label: m.yes() },
  { value: "false", label: m.no() },
];
/** The choices for a field's value; null if it is a text. */
const VALUES: Record<ConditionField, (() => Choice[]) | null> = {
  success_tier: () => choices(successTier),
  hosting: () => choices(hosting),
  subscription_plan: () => choices(subscriptionPlan),
  use_case: () => choices(useCase),
  public_sector: yesNo,
  lifecycle_stage: () => choices(lifecycleStage),
  segment: null,
  region: null,
  industry: null,
};

/** The fields that a condition can be about, in words. */
export const ruleFields = (): Choice<ConditionField>[] =>
  (Object.keys(VALUES) as ConditionField[]).map((value) => ({
    value,
    label: fieldLabel("account", value),
  }));

/** The values that a field can have; null if any text is possible. */
export const ruleValues = (field: ConditionField): Choice[] | null => VALUES[field]?.() ?? null;

/** The conditions of a step as rows. */
export const rulesOf = (when: Condition[]): Rule[] =>
  when.map(({ field, is, not }) =>
    is.length > 0
      ? { field, how: "is", values: is.map(String) }
      : { field, how: "not", values: not.map(String) },
  );

/** The rows as conditions; null while one of them has no value. */
export function conditionsOf(rules: Rule[]): Condition[] | null {
  const made = rules.map(({ field, how, values }): Condition => {
    const filled = values.map((value) => value.trim()).filter(Boolean);
    const typed = filled.map((value): ConditionValue =>
      field === "public_sector" ? value === "true" : value,
    );
    return { field, is: how === "is" ? typed : [], not: how === "not" ? typed : [] };
  });
  return made.every(({ is, not }) => is.length + not.length > 0) ? made : null;
}

/** Which steps are only in one of two lists, by title. */
export function stepDifference(
  before: { key: string; title: string }[],
  after: { key: string; title: string }[],
): { more: string[]; fewer: string[] } {
  const without = (some: typeof before, others: typeof before) =>
    some.filter(({ key }) => !others.some((other) => other.key === key)).map(({ title }) => title);
  return { more: without(after, before), fewer: without(before, after) };
}
