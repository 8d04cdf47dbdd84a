// The groups of today: of each the first rows, and how many there are. More of one is asked for on demand.
import type { TodayCount, TodayItem, Urgency } from "$lib/gen/wire";
import { ask } from "$lib/query";
import { GROUPS } from "$features/today/today";

/** How many rows of a group are shown at first, and how many more each time. */
const STEP = 100;

export type TodayGroup = (typeof GROUPS)[number] & {
  rows: TodayItem[];
  /** How many there are in all. */
  total: number;
};

/** What is made where a component begins. */
export class TodayGroups {
  #most = $state<Record<Urgency, number>>({ late: STEP, today: STEP, soon: STEP, watch: STEP });
  #asked = GROUPS.map(({ urgency }) =>
    ask("today.list", () => ({ urgency, page: { limit: this.#most[urgency] } }), { keeps: true }),
  );

  get all(): TodayGroup[] {
    return GROUPS.map((group, at) => ({
      ...group,
      rows: this.#asked[at]?.data?.items ?? [],
      total: this.#asked[at]?.data?.total ?? 0,
    }));
  }
  get error() {
    return this.#asked.find(({ error }) => error)?.error ?? null;
  }
  /** True once every group was answered. */
  get answered(): boolean {
    return this.#asked.every(({ data }) => data !== undefined);
  }
  get count(): TodayCount {
    const of = (wanted: Urgency) => this.all.find(({ urgency }) => urgency === wanted)?.total ?? 0;
    return { late: of("late"), today: of("today") };
  }
  /** Shows more of a group. */
  more = (urgency: Urgency): void => {
    this.#most[urgency] += STEP;
  };
}
