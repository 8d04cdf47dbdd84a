// The baselines of a roadmap: the frozen versions of its plan, which of them are shown, and the dates in them.
import { workspacePreferences } from "$lib/workspace-preferences.svelte";
import type { PlanId, PlanVersion } from "$lib/model";
import { ask, askAll } from "$lib/query";
import type { Result } from "$lib/rpc";
import { toDay, type DayNumber } from "$features/roadmap/axis";
import type { Row } from "$features/roadmap/rows";

const KEY = "roadmap_baselines";

/** The bar of a row in a baseline. */
export type BaselineBar = Pick<Row, "from" | "to">;
/** The dates in one version of the plan. */
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

  /** The versions of the plan, newest first: each can be a baseline. */
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
  /** The baselines that are shown, newest first. */
  readonly shown: Baseline[] = $derived.by(() =>
    this.#baselines.flatMap(({ data }) => (data ? [baselineOf(data)] : [])),
  );
  /** The baseline that dates are compared with: the newest that is shown. */
  readonly against: Baseline | null = $derived.by(() => this.shown[0] ?? null);
  /** All days of the shown baselines, so that the axis contains them. */
  readonly days: (DayNumber | null)[] = $derived.by(() =>
    this.shown.flatMap(({ bars }) => [...bars.values()].flatMap(({ from, to }) => [from, to])),
  );
  /** The bars of a row in each shown baseline. */
  barsOf(id: string): (BaselineBar | null)[] {
    return this.shown.map(({ bars }) => bars.get(id) ?? null);
  }
  /** Shows or hides a version as a baseline. */
  choose(version: string, on: boolean): void {
    const others = this.#chosen.filter((id) => id !== version);
    const all = (workspacePreferences.get(KEY) ?? {}) as Record<string, unknown>;
    workspacePreferences.set(KEY, { ...all, [this.plan()]: on ? [...others, version] : others });
  }
}
