// Imports of the in-memory workspace: a list whose name column and order of days are to be said, whatever the file.
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

/** `import.preview` and `import.apply`. */
export function imports(store: Store): Record<string, Answer> {
  const report = ({ map, dates }: Record<string, unknown>) => {
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
      asks: [...(dates ? [] : ["dates"]), "currency"],
    };
  };
  return {
    "import.preview": (request) => [report(request), []],
    "import.apply": (request) => {
      store.create("account", { name: "Harrow Optics" });
      return [report(request), ["account"]];
    },
  };
}
