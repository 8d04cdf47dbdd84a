// The state of one open roadmap: how it is grouped and zoomed, what is folded away, what is selected,
// how far it is scrolled, and what follows from these: its rows, its axis, and what of both is drawn.
import { kept } from "$lib/kept.svelte";
import type { Outline, Task } from "$lib/model";
import { preferences } from "$lib/preferences.svelte";
import { session } from "$lib/session.svelte";
import { axisFor, toDay, ZOOMS, type DayNumber, type Zoom } from "$features/roadmap/axis";
import { across } from "$features/roadmap/hit";
import { drawnLines, placed, placesOf } from "$features/roadmap/lines";
import { roomFor } from "$features/roadmap/room";
import { rowsOf, unfolded, type Grouping, type Row } from "$features/roadmap/rows";
import { slot, visible } from "$features/roadmap/window";
import { tick } from "svelte";
import { SvelteSet } from "svelte/reactivity";

const KEY = "roadmap";
/** The height of the head with its two lines of labels. */
export const HEAD = 46;
/** Rows and pixels that are drawn in one go, so that few scrolls draw anything. */
const ROWS = 4;
const PIXELS = 480;

export class Board {
  readonly closed = new SvelteSet<string>();
  /** The selected row, and the selected dependency. */
  selected = $state<string | null>(null);
  line = $state<string | null>(null);
  /** What is seen of it. */
  top = $state(0);
  left = $state(0);
  width = $state(0);
  height = $state(0);
  scroller = $state<HTMLElement>();

  constructor(readonly outline: () => Outline) {}

  readonly #kept = $derived.by(() => (kept.get(KEY) ?? {}) as { zoom?: Zoom; by?: Grouping });
  readonly zoom: Zoom = $derived.by(() => ZOOMS.find((one) => one === this.#kept.zoom) ?? "month");
  readonly by: Grouping = $derived.by(() => (this.#kept.by === "owner" ? "owner" : "objective"));
  readonly today: DayNumber = $derived.by(() => toDay(session.today));
  readonly high = $derived.by(() => preferences.row);
  readonly room = $derived.by(() => roomFor(this.width));
  readonly #all = $derived.by(() => rowsOf(this.outline(), this.by));
  readonly rows = $derived.by(() => unfolded(this.#all, this.closed));
  readonly places = $derived.by(() => placesOf(this.rows));
  readonly tasks: Task[] = $derived.by(() => this.#all.flatMap(({ task }) => task ?? []));
  readonly dependencies = $derived.by(() => this.outline().dependencies);
  readonly axis = $derived.by(() => {
    const { period_start, period_end } = this.outline().plan;
    const period = [period_start, period_end].map((date) => (date ? toDay(date) : null));
    const days = this.#all.flatMap(({ from, to }) => [from, to]);
    return axisFor(this.zoom, [this.today, ...period, ...days], this.width - this.room.width);
  });
  readonly current: Row | null = $derived.by(
    () => this.rows[this.places.get(this.selected ?? "") ?? -1] ?? null,
  );

  // Numbers first: what is drawn is made anew only where one of them changed, not with every pixel.
  readonly #down = $derived.by(() =>
    visible(this.top, this.height - HEAD, this.high, this.rows.length, ROWS),
  );
  readonly #wide = $derived.by(() =>
    visible(this.left, this.width - this.room.width, 1, Math.ceil(this.axis.width), PIXELS),
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
  /** No more rows are drawn at once. */
  readonly most = $derived.by(() => Math.ceil(this.height / this.high) + 4 * ROWS);
  /** The rows of the table that exist: those that are drawn, and the selected one wherever it is. */
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

  /** Shows another length of time, the middle of the screen staying where it is. */
  async setZoom(zoom: Zoom): Promise<void> {
    const half = (this.width - this.room.width) / 2;
    const middle = this.axis.day(this.left + half);
    kept.set(KEY, { ...this.#kept, zoom });
    await tick();
    this.scroller?.scrollTo({ left: this.axis.x(middle) - half });
  }
  setBy(by: Grouping): void {
    kept.set(KEY, { ...this.#kept, by });
  }

  fold(id: string, closed = !this.closed.has(id)): void {
    if (closed) this.closed.add(id);
    else this.closed.delete(id);
  }

  /** Selects a row and, where it is asked to, brings it and its bar into sight. */
  select(id: string | null, seen = false): void {
    this.selected = id;
    this.line = null;
    const place = this.places.get(id ?? "");
    if (seen && place !== undefined) this.show(place);
  }
  show(place: number): void {
    const { scroller, axis } = this;
    if (!scroller) return;
    // As it is now: what is known of its size comes a frame later.
    const [y, inside] = [place * this.high, scroller.clientHeight - HEAD];
    if (y < scroller.scrollTop) scroller.scrollTop = y;
    else if (y + this.high > scroller.scrollTop + inside)
      scroller.scrollTop = y + this.high - inside;
    const row = this.rows[place];
    if (!row || row.from === null || row.to === null) return;
    const [bar, seen] = [across(axis, row.from, row.to), this.width - this.room.width];
    const beyond = bar.x > scroller.scrollLeft + seen - 24;
    if (beyond || bar.x + bar.width < scroller.scrollLeft) scroller.scrollLeft = bar.x - seen / 4;
  }
  /** Brings the rows of `ids` into sight; where there is no room for all, from the first one on. */
  showAll(ids: readonly string[]): void {
    const places = ids.flatMap((id) => this.places.get(id) ?? []);
    const [first, last] = [places[0], Math.max(...places)];
    if (first === undefined || !this.scroller) return;
    const least = Math.min(...places);
    const inside = this.scroller.clientHeight - HEAD;
    const fits = (last - least + 1) * this.high <= inside;
    if (fits) [last, least].forEach((place) => this.show(place));
    else this.scroller.scrollTo({ top: first * this.high });
    this.show(first);
  }
  toToday(): void {
    const seen = this.width - this.room.width;
    this.scroller?.scrollTo({ left: this.axis.x(this.today) - seen / 4 });
  }
}
