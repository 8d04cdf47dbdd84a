// Drags a bar with the pointer: only sideways, by whole days; each end can be dragged by itself. Near the edge of the
// visible part the roadmap scrolls. Knows only days; shift.svelte.ts asks the core.
import type { Axis } from "$features/roadmap/axis";

interface Moving {
  axis: Axis;
  scroller: HTMLElement;
  /** The width of the table at the left of the scroller, in pixels. */
  table: number;
  /** Called with the number of days that the bar was moved by. */
  onmove: (days: number) => void;
  /** Called when the bar was dropped, or the drag was cancelled by Esc. */
  onend: (dropped: boolean) => void;
}

/** The distance from the edge at which the roadmap scrolls, and the pixels that it scrolls per frame at the edge. */
const NEAR = 40;
const FASTEST = 14;
/** The pointer must move this far before it counts as dragging or scrolls anything. */
const STILL = 4;

/** How far to scroll per frame for a pointer at `x`, if the visible part is from `left` to `right`. */
export function pull(x: number, left: number, right: number): number {
  const near = Math.min(NEAR, (right - left) / 4);
  if (near <= 0) return 0;
  const beyond = x > right - near ? x - (right - near) : x < left + near ? x - (left + near) : 0;
  return Math.round(Math.max(-1, Math.min(1, beyond / near)) * FASTEST);
}

/** Follows the pointer that was pressed on `surface` until it is released. */
export function dragBar(event: PointerEvent, surface: HTMLElement, moving: Moving): void {
  const { axis, scroller, table, onmove, onend } = moving;
  const [from, scrolled] = [event.clientX, scroller.scrollLeft];
  let [at, days, frame] = [from, 0, 0];
  const stop = new AbortController();
  const { signal } = stop;
  const end = (dropped: boolean) => {
    if (signal.aborted) return;
    stop.abort();
    cancelAnimationFrame(frame);
    onend(dropped);
  };
  const follow = () => {
    const now = axis.days(at - from + scroller.scrollLeft - scrolled);
    if (now === days) return;
    days = now;
    onmove(days);
  };
  const scroll = () => {
    frame = 0;
    const { left, right } = scroller.getBoundingClientRect();
    const by = Math.abs(at - from) < STILL ? 0 : pull(at, left + table, right);
    if (by === 0) return;
    scroller.scrollLeft += by;
    follow();
    frame = requestAnimationFrame(scroll);
  };
  surface.setPointerCapture(event.pointerId);
  surface.addEventListener(
    "pointermove",
    (moved) => {
      at = moved.clientX;
      follow();
      if (frame === 0) frame = requestAnimationFrame(scroll);
    },
    { signal },
  );
  surface.addEventListener("pointerup", () => end(days !== 0), { signal });
  surface.addEventListener("pointercancel", () => end(false), { signal });
  addEventListener(
    "keydown",
    (key) => {
      if (key.key !== "Escape") return;
      key.preventDefault();
      key.stopPropagation();
      end(false);
    },
    { signal, capture: true },
  );
}
