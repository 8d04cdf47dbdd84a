// The fake's side of what is laid over the roadmap: weekends, a critical path that reads the links alone.
import type { Kind } from "$lib/gen/wire";
import { links } from "./shift";
import type { Row, Store } from "./store";

type Body = Record<string, unknown>;
type Answered = [unknown, Kind[]];

const DAY = 86_400_000;
const days = (from: string, to: string) => {
  const found: string[] = [];
  for (let time = Date.parse(from); time <= Date.parse(to); time += DAY)
    found.push(new Date(time).toISOString().slice(0, 10));
  return found;
};
const weekend = (day: string) => [0, 6].includes(new Date(day).getUTCDay());

/** The tasks of a plan. */
function tasksOf(store: Store, plan: string): Row[] {
  const objectives = store.of("objective", plan);
  const initiatives = objectives.flatMap(({ id }) => store.of("initiative", id));
  return initiatives.flatMap(({ id }) => store.of("task", id));
}

/** What ends last, and what leads to it; everything else has three weeks. */
function critical(store: Store, plan: string): Answered {
  const tasks = tasksOf(store, plan);
  const open = tasks.filter(({ status, due }) => due && !String(status).startsWith("closed"));
  const last = open.reduce<Row | null>(
    (most, task) => (most && String(most.due) >= String(task.due) ? most : task),
    null,
  );
  const path = new Set<string>(last ? [last.id] : []);
  const tight: string[] = [];
  for (const id of path)
    for (const link of links(store))
      if (link.successor_id === id) {
        path.add(String(link.predecessor_id));
        tight.push(link.id);
      }
  const answer = tasks.map((task) => {
    const slack = !open.includes(task) ? null : path.has(task.id) ? 0 : 15;
    return { id: task.id, slack_days: slack, critical: slack === 0 };
  });
  return [{ tasks: answer, tight, end: last?.due ?? null }, []];
}

export const overlaying = (store: Store): Record<string, (body: Body) => Answered> => ({
  "plan.critical_path": ({ id }) => critical(store, String(id)),
  "plan.days_off": ({ from, to }) => {
    const free = days(String(from), String(to)).filter(weekend);
    const holidays = ["2026-12-25", "2027-01-01", "2027-03-26", "2027-03-29"];
    const named = holidays.map((date) => ({ date, side: "customer", name: "Public holiday" }));
    return [{ ours: free, customer: [...free, ...holidays].sort(), named }, []];
  },
  "plan.date_conflicts": () => [{ conflicts: [] }, []],
});
