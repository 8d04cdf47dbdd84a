// The order and the look of an account's checklists.
import type { Checklist, ChecklistState } from "$lib/model";
import type { Look } from "$shared/status";

export const runLooks: Record<ChecklistState, Look> = {
  running: { shape: "dot", tone: "inform" },
  complete: { shape: "tick", tone: "good" },
  closed: { shape: "dash", tone: "unknown" },
};

const ORDER: Record<ChecklistState, number> = { running: 0, complete: 1, closed: 2 };

/** The primary one first, then the running ones, newest first. */
export const inOrder = (runs: Checklist[]): Checklist[] =>
  [...runs].sort(
    (a, b) =>
      Number(b.is_primary) - Number(a.is_primary) ||
      ORDER[a.state] - ORDER[b.state] ||
      b.started_on.localeCompare(a.started_on) ||
      a.id.localeCompare(b.id),
  );
