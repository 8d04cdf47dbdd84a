// Which part of a long list or axis is drawn: the visible part and a little more, in steps, so that scrolling by a
// pixel draws nothing.

/** From the first drawn item to the one after the last. */
export interface Span {
  from: number;
  to: number;
}

/**
 * The slot of an item among the `most` that are drawn at once. Used as the key of its element: elements that leave at
 * one end are reused at the other instead of being created.
 */
export const slot = (index: number, most: number): number => index % most;

/** Of `count` items of `size` each, those to draw while `seen` pixels from `offset` on are visible. */
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
