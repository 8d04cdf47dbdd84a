// Groups the problems of a file by their cause: a problem of many rows is shown once, and answered once.
import type { ImportProblem, ImportRow } from "$lib/gen/wire";

/** A cause, and where it occurs. */
export interface Cause {
  /** Its first problem. */
  problem: ImportProblem;
  /** The rows with it; none if it is about the whole file. */
  rows: ImportRow[];
}

/** The row of a problem. */
const rowOf = ({ sheet, row }: ImportProblem): ImportRow[] =>
  row === undefined ? [] : [sheet === undefined ? { row } : { sheet, row }];

/** The causes, in the order of the first problem of each. */
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

/**
 * The sentence for a problem, after the name of its field, as the core's rules begin with its own name for the field.
 */
export const problemWords = ({ field, message }: ImportProblem): string =>
  field !== undefined && message.startsWith(`${field} `)
    ? message.slice(field.length + 1)
    : message;

/** Rows in words: the sheet once, then the numbers; only the first of many. */
export function rowsWords(rows: ImportRow[], most = 12): string {
  const listed = rows.slice(0, most).map(({ sheet, row }, at) => {
    const same = at > 0 && rows[at - 1]?.sheet === sheet;
    return sheet === undefined || same ? String(row) : `${sheet} ${String(row)}`;
  });
  return [...listed, ...(rows.length > most ? ["…"] : [])].join(", ");
}
