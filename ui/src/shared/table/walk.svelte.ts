// The focus in a long table, and which of its lines are drawn. All lines have the same height, so the visible ones can
// be computed.
import { preferences } from "$lib/preferences.svelte";
import { tick } from "svelte";

/** The number of lines that are drawn above and below the visible ones. */
const SPARE = 12;

export class Walk {
  #count: () => number;
  /** The line that has the focus, or had it last. */
  at = $state(0);
  top = $state(0);
  height = $state(800);
  scroller = $state<HTMLElement>();
  /** The drawn lines: from `first`, before `last`. */
  readonly first = $derived(Math.max(0, Math.floor(this.top / preferences.row) - SPARE));
  readonly last = $derived.by(() =>
    Math.min(this.#count(), Math.ceil((this.top + this.height) / preferences.row) + SPARE),
  );
  /** The drawn line that Tab reaches. */
  readonly tab = $derived(this.at >= this.first && this.at < this.last ? this.at : this.first);

  constructor(count: () => number) {
    this.#count = count;
  }

  /** The line that has the focus now, or the one above the visible ones. */
  get from(): number {
    const inside = this.scroller?.contains(document.activeElement);
    return inside && document.activeElement?.hasAttribute("data-line")
      ? this.at
      : Math.ceil(this.top / preferences.row) - 1;
  }

  /** Moves the focus to a line; draws it first if it is far away. */
  async go(index: number): Promise<void> {
    const { scroller } = this;
    if (!scroller) return;
    this.at = index;
    // The header sticks to the top, and is as high as a line.
    const y = index * preferences.row;
    const room = scroller.clientHeight - 2 * preferences.row;
    if (y < scroller.scrollTop) scroller.scrollTop = y;
    else if (y > scroller.scrollTop + room) scroller.scrollTop = y - room;
    this.top = scroller.scrollTop;
    await tick();
    scroller
      .querySelector<HTMLElement>(`[data-line="${String(index)}"]`)
      ?.focus({ preventScroll: true });
  }
}
