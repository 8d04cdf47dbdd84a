// Onboarding targets as a table: what a tier sets itself, and what applies if it does not.
import type { OnboardingTargets, SuccessTier } from "$lib/gen/wire";

/** A number of days in a line of targets. */
export type TargetField = Exclude<keyof OnboardingTargets, "success_tier">;

/** In the order in which an onboarding reaches them. */
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

/** What applies to a tier without a line of its own: the line for all, else the handbook. */
function without(
  lines: OnboardingTargets[],
  tier: SuccessTier | null,
  handbook: OnboardingTargets,
): OnboardingTargets {
  const all = lines.find(({ success_tier }) => success_tier === null);
  return tier !== null && all ? all : handbook;
}

/** The days that a tier sets itself: those that differ from what would apply anyway. */
function own(
  lines: OnboardingTargets[],
  tier: SuccessTier | null,
  handbook: OnboardingTargets,
): Own {
  const line = lines.find(({ success_tier }) => success_tier === tier);
  const base = without(lines, tier, handbook);
  const ownDays = TARGET_FIELDS.filter((field) => line && line[field] !== base[field]);
  return Object.fromEntries(ownDays.map((field) => [field, line?.[field]]));
}

/** A tier's own days for a field; null if it sets none. */
export const ownTarget = (
  lines: OnboardingTargets[],
  tier: SuccessTier | null,
  field: TargetField,
  handbook: OnboardingTargets,
): number | null => own(lines, tier, handbook)[field] ?? null;

/** The days that apply to a tier if it sets none. */
export const heldTarget = (
  lines: OnboardingTargets[],
  tier: SuccessTier | null,
  field: TargetField,
  handbook: OnboardingTargets,
): number => without(lines, tier, handbook)[field];

/**
 * The lines with the days of one tier changed, or reset. A tier that sets nothing has no line, and the fields that it
 * does not set follow the line for all.
 */
export function withTarget(
  lines: OnboardingTargets[],
  tier: SuccessTier | null,
  field: TargetField,
  days: number | null,
  handbook: OnboardingTargets,
): OnboardingTargets[] {
  const tiers = new Set([...lines.map(({ success_tier }) => success_tier), tier]);
  const ownDays = new Map([...tiers].map((one) => [one, own(lines, one, handbook)]));
  const { [field]: _, ...rest } = ownDays.get(tier) ?? {};
  ownDays.set(tier, days === null ? rest : { ...rest, [field]: days });
  const made: OnboardingTargets[] = [];
  // The line for all comes first: the others depend on it.
  for (const one of [...tiers].sort((a, b) => Number(a !== null) - Number(b !== null))) {
    const base = without(made, one, handbook);
    const line = { ...base, ...ownDays.get(one), success_tier: one };
    if (TARGET_FIELDS.some((name) => line[name] !== base[name])) made.push(line);
  }
  return made;
}
