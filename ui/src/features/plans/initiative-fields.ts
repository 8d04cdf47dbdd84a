// The fields of an initiative that can be set for several at once, and initiatives as cells for a spreadsheet.
import * as words from "$lib/i18n/words";
import type { Initiative, Outline } from "$lib/model";
import { m } from "$lib/paraglide/messages.js";
import type { KnownPerson } from "$shared/naming";
import type { Settable } from "$shared/settable";

export const initiativeFields = (people?: readonly KnownPerson[]): Settable[] => [
  {
    field: "status",
    label: m.status(),
    kind: "choice",
    choices: words.choices(words.initiativeStatus),
  },
  { field: "dri", label: m.dri(), kind: "name", ...(people ? { people } : {}) },
  { field: "due", label: m.due(), kind: "day" },
  {
    field: "visibility",
    label: m.visibility(),
    kind: "choice",
    choices: words.choices(words.audience),
  },
];

/** The initiatives of an outline, from top to bottom. */
export const initiativesOf = ({ objectives }: Outline): Initiative[] =>
  objectives.flatMap(({ initiatives }) => initiatives.map(({ initiative }) => initiative));

/** The selected initiatives with their objectives, for a spreadsheet. */
export function initiativeCells({ objectives }: Outline, selected: Initiative[]): string[][] {
  const ids = new Set<string>(selected.map(({ id }) => id));
  const rows = objectives.flatMap(({ objective, initiatives }) =>
    initiatives
      .filter(({ initiative }) => ids.has(initiative.id))
      .map(({ initiative: { title, status, dri, customer_dri, due } }) => [
        ...[title, words.initiativeStatus[status](), dri, customer_dri, due ?? ""],
        objective.title,
      ]),
  );
  const head = [m.initiative(), m.status(), m.dri(), m.customer_dri(), m.due(), m.objective()];
  return [head, ...rows];
}
