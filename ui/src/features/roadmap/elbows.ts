// The line of a dependency with right angles: its corners from a predecessor's end to its successor's start, and
// whether the pointer is on it.

export interface Point {
  x: number;
  y: number;
}

/** How far a line runs straight before it turns. */
const OUT = 8;

/** The corners of the line from `from` (the end of a bar) to `to` (the start of one). */
export function elbow(from: Point, to: Point, row: number): Point[] {
  const down = from.x + OUT;
  if (to.x >= down + OUT) return [from, { x: down, y: from.y }, { x: down, y: to.y }, to];
  // The successor starts before the line could turn: goes around, between two rows.
  const between = to.y + (to.y > from.y ? -row / 2 : row / 2);
  const back = to.x - OUT;
  return [
    from,
    { x: down, y: from.y },
    { x: down, y: between },
    { x: back, y: between },
    { x: back, y: to.y },
    to,
  ];
}

/** The corners as an SVG path. */
export const pathOf = (points: readonly Point[]): string =>
  points.map(({ x, y }, index) => `${index === 0 ? "M" : "L"}${x} ${y}`).join("");

/** The distance of a point from a line of corners, whose parts are all horizontal or vertical. */
export function distance(points: readonly Point[], at: Point): number {
  let least = Infinity;
  for (let index = 1; index < points.length; index += 1) {
    const [a, b] = [points[index - 1], points[index]];
    if (!a || !b) continue;
    const near = (value: number, one: number, other: number) =>
      Math.max(Math.min(one, other), Math.min(Math.max(one, other), value));
    least = Math.min(least, Math.hypot(at.x - near(at.x, a.x, b.x), at.y - near(at.y, a.y, b.y)));
  }
  return least;
}
