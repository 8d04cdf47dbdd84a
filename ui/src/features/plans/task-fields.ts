// The fields of a task that can be set for several at once, and tasks as cells for a spreadsheet.
import * as words from "$lib/i18n/words";
import type { FieldsOf, Outline, Task } from "$lib/model";
import { m } from "$lib/paraglide/messages.js";
import { pickedRecurrence, usualRecurrences } from "$features/plans/recurrence";
import type { KnownPerson } from "$shared/naming";
import type { Settable } from "$shared/settable";

export const taskFields = (people?: readonly KnownPerson[]): Settable[] => [
  {
    field: "status",
    label: m.status(),
    kind: "choice",
    // Blocked is not among them: it needs a reason, which is a field of its own.
    choices: words.choices(words.taskStatus).filter(({ value }) => value !== "blocked"),
  },
  { field: "owner", label: m.owner(), kind: "name", ...(people ? { people } : {}) },
  { field: "due", label: m.due(), kind: "day" },
  {
    field: "priority",
    label: m.priority(),
    kind: "choice",
    choices: words.choices(words.level),
    none: m.not_set(),
  },
  {
    field: "visibility",
    label: m.visibility(),
    kind: "choice",
    choices: words.choices(words.audience),
  },
  { field: "blocked_reason", label: m.blocked_because(), kind: "text" },
  {
    field: "recurrence",
    label: m.recurrence(),
    kind: "choice",
    choices: usualRecurrences(),
    none: m.recurrence_never(),
  },
];

/** Setting a reason also sets the status to blocked. */
export function taskChanges(field: string, value: unknown): Partial<FieldsOf["task"]> {
  const changes = { [field]: value } as Partial<FieldsOf["task"]>;
  if (field === "recurrence") return { recurrence: pickedRecurrence(value) };
  if (field === "blocked_reason" && value) return { ...changes, status: "blocked" };
  return changes;
}

/** The tasks of an outline, from top to bottom. */
export const tasksOf = ({ objectives }: Outline): Task[] =>
  objectives.flatMap(({ initiatives }) => initiatives.flatMap(({ tasks }) => tasks));

/** The selected tasks with their parents, for a spreadsheet. */
export function taskCells({ objectives }: Outline, selected: Task[]): string[][] {
  const ids = new Set<string>(selected.map(({ id }) => id));
  const rows = objectives.flatMap(({ objective, initiatives }) =>
    initiatives.flatMap(({ initiative, tasks }) =>
      tasks
        .filter(({ id }) => ids.has(id))
        .map((task) => [
          task.title,
          words.taskStatus[task.status](),
          task.owner,
          words.side[task.owner_side](),
          task.start ?? "",
          task.due ?? "",
          task.done_date ?? "",
          task.priority ? words.level[task.priority]() : "",
          initiative.title,
          objective.title,
        ]),
    ),
  );
  const head = [m.task(), m.status(), m.owner(), m.owner_side(), m.start(), m.due()];
  return [[...head, m.done_date(), m.priority(), m.initiative(), m.objective()], ...rows];
}
