// The fake's side of the roadmap: dependencies, and what a new date pushes, from Monday to Friday.
import type { Kind } from "$lib/gen/wire";
import { refuse, type Row, type Store } from "./store";

type Body = Record<string, unknown>;
type Answered = [unknown, Kind[]];

const DAY = 86_400_000;
const iso = (time: number) => new Date(time).toISOString().slice(0, 10);
const free = (time: number) => [0, 6].includes(new Date(time).getUTCDay());
/** The working day that lies `days` after `from`; 0 is the first one from there on. */
function working(from: string, days: number): string {
  let time = Date.parse(from);
  while (free(time)) time += DAY;
  for (let left = days; left > 0; left -= 1)
    do time += DAY;
    while (free(time));
  return iso(time);
}
function length(start: string, due: string): number {
  let days = 0;
  for (let time = Date.parse(start) + DAY; time <= Date.parse(due); time += DAY)
    days += free(time) ? 0 : 1;
  return days;
}

/** The dependencies among tasks. */
export const links = (store: Store): Row[] =>
  [...store.rows.values()].filter((row) => row.of_kind === "dependency" && !row.deleted_at);

interface Dates {
  start: string | null;
  due: string | null;
}
const datesOf = (row: Row): Dates => ({
  start: row.start as string | null,
  due: row.due as string | null,
});
function moved(row: Row, start: string): Dates {
  const own = datesOf(row);
  if (own.start === null) return { start: null, due: start };
  return { start, due: own.due && working(start, length(own.start, own.due)) };
}

function wished(root: Row, body: Body): Dates {
  const own = datesOf(root);
  const [start, due] = [body.start, body.due] as (string | undefined)[];
  if (start !== undefined && due === undefined) return moved(root, start);
  return { start: start ?? own.start, due: due ?? own.due };
}
/** Several tasks, each some working days later; earlier is as many days of the calendar here. */
function together(store: Store, { task_ids, working_days }: Body): Map<string, Dates> {
  const by = Number(working_days);
  const later = (day: string) =>
    by > 0 ? working(iso(Date.parse(day) + DAY), by - 1) : iso(Date.parse(day) + by * DAY);
  const each = (task_ids as string[]).map((id): [string, Dates] => {
    const row = store.get(id);
    const { start, due } = datesOf(row);
    return [id, start ? moved(row, later(start)) : { start, due: due && later(due) }];
  });
  return new Map(each);
}

function cascade(store: Store, body: Body) {
  const root = store.get(String(body.task_id ?? (body.task_ids as string[])[0]));
  const dates = body.task_ids
    ? together(store, body)
    : new Map<string, Dates>([[root.id, wished(root, body)]]);
  const why = new Map<string, string>();
  const held = new Map<string, string>();
  const after = new Map<string, Row[]>();
  for (const link of links(store)) {
    const key = String(link.predecessor_id);
    after.set(key, [...(after.get(key) ?? []), link]);
  }
  const queue = [...dates.keys()];
  for (let id = queue.shift(); id !== undefined; id = queue.shift())
    for (const link of after.get(id) ?? []) {
      const row = store.get(String(link.successor_id));
      const end = dates.get(id)?.due;
      const at = dates.get(row.id) ?? datesOf(row);
      const begin = at.start ?? at.due;
      if (!end || !begin || String(row.status).startsWith("closed")) continue;
      const earliest = working(iso(Date.parse(end) + DAY), Number(link.lag_days));
      if (begin >= earliest) continue;
      const by = String(store.get(id).title);
      if (row.milestone) held.set(row.id, by);
      else {
        dates.set(row.id, moved(row, earliest));
        why.set(row.id, by);
        queue.push(row.id);
      }
    }
  const plan = store.up(root, "plan");
  const moves = [...dates].map(([id, { start: new_start, due: new_due }]) => {
    const row = store.get(id);
    const { start: old_start, due: old_due } = datesOf(row);
    const by = why.get(id);
    return {
      ...{ id, title: row.title, old_start, new_start, old_due, new_due },
      why: by === undefined ? { reason: "asked" } : { reason: "after", predecessor: by },
    };
  });
  const fixed = [...held].map(([id, predecessor]) => {
    const { title, due: day } = store.get(id);
    return { id, title, due: day, predecessor };
  });
  const [from, to] = [String(plan?.period_start ?? ""), String(plan?.period_end ?? "9")];
  const outside = moves
    .filter(({ new_start, new_due }) => (new_start ?? from) < from || (new_due ?? "") > to)
    .map(({ id }) => id);
  return { moves, fixed, outside };
}

/** The titles of the loop that a link from `before` to `after` would close; null for none. */
function loop(store: Store, before: string, after: string): string[] | null {
  const seen = new Map<string, string>([[after, ""]]);
  const queue = [after];
  for (let id = queue.shift(); id !== undefined; id = queue.shift()) {
    if (id === before) {
      const path: string[] = [];
      for (let at = before; at; at = seen.get(at) ?? "") path.unshift(String(store.get(at).title));
      return [String(store.get(before).title), ...path];
    }
    for (const link of links(store))
      if (link.predecessor_id === id && !seen.has(String(link.successor_id))) {
        seen.set(String(link.successor_id), id);
        queue.push(String(link.successor_id));
      }
  }
  return null;
}

function shift(store: Store, name: string, { only, ...body }: Body): Answered {
  const all = cascade(store, body);
  const moves = only
    ? all.moves.slice(0, (body.task_ids as string[] | undefined)?.length ?? 1)
    : all.moves;
  const rows = moves.map(({ id, new_start, new_due }) => {
    const row = store.get(id);
    return { ...row, start: new_start, due: new_due, version: row.version + 1 } as Row;
  });
  store.write(name, String(rows[0]?.id), rows);
  return [{ ...all, moves }, ["task"]];
}

export const shifting = (store: Store): Record<string, (body: Body) => Answered> => ({
  "plan.preview_shift": (body) => {
    const all = cascade(store, body);
    if (!Array.isArray(body.among)) return [all, []];
    const among = new Set<unknown>([...(body.among as unknown[]), body.task_id]);
    const seen = <T extends { id: string }>(list: T[]) => list.filter(({ id }) => among.has(id));
    const outside = all.outside.filter((id) => among.has(id));
    return [{ moves: seen(all.moves), fixed: seen(all.fixed), outside }, []];
  },
  "plan.preview_shift_many": (body) => [cascade(store, body), []],
  "plan.shift": (body) => shift(store, "plan.shift", body),
  "plan.shift_many": (body) => shift(store, "plan.shift_many", body),
  "dependency.create": ({ predecessor_id, successor_id, lag_days }) => {
    const path = loop(store, String(predecessor_id), String(successor_id));
    if (path) throw refuse("dependency_loop", "successor_id", { path });
    const fields = { predecessor_id, successor_id, lag_days: lag_days ?? 0, title: "-" };
    return [store.view(store.create("dependency" as Kind, fields)), ["dependency" as Kind]];
  },
});
