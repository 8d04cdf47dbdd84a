// Moving a bar by the pointer: sideways only, by whole days; its ends are taken by themselves. At the edge
// of what is seen the roadmap scrolls on. Knows days; what they ask of the core is shift.svelte.ts.
import type { Axis } from "$features/roadmap/axis";

interface Moving {
  axis: Axis;
  scroller: HTMLElement;
  /** The pixels of the scroller at its left that are no axis. */
  table: number;
  /** The bar stands so many days from where it was. */
  onmove: (days: number) => void;
  /** It was let go, or taken back by Esc. */
  onend: (dropped: boolean) => void;
}

/** So near to the edge of what is seen the roadmap scrolls, in pixels; right on it so many a frame. */
const NEAR = 40;
const FASTEST = 14;
/** A pointer that went less far than this has not moved yet, and scrolls nothing. */
const STILL = 4;

/** How far to scroll in a frame for a pointer at `x`, with what is seen from `left` to `right`. */
export function pull(x: number, left: number, right: number): number {
  const near = Math.min(NEAR, (right - left) / 4);
  if (near <= 0) return 0;
  const beyond = x > right - near ? x - (right - near) : x < left + near ? x - (left + near) : 0;
  return Math.round(Math.max(-1, Math.min(1, beyond / near)) * FASTEST);
}

/** Follows the pointer that went down on `surface` until it is let go. */
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
