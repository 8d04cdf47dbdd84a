// A template's content as rows of an outline, and the content with one row changed.
import type { TemplateContent } from "$lib/gen/wire";
import type { Kind } from "$lib/model";

/** The days that a row can have, by their field. */
export const DAYS = ["start_day", "due_day", "target_day"] as const;
export type DayField = (typeof DAYS)[number];

export interface OutlineRow {
  kind: Kind;
  key: string;
  title: string;
  /** 0 for an objective. */
  depth: number;
  /** Working days after the plan's start; only those that the kind has. */
  days: Partial<Record<DayField, number | null>>;
  /** True if it is left out for some accounts. */
  conditional: boolean;
  /** The titles of the tasks that it waits for. */
  after: string[];
}

/** All rows, parents before children. */
export function outlineRows(content: TemplateContent): OutlineRow[] {
  const tasks = content.objectives.flatMap(({ initiatives }) =>
    initiatives.flatMap((initiative) => initiative.tasks),
  );
  const titleOf = (key: string) => tasks.find((task) => task.key === key)?.title ?? key;
  return content.objectives.flatMap((objective) => [
    {
      kind: "objective" as const,
      key: objective.key,
      title: objective.title,
      depth: 0,
      days: { start_day: objective.start_day, due_day: objective.due_day },
      conditional: objective.when.length > 0,
      after: [],
    },
    ...objective.criteria.map((criterion) => ({
      kind: "criterion" as const,
      key: criterion.key,
      title: criterion.name,
      depth: 1,
      days: { target_day: criterion.target_day },
      conditional: criterion.when.length > 0,
      after: [],
    })),
    ...objective.initiatives.flatMap((initiative) => [
      {
        kind: "initiative" as const,
        key: initiative.key,
        title: initiative.title,
        depth: 1,
        days: { due_day: initiative.due_day },
        conditional: initiative.when.length > 0,
        after: [],
      },
      ...initiative.tasks.map((task) => ({
        kind: "task" as const,
        key: task.key,
        title: task.title,
        depth: 2,
        days: { start_day: task.start_day, due_day: task.due_day },
        conditional: task.when.length > 0,
        after: task.after.map(({ key }) => titleOf(key)),
      })),
    ]),
  ]);
}

/** The content with the title or day of a row changed. Keys never change: plans refer to their parts by them. */
export function changed(
  content: TemplateContent,
  key: string,
  field: "title" | DayField,
  value: string | number | null,
): TemplateContent {
  const part = <T extends { key: string }>(one: T): T => {
    if (one.key !== key) return one;
    // A criterion has a name instead of a title.
    return { ...one, [field === "title" && "name" in one ? "name" : field]: value };
  };
  return {
    ...content,
    objectives: content.objectives.map((objective) => ({
      ...part(objective),
      criteria: objective.criteria.map(part),
      initiatives: objective.initiatives.map((initiative) => ({
        ...part(initiative),
        tasks: initiative.tasks.map(part),
      })),
    })),
  };
}
