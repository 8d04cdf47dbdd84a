// Imports of the in-memory workspace: a list whose name column, order of days and currency are to be said, whatever the
// file, or an account that is here already. And what hands one over.
import type { Kind } from "$lib/gen/wire";
import type { Store } from "./store";

type Answer = (request: Record<string, unknown>) => [unknown, Kind[]];

const COLUMNS = [
  { heading: "Kunde", field: null, sample: "Harrow Optics" },
  { heading: "ARR", field: "arr", sample: "120000" },
  { heading: "Renewal Date", field: "renewal_date", sample: "03/04/2027" },
  { heading: "CSM", field: "csm", sample: "Mara Lindt" },
  { heading: "NPS®", field: null, sample: "40" },
];

const OPEN = [
  {
    kind: "task",
    id: "o1",
    title: "Send the agenda",
    of: "Kickoff",
    due: "2026-11-20",
    owner: "Ana Lindqvist",
  },
  {
    kind: "checklist_step",
    id: "o2",
    title: "Ask for the training portal",
    of: "Onboarding",
    due: "2026-12-01",
    owner: "",
  },
  {
    kind: "objective",
    id: "o3",
    title: "Cut the lead time",
    of: "Release faster",
    due: null,
    owner: "Mara Lindt",
  },
];

/** An account that is here and was changed on both sides. */
function handed(replace: boolean, choices: Record<string, string> = {}) {
  const row = { kind: "account", title: "Nordwind AG" };
  const choice = { key: "a1.notes", chosen: choices["a1.notes"] ?? "both", both: true };
  return {
    ...{
      new: 2,
      changed: 1,
      same: 46,
      missing: 1,
      plan_id: null,
      date_conflicts: [],
      ignored: [],
      columns: [],
      fields: [],
    },
    lines: [
      {
        ...row,
        ...(replace ? { what: "changed" } : { what: "conflict", choice }),
        ...{ field: "notes", from: "Asked for a call", to: "Call on Monday" },
      },
      { kind: "task", title: "Ship the runner", what: "new" },
      { kind: "task", title: "Ask about the budget", what: replace ? "gone" : "missing" },
    ],
    problems: [],
    dates: null,
    asks: ["replace"],
    handed: {
      ...{
        id: "a1",
        name: "Nordwind AG",
        made_by: "Jonas Petersen",
        made_at: "2026-11-20T14:05:00Z",
      },
      kinds: [
        { kind: "account", new: 0, changed: 1, same: 0, missing: 0 },
        { kind: "contact", new: 0, changed: 0, same: 7, missing: 0 },
        { kind: "task", new: 2, changed: 0, same: 39, missing: 1 },
      ],
      open: OPEN,
    },
  };
}

/** `import.preview`, `import.apply` and `account.export`. */
export function imports(store: Store): Record<string, Answer> {
  const report = ({ map, dates, currency }: Record<string, unknown>) => {
    const said = map as Record<string, string>;
    const columns = COLUMNS.map((one) => ({
      ...one,
      field: one.heading in said ? said[one.heading] || null : one.field,
    }));
    const named = columns.some(({ field }) => field === "name");
    const problems = [
      ...(dates
        ? []
        : [{ field: "dates", message: "Days such as “03/04/2027” can be read in two ways." }]),
      ...(currency || !named
        ? []
        : [{ field: "currency", message: "Amounts such as 120000 name no currency." }]),
      ...(named
        ? []
        : [{ row: 1, field: "name", message: "No column is known to hold the name." }]),
    ];
    const row = { what: "new", kind: "account", row: 2, title: "Harrow Optics" };
    return {
      ...{ new: named ? 1 : 0, changed: 0, same: 0, missing: 0, plan_id: null },
      lines: named ? [row] : [],
      problems,
      ignored: ["under the rows, line 3: “Confidential Information”"],
      columns,
      fields: ["name", "external_id", "arr", "renewal_date", "csm", "industry", "licensed_seats"],
      dates: { order: dates ?? null, sample: "03/04/2027" },
      asks: [...(dates ? [] : ["dates"]), ...(currency || !named ? [] : ["currency"])],
    };
  };
  return {
    "account.export": ({ id, path, brief }) => [
      {
        path,
        brief: brief ? String(path).replace(/\.cairn$/, ".pdf") : null,
        name: store.get(String(id)).name,
        kinds: [
          { kind: "account", count: 1 },
          { kind: "contact", count: 7 },
          { kind: "task", count: 41 },
        ],
        contents: 3,
        open: OPEN,
      },
      [],
    ],
    "import.preview": (request) => [
      request.kind === "account"
        ? handed(Boolean(request.replace), request.choices as Record<string, string>)
        : report(request),
      [],
    ],
    "import.apply": (request) => {
      store.create("account", { name: "Harrow Optics" });
      return [report(request), ["account"]];
    },
  };
}
