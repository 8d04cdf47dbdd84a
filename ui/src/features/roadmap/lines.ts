// The lines of dependencies that are drawn: between two rows that are not folded away, if some part is visible.
import type { Axis } from "$features/roadmap/axis";
import type { Dependency } from "$lib/model";
import { distance, elbow, type Point } from "$features/roadmap/elbows";
import { across } from "$features/roadmap/hit";
import type { Row } from "$features/roadmap/rows";
import type { Span } from "$features/roadmap/drawn-range";

export interface Drawn {
  dependency: Dependency;
  points: Point[];
}

/** The distance within which a line can be clicked, in pixels. */
const NEAR = 5;

/** The rows' places in the list. */
export const placesOf = (rows: readonly Row[]): ReadonlyMap<string, number> =>
  new Map(rows.map(({ id }, index) => [id, index]));

/** A dependency with the places of its two rows. */
export interface Placed {
  dependency: Dependency;
  one: number;
  other: number;
}

/** The dependencies whose two rows are both in the list. */
export const placed = (
  dependencies: readonly Dependency[],
  places: ReadonlyMap<string, number>,
): Placed[] =>
  dependencies.flatMap((dependency) => {
    const one = places.get(dependency.predecessor_id);
    const other = places.get(dependency.successor_id);
    return one === undefined || other === undefined ? [] : { dependency, one, other };
  });

export function drawnLines(
  lines: readonly Placed[],
  rows: readonly Row[],
  axis: Axis,
  high: number,
  down: Span,
): Drawn[] {
  const seen = lines.filter(
    ({ one, other }) => Math.max(one, other) >= down.from && Math.min(one, other) < down.to,
  );
  return seen.flatMap(({ dependency, one, other }) => {
    const [before, behind] = [rows[one], rows[other]];
    if (!before || !behind || before.to === null || before.from === null) return [];
    if (behind.from === null || behind.to === null) return [];
    const end = across(axis, before.from, before.to);
    const start = across(axis, behind.from, behind.to);
    // A diamond is in the middle of its day.
    const out = before.task?.milestone ? end.x + end.width / 2 + 6 : end.x + end.width;
    const into = behind.task?.milestone ? start.x + start.width / 2 - 6 : start.x;
    const middle = (place: number) => (place + 0.5) * high;
    return {
      dependency,
      points: elbow({ x: out, y: middle(one) }, { x: into, y: middle(other) }, high),
    };
  });
}

/** The dependency whose line is under the pointer; null for none. */
export function lineAt(lines: readonly Drawn[], at: Point): Dependency | null {
  let [found, least]: [Dependency | null, number] = [null, NEAR];
  for (const { dependency, points } of lines) {
    const far = distance(points, at);
    if (far <= least) [found, least] = [dependency, far];
  }
  return found;
}
