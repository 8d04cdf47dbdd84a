// Why the date of a step moves, in words.
import type { StepMoved } from "$lib/gen/wire";
import { m } from "$lib/paraglide/messages.js";
import { anchorWords } from "$features/checklist-dates/anchors";

/** Why a date moves; `names` has the template's names for its own anchors. */
export function whyMoved({ why }: StepMoved, names: Record<string, string>): string {
  switch (why.reason) {
    case "asked":
      return m.cascade_asked();
    case "anchor":
      return m.moved_by_anchor({ anchor: anchorWords(why.anchor, names) });
    case "after_due":
      return m.moved_by_due({ title: why.step });
    case "after_done":
      return m.moved_by_done({ title: why.step });
  }
}
