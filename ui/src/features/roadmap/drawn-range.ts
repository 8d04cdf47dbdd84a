// Which part of a long list or a long axis is drawn: what is visible and a little more, in steps, so
// that scrolling a pixel draws nothing.

/** From the first that is drawn to the one behind the last. */
export interface Span {
  from: number;
  to: number;
}

/**
 * The place of a thing among the `most` that are drawn at once. Keyed by it, what leaves at one end is
 * filled anew and comes in at the other, instead of being made.
 */
export const slot = (index: number, most: number): number => index % most;

/** Of `count` things of `size` each, those to draw while `seen` pixels from `offset` on are visible. */
export function drawnRange(
  offset: number,
  seen: number,
  size: number,
  count: number,
  step: number,
): Span {
  const first = Math.floor(Math.max(0, offset) / size / step) - 1;
  const last = Math.ceil((Math.max(0, offset) + seen) / size / step) + 1;
  const within = (at: number) => Math.min(count, Math.max(0, at * step));
  return { from: within(first), to: within(last) };
}
