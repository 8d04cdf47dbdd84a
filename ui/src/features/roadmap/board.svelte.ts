// The state of one open roadmap: its grouping and zoom, what is folded and selected, how far it is scrolled; and what
// is computed from these: its rows, its axis, and which of both is drawn.
import type { DaysOff } from "$lib/gen/wire";
import { workspacePreferences } from "$lib/workspace-preferences.svelte";
import type { Outline, Task } from "$lib/model";
import { preferences } from "$lib/preferences.svelte";
import { ask } from "$lib/query";
import { Selection } from "$lib/selection.svelte";
import { session } from "$lib/session.svelte";
import {
  axisFor,
  nextScale,
  toDay,
  toIso,
  ZOOMS,
  type DayNumber,
  type Zoom,
} from "$features/roadmap/axis";
import { Baselines } from "$features/roadmap/baselines.svelte";
import { CriticalPath } from "$features/roadmap/critical.svelte";
import { drawnLines, placed, placesOf } from "$features/roadmap/lines";
import { tableColumnsFor } from "$features/roadmap/table-columns";
import { GROUPINGS, rowsOf, unfolded, type Grouping, type Row } from "$features/roadmap/rows";
import { HEAD, scrollToRow } from "$features/roadmap/scroll-to";
import { slot, drawnRange } from "$features/roadmap/drawn-range";
import { Work } from "$features/roadmap/work";
import { tick } from "svelte";
import { SvelteSet } from "svelte/reactivity";

const KEY = "roadmap";
/** The number of rows and pixels that are drawn in one step, so that few scroll events draw anything. */
const ROWS = 4;
const PIXELS = 480;

export class Board {
  readonly closed = new SvelteSet<string>();
  /** The rows that are selected to be changed together: only tasks, or only initiatives. */
  readonly selection = new Selection();
  /** The selected row, and the selected dependency. */
  selected = $state<string | null>(null);
  line = $state<string | null>(null);
  /** The visible part of it. */
  top = $state(0);
  left = $state(0);
  width = $state(0);
  height = $state(0);
  scroller = $state<HTMLElement>();

  /** What is drawn over the bars. */
  readonly critical: CriticalPath;
  readonly baselines: Baselines;
  readonly #off: { data: DaysOff | undefined };

  constructor(readonly outline: () => Outline) {
    const plan = () => this.outline().plan.id;
    this.critical = new CriticalPath(plan);
    this.baselines = new Baselines(plan);
    this.#off = ask("plan.days_off", () => ({ id: plan(), from: this.#begin, to: this.#end }));
  }

  readonly #stored = $derived.by(
    () => (workspacePreferences.get(KEY) ?? {}) as { zoom?: Zoom; by?: Grouping },
  );
  readonly zoom: Zoom = $derived.by(
    () => ZOOMS.find((one) => one === this.#stored.zoom) ?? "month",
  );
  readonly by: Grouping = $derived.by(
    () => GROUPINGS.find((one) => one === this.#stored.by) ?? "objective",
  );
  readonly today: DayNumber = $derived.by(() => toDay(session.today));
  readonly high = $derived.by(() => preferences.row);
  readonly columns = $derived.by(() =>
    tableColumnsFor(this.width, {
      slack: this.critical.on,
      variance: this.baselines.against !== null,
    }),
  );
  readonly #all = $derived.by(() => rowsOf(this.outline(), this.by));
  readonly rows = $derived.by(() => unfolded(this.#all, this.closed));
  readonly places = $derived.by(() => placesOf(this.rows));
  readonly tasks: Task[] = $derived.by(() => this.#all.flatMap(({ task }) => task ?? []));
  readonly dependencies = $derived.by(() => this.outline().dependencies);
  readonly axis = $derived.by(() => {
    const { period_start, period_end } = this.outline().plan;
    const period = [period_start, period_end].map((date) => (date ? toDay(date) : null));
    const days = this.#all.flatMap(({ from, to }) => [from, to]);
    const all = [this.today, ...period, ...days, ...this.baselines.days];
    return axisFor(this.zoom, all, this.width - this.columns.width);
  });
  // Whole years, so that moving a bar by a day asks for nothing new.
  readonly #begin = $derived.by(() => `${toIso(this.axis.first).slice(0, 4)}-01-01`);
  readonly #end = $derived.by(() => `${toIso(this.axis.last).slice(0, 4)}-12-31`);
  /** The working days of both sides; null until the core has answered. */
  readonly work: Work | null = $derived.by(() => {
    const { data } = this.#off;
    return data ? new Work(data, toDay(this.#begin), toDay(this.#end)) : null;
  });
  readonly current: Row | null = $derived.by(
    () => this.rows[this.places.get(this.selected ?? "") ?? -1] ?? null,
  );

  // As numbers: what depends on them is computed again only if one of them changed, not with every pixel.
  readonly #down = $derived.by(() =>
    drawnRange(this.top, this.height - HEAD, this.high, this.rows.length, ROWS),
  );
  readonly #wide = $derived.by(() =>
    drawnRange(this.left, this.width - this.columns.width, 1, Math.ceil(this.axis.width), PIXELS),
  );
  readonly #from = $derived(this.#down.from);
  readonly #to = $derived(this.#down.to);
  readonly #left = $derived(this.#wide.from);
  readonly #right = $derived(this.#wide.to);
  readonly down = $derived.by(() => ({ from: this.#from, to: this.#to }));
  readonly wide = $derived.by(() => ({ from: this.#left, to: this.#right }));
  readonly #placed = $derived.by(() => placed(this.dependencies, this.places));
  readonly lines = $derived.by(() =>
    drawnLines(this.#placed, this.rows, this.axis, this.high, this.down),
  );
  /** The tasks whose bars are drawn. */
  readonly seen: string[] = $derived.by(() =>
    this.rows.slice(this.#from, this.#to).flatMap(({ task }) => task?.id ?? []),
  );
  /** The most rows that are drawn at once. */
  readonly most = $derived.by(() => Math.ceil(this.height / this.high) + 4 * ROWS);
  /** The rows of the table that exist: the drawn ones, and the selected one wherever it is. */
  readonly listed = $derived.by(() => {
    const { from, to } = this.down;
    const listed = this.rows
      .slice(from, to)
      .map((row, place) => ({ row, index: from + place, slot: slot(from + place, this.most) }));
    const at = this.places.get(this.selected ?? "") ?? -1;
    const row = this.rows[at];
    if (row && (at < from || at >= to)) listed.push({ row, index: at, slot: this.most });
    return listed;
  });

  /** How many working days later a row ends than in the baseline; null if the baseline has no date for it. */
  variance({ id, to, due, task }: Row): number | null | undefined {
    const { against } = this.baselines;
    if (!against) return undefined;
    // A baseline has an outcome's own date, not the end of the work below it.
    const own = due === null ? null : toDay(due);
    const now = task ? to : own;
    const baselineEnd = against.bars.get(id)?.to ?? null;
    if (baselineEnd === null || now === null || !this.work) return null;
    return this.work.between(task?.owner_side ?? "ours", baselineEnd, now);
  }

  /** Changes the time scale; the middle of the screen stays where it is. */
  async setZoom(zoom: Zoom): Promise<void> {
    const half = (this.width - this.columns.width) / 2;
    const middle = this.axis.day(this.left + half);
    workspacePreferences.set(KEY, { ...this.#stored, zoom });
    await tick();
    this.scroller?.scrollTo({ left: this.axis.x(middle) - half });
  }
  /** Changes to the next scale: more time if `way` is below zero, else less. */
  zoomBy(way: number): void {
    const next = nextScale(this.axis.perDay, way);
    if (next) void this.setZoom(next);
  }
  setBy(by: Grouping): void {
    workspacePreferences.set(KEY, { ...this.#stored, by });
  }

  fold(id: string, closed = !this.closed.has(id)): void {
    if (closed) this.closed.add(id);
    else this.closed.delete(id);
  }

  /** The rows that can be changed together with the selected ones, or with the focused row if none is selected. */
  readonly alike: Row[] = $derived.by(() => {
    const first = this.rows.find(({ id }) => this.selection.has(id)) ?? this.current;
    const kind = first?.detail?.kind === "initiative" ? "initiative" : "task";
    return this.rows.filter(({ detail }) => detail?.kind === kind);
  });
  /** Handles a click: selects a row; with Ctrl or Shift adds it to those that are changed together. */
  click(row: Row, { ctrlKey, metaKey, shiftKey }: MouseEvent): void {
    this.select(row.id);
    if (!(ctrlKey || metaKey || shiftKey)) return;
    const ids = this.alike.map(({ id }) => id);
    if (!ids.includes(row.id)) return;
    if (shiftKey) this.selection.range(row.id, ids);
    else this.selection.toggle(row.id);
  }

  /** Selects a row and, if `seen`, scrolls it and its bar into view. */
  select(id: string | null, seen = false): void {
    this.selected = id;
    this.line = null;
    const place = this.places.get(id ?? "");
    if (seen && place !== undefined) scrollToRow(this, place);
  }
}
