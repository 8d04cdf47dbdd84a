// Which parts of a template are wanted: what is below an unwanted part is left out with it.
import type { MadePart } from "$lib/gen/wire";

/** A part that can be left out, and its depth. */
export interface Choice {
  part: MadePart;
  depth: number;
}

/** The parts that can be chosen, parents before children; dependencies follow from their tasks. */
export function choices(made: MadePart[]): Choice[] {
  const depths = new Map<string, number>();
  return made
    .filter(({ kind }) => kind !== "dependency")
    .map((part) => {
      const depth = part.under === null ? 0 : (depths.get(part.under) ?? 0) + 1;
      if (part.kind !== "criterion" && part.kind !== "task") depths.set(part.key, depth);
      return { part, depth };
    });
}

/** The unwanted part above `part`; null if `part` can be chosen freely. */
export function blockedBy(made: MadePart[], without: Set<string>, part: MadePart): MadePart | null {
  const above = made.find(({ key, kind }) => key === part.under && kind !== "dependency");
  if (!above) return null;
  return without.has(above.key) ? above : blockedBy(made, without, above);
}

/** How many parts of a kind will be created. */
export const counted = (made: MadePart[], without: Set<string>, kind: MadePart["kind"]) =>
  made.filter(
    (part) => part.kind === kind && !without.has(part.key) && !blockedBy(made, without, part),
  ).length;
