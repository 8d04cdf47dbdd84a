// Onboarding targets as a table: what a tier says of its own, and what holds for it where it says nothing.
import type { OnboardingTargets, SuccessTier } from "$lib/gen/wire";

/** A number of days in a line of targets. */
export type TargetField = Exclude<keyof OnboardingTargets, "success_tier">;

/** In the order in which an onboarding meets them. */
export const TARGET_FIELDS = [
  "time_to_engage",
  "kickoff",
  "second_call",
  "time_to_first_value",
  "time_to_onboard",
  "stuck_after",
  "not_engaged_after",
] as const satisfies TargetField[];

type Own = Partial<Record<TargetField, number>>;

/** What holds for a tier without a line of its own: the line for all, else the handbook. */
function without(
  lines: OnboardingTargets[],
  tier: SuccessTier | null,
  handbook: OnboardingTargets,
): OnboardingTargets {
  const all = lines.find(({ success_tier }) => success_tier === null);
  return tier !== null && all ? all : handbook;
}

/** What a tier says of its own: the days in which it differs from what would hold anyway. */
function own(
  lines: OnboardingTargets[],
  tier: SuccessTier | null,
  handbook: OnboardingTargets,
): Own {
  const line = lines.find(({ success_tier }) => success_tier === tier);
  const base = without(lines, tier, handbook);
  const said = TARGET_FIELDS.filter((field) => line && line[field] !== base[field]);
  return Object.fromEntries(said.map((field) => [field, line?.[field]]));
}

/** A tier's own days for a field; null where it says none. */
export const ownTarget = (
  lines: OnboardingTargets[],
  tier: SuccessTier | null,
  field: TargetField,
  handbook: OnboardingTargets,
): number | null => own(lines, tier, handbook)[field] ?? null;

/** The days that hold for a tier where it says none itself. */
export const heldTarget = (
  lines: OnboardingTargets[],
  tier: SuccessTier | null,
  field: TargetField,
  handbook: OnboardingTargets,
): number => without(lines, tier, handbook)[field];

/** The lines with another number of days of one tier, or none of its own. A tier that says nothing has no line, and
 * what it did not say itself follows the line for all. */
export function withTarget(
  lines: OnboardingTargets[],
  tier: SuccessTier | null,
  field: TargetField,
  days: number | null,
  handbook: OnboardingTargets,
): OnboardingTargets[] {
  const tiers = new Set([...lines.map(({ success_tier }) => success_tier), tier]);
  const said = new Map([...tiers].map((one) => [one, own(lines, one, handbook)]));
  const { [field]: _, ...rest } = said.get(tier) ?? {};
  said.set(tier, days === null ? rest : { ...rest, [field]: days });
  const made: OnboardingTargets[] = [];
  // The line for all first: the others stand on it.
  for (const one of [...tiers].sort((a, b) => Number(a !== null) - Number(b !== null))) {
    const base = without(made, one, handbook);
    const line = { ...base, ...said.get(one), success_tier: one };
    if (TARGET_FIELDS.some((name) => line[name] !== base[name])) made.push(line);
  }
  return made;
}
