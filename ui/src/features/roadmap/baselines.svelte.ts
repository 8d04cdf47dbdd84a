// The frozen versions of a plan that lie under the bars of its roadmap: which there are, which are shown, and
// where everything stood in them.
import { workspacePreferences } from "$lib/workspace-preferences.svelte";
import type { PlanId, PlanVersion } from "$lib/model";
import { ask, askAll } from "$lib/query";
import type { Result } from "$lib/rpc";
import { toDay, type DayNumber } from "$features/roadmap/axis";
import type { Row } from "$features/roadmap/rows";

const KEY = "roadmap_baselines";

/** Where a row stood. */
export type BaselineBar = Pick<Row, "from" | "to">;
/** The dates of a version of the plan. */
export interface Baseline {
  name: string;
  bars: ReadonlyMap<string, BaselineBar>;
}

const day = (iso: string | null) => (iso === null ? null : toDay(iso));
const baselineOf = ({ name, bars }: Result<"plan.baseline">): Baseline => ({
  name,
  bars: new Map(
    bars.map(({ id, start, due }) => [id, { from: day(start ?? due), to: day(due ?? start) }]),
  ),
});

export class Baselines {
  readonly #versions: { data: Result<"plan_version.list"> | undefined };
  readonly #baselines: readonly { data: Result<"plan.baseline"> | undefined }[];

  constructor(readonly plan: () => PlanId) {
    this.#versions = ask("plan_version.list", () => ({
      filter: { plan_id: plan() },
      page: { limit: 1000 },
    }));
    this.#baselines = askAll("plan.baseline", () =>
      this.chosen.map(({ id }) => ({ version_id: id })),
    );
  }

  /** The versions of the plan, the newest first: each can be a baseline. */
  readonly versions: PlanVersion[] = $derived.by(() =>
    [...(this.#versions.data?.items ?? [])].sort(
      (a, b) => b.frozen_on.localeCompare(a.frozen_on) || b.id.localeCompare(a.id),
    ),
  );
  readonly #chosen: readonly string[] = $derived.by(() => {
    const own = ((workspacePreferences.get(KEY) ?? {}) as Record<string, unknown>)[this.plan()];
    return Array.isArray(own) ? own.map(String) : [];
  });
  readonly chosen: PlanVersion[] = $derived.by(() =>
    this.versions.filter(({ id }) => this.#chosen.includes(id)),
  );
  /** The baselines under the bars, the newest first. */
  readonly shown: Baseline[] = $derived.by(() =>
    this.#baselines.flatMap(({ data }) => (data ? [baselineOf(data)] : [])),
  );
  /** The baseline that dates are compared with: the newest that is shown. */
  readonly against: Baseline | null = $derived.by(() => this.shown[0] ?? null);
  /** Every day that a baseline reaches. */
  readonly days: (DayNumber | null)[] = $derived.by(() =>
    this.shown.flatMap(({ bars }) => [...bars.values()].flatMap(({ from, to }) => [from, to])),
  );
  /** Where a row stood in each baseline. */
  barsOf(id: string): (BaselineBar | null)[] {
    return this.shown.map(({ bars }) => bars.get(id) ?? null);
  }
  /** Shows a version as a baseline, or no longer. */
  choose(version: string, on: boolean): void {
    const others = this.#chosen.filter((id) => id !== version);
    const all = (workspacePreferences.get(KEY) ?? {}) as Record<string, unknown>;
    workspacePreferences.set(KEY, { ...all, [this.plan()]: on ? [...others, version] : others });
  }
}
