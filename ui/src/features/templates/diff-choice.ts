// The decisions about the lines of a difference: accepting a part also accepts what it depends on.
import type { TemplateLine } from "$lib/gen/wire";

export type Decision = "later" | "accept" | "decline";

/**
 * The decisions after `id` is decided: accepting a part accepts what it needs, dismissing one dismisses what needs it.
 */
export function decided(
  lines: TemplateLine[],
  before: Record<string, Decision>,
  id: string,
  decision: Decision,
): Record<string, Decision> {
  let now = { ...before, [id]: decision };
  const needed = lines.find((line) => line.id === id)?.needs ?? [];
  if (decision === "accept") {
    for (const need of needed)
      if (now[need] !== "accept") now = decided(lines, now, need, "accept");
    return now;
  }
  for (const line of lines)
    if (line.needs?.includes(id) && now[line.id] === "accept")
      now = decided(lines, now, line.id, "later");
  return now;
}

/** The ids with a decision. */
export const idsOf = (decisions: Record<string, Decision>, decision: Decision) =>
  Object.keys(decisions).filter((id) => decisions[id] === decision);
