// Sentences about all checklists: why one is behind, how many are in which phase, what the charts show.
import type { LateStep, MeasureQuarters, OpenOn, QuarterDays, RunOverview } from "$lib/gen/wire";
import { m } from "$lib/paraglide/messages.js";

/** A phase: how many checklists are in it, and how many of them are behind. */
export interface PhaseCount {
  phase: string;
  runs: number;
  behind: number;
}

const SIDES: Record<LateStep["owner_side"], () => string> = {
  ours: m.runs_ours,
  customer: m.runs_customer,
  partner: m.runs_partner,
};

/** Why a checklist is behind: its oldest late step and that step's owner; empty if none is late. */
export function whyBehind({ late }: RunOverview): string {
  const [first, ...others] = late;
  if (!first) return "";
  const words = { title: first.title, who: SIDES[first.owner_side]() };
  const why = first.reason
    ? m.runs_blocked({ ...words, reason: first.reason })
    : m.runs_late(words);
  return others.length === 0 ? why : m.runs_and_more({ why, count: String(others.length) });
}

/** The phases that checklists are in, the one with the most late checklists first. */
export function byPhase(runs: RunOverview[]): PhaseCount[] {
  const phases = [...new Set(runs.map(({ phase }) => phase))].map((phase) => {
    const own = runs.filter((run) => run.phase === phase);
    const behind = own.filter(({ state }) => state !== "on_track").length;
    return { phase, runs: own.length, behind };
  });
  return phases.sort(
    (a, b) => b.behind - a.behind || b.runs - a.runs || a.phase.localeCompare(b.phase),
  );
}

/** The summary of the burn-down: how many steps are open, and how that changed in four weeks. */
export function burnFinding(points: OpenOn[]): string {
  const now = points.at(-1)?.open ?? 0;
  const then = points.at(-5)?.open;
  const open = now === 1 ? m.burn_open_one() : m.burn_open({ count: String(now) });
  if (then === undefined || then === now) return open;
  const by = String(Math.abs(now - then));
  return now < then ? m.burn_fewer({ open, by }) : m.burn_more({ open, by });
}

/** A duration that is measured of every onboarding. */
export type MeasureName = keyof MeasureQuarters;

/** In the order in which an onboarding reaches them. */
export const MEASURES: Record<MeasureName, () => string> = {
  time_to_engage: m.time_to_engage,
  kickoff: m.touchpoint_type_kickoff,
  second_call: m.second_call,
  time_to_first_value: m.time_to_first_value,
  time_to_onboard: m.time_to_onboard,
};

/** The summary of the quarters: how long the newest took, against the target. */
export function quarterFinding(quarters: QuarterDays[], target: number): string {
  const last = quarters.at(-1);
  if (!last) return m.quarters_none();
  const words = { days: String(last.median_days), target: String(target) };
  return last.median_days > target ? m.quarters_long(words) : m.quarters_short(words);
}

/** `Q4 2026`. */
export function quarterName(from: string): string {
  const [year = "", month = "1"] = from.split("-");
  return m.quarter_name({ quarter: String(Math.ceil(Number(month) / 3)), year });
}
