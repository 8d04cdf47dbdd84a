// Moving a bar by the pointer: sideways only, by whole days; its ends are taken by themselves. Knows
// days; what they ask of the core is shift.svelte.ts.
import type { Axis } from "$features/roadmap/axis";

interface Moving {
  axis: Axis;
  /** The bar stands so many days from where it was. */
  onmove: (days: number) => void;
  /** It was let go, or taken back by Esc. */
  onend: (dropped: boolean) => void;
}

/** Follows the pointer that went down on `surface` until it is let go. */
export function dragBar(event: PointerEvent, surface: HTMLElement, moving: Moving): void {
  const { axis, onmove, onend } = moving;
  const from = event.clientX;
  let days = 0;
  const stop = new AbortController();
  const { signal } = stop;
  const end = (dropped: boolean) => {
    if (signal.aborted) return;
    stop.abort();
    onend(dropped);
  };
  surface.setPointerCapture(event.pointerId);
  surface.addEventListener(
    "pointermove",
    (moved) => {
      const now = axis.days(moved.clientX - from);
      if (now === days) return;
      days = now;
      onmove(days);
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
