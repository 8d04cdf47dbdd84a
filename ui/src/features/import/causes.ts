// Problems of a file by their cause: what is wrong with many rows is said once, and answered once.
import type { ImportProblem, ImportRow } from "$lib/gen/wire";

/** What is wrong, and where. */
export interface Cause {
  /** The first problem of it. */
  problem: ImportProblem;
  /** The rows that have it; none where it is of the whole file. */
  rows: ImportRow[];
}

/** The row of a problem. */
const rowOf = ({ sheet, row }: ImportProblem): ImportRow[] =>
  row === undefined ? [] : [sheet === undefined ? { row } : { sheet, row }];

/** Problems of one cause together, in the order of the first of each. */
export function causes(problems: ImportProblem[]): Cause[] {
  const found = new Map<string, Cause>();
  for (const problem of problems) {
    const key = JSON.stringify([problem.field, problem.message]);
    const cause = found.get(key);
    if (cause) cause.rows.push(...rowOf(problem));
    else found.set(key, { problem, rows: rowOf(problem) });
  }
  return [...found.values()];
}

/** What is wrong, behind the name of its field: the rules begin with the field as the program calls it. */
export const problemWords = ({ field, message }: ImportProblem): string =>
  field !== undefined && message.startsWith(`${field} `)
    ? message.slice(field.length + 1)
    : message;

/** Rows as they are read aloud: the sheet once, then the numbers; the first of many. */
export function rowsWords(rows: ImportRow[], most = 12): string {
  const told = rows.slice(0, most).map(({ sheet, row }, at) => {
    const same = at > 0 && rows[at - 1]?.sheet === sheet;
    return sheet === undefined || same ? String(row) : `${sheet} ${String(row)}`;
  });
  return [...told, ...(rows.length > most ? ["…"] : [])].join(", ");
}
