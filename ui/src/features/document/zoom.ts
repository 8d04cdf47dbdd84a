// The zoom of the pages: as wide as the column, or relative to the size on paper.

/** `fit`, or 1 for the size on paper. */
export type Zoom = "fit" | number;

/** CSS pixels of a point: 96 to the inch against 72. */
export const PX = 96 / 72;
const STEPS = [0.25, 0.33, 0.5, 0.67, 0.75, 0.9, 1, 1.1, 1.25, 1.5, 2, 3];
/** The largest scale of `fit`: on a wide screen a page would become too large to read. */
const WIDEST = 1.6;

/** The scale of a page that is `width` points wide, if `room` pixels are free. */
export function factor(zoom: Zoom, width: number, room: number): number {
  if (zoom !== "fit") return zoom;
  return Math.max(0.1, Math.min(WIDEST, room / (width * PX)));
}

/** The next larger or smaller zoom. */
export function stepped(now: number, way: 1 | -1): number {
  // Skips a step that is almost the present scale.
  const next =
    way > 0 ? STEPS.find((step) => step > now + 0.01) : STEPS.findLast((step) => step < now - 0.01);
  return next ?? (way > 0 ? Math.max(...STEPS) : Math.min(...STEPS));
}
