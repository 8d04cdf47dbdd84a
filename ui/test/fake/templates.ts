// The templates of `npm run dev:fake`: one of the program's, one difference on the first plan. Days are plain days.
import type { Kind, MadePart, TemplateContent, TemplateLine } from "$lib/gen/wire";
import { refuse, type Store } from "./store";

type Body = Record<string, unknown>;
type Answers = [unknown, Kind[]];

const CI: TemplateContent = {
  plan_type: "stage_adoption",
  weeks: 26,
  strategy: "Begin with two teams whose success others will notice, and go wide when it holds.",
  objectives: [
    {
      key: "faster_changes",
      title: "Changes reach production in days instead of weeks",
      summary: "",
      successes: "",
      risks: "",
      use_case: "ci",
      priority: "high",
      start_day: 0,
      due_day: 119,
      when: [],
      criteria: [
        {
          key: "lead_time",
          name: "Median lead time for changes",
          kind: "duration",
          unit: "days",
          direction: "lower_is_better",
          baseline: null,
          target: 5,
          target_min: null,
          target_max: null,
          weight: 1,
          target_day: 119,
          when: [],
        },
      ],
      initiatives: [
        {
          key: "pilot",
          title: "Prove it with two or three pilot teams",
          update_text: "",
          due_day: 40,
          also_serves: [],
          visibility: "customer",
          when: [],
          tasks: [
            task("choose", "Choose the pilot services", "customer", 0, 9, []),
            task("build", "Build the first shared pipeline", "ours", 10, 24, ["choose"]),
          ],
        },
      ],
    },
  ],
};

function task(
  key: string,
  title: string,
  owner_side: "ours" | "customer",
  start_day: number,
  due_day: number,
  after: string[],
) {
  return {
    key,
    title,
    owner_side,
    start_day,
    due_day,
    milestone: false,
    priority: null,
    visibility: "customer" as const,
    after: after.map((key) => ({ key, lag_days: 0 })),
    when: [],
  };
}

const BUILT_IN = {
  id: "0199f3a4-884e-7c5d-a3df-becef34d5ed2",
  version: 1,
  created_at: "1970-01-01T00:00:00Z",
  created_by: "",
  updated_at: "1970-01-01T00:00:00Z",
  updated_by: "",
  deleted_at: null,
  title: "CI adoption",
  summary: "For customers who still build elsewhere. Leads from a pilot to a rollout in waves.",
  content: CI,
  built_in: true,
};

function made(content: TemplateContent, start: string): MadePart[] {
  const date = (day: number | null) =>
    day === null ? null : new Date(Date.parse(start) + day * 86_400_000).toISOString().slice(0, 10);
  const part = (kind: Kind, key: string, title: string, rest: Partial<MadePart>): MadePart => ({
    ...{ kind, key, title, under: null, start: null, due: null, side: null, id: null },
    ...rest,
  });
  return content.objectives.flatMap((objective) => [
    part("objective", objective.key, objective.title, { due: date(objective.due_day) }),
    ...objective.criteria.map((one) =>
      part("criterion", one.key, one.name, { under: objective.key, due: date(one.target_day) }),
    ),
    ...objective.initiatives.flatMap((one) => [
      part("initiative", one.key, one.title, { under: objective.key, due: date(one.due_day) }),
      ...one.tasks.map((task) =>
        part("task", task.key, task.title, {
          under: one.key,
          start: date(task.start_day),
          due: date(task.due_day),
          side: task.owner_side,
        }),
      ),
    ]),
  ]);
}

const LINE: TemplateLine = {
  id: "1/task/build/title",
  key: "build",
  kind: "task",
  title: "Build ours",
  what: "changed",
  field: "title",
  from: "Build the pipeline",
  to: "Build the first shared pipeline",
  yours: "Build ours",
};

export function templates(store: Store): Record<string, (body: Body) => Answers> {
  let open = [
    LINE,
    { ...LINE, id: "1/criterion/lead_time", kind: "criterion" as const, what: "added" as const },
  ];
  const own = () =>
    store.of("template").map((row) => ({ ...row, built_in: false }) as unknown as typeof BUILT_IN);
  const find = (id: unknown) => {
    const found = [BUILT_IN, ...own()].find((one) => one.id === id);
    if (!found) throw refuse("not_found", "id");
    return found;
  };
  return {
    "template.list": () => [{ items: [BUILT_IN, ...own()], total: 1 + own().length }, []],
    "template.get": ({ id }) => [find(id), []],
    "template.preview": ({ template_id, start, plan_id }) => [
      {
        plan_id: plan_id ?? null,
        title: find(template_id).title,
        period_start: start,
        period_end: start,
        made: made(find(template_id).content, String(start)),
        left_out: [],
      },
      [],
    ],
    "template.diff": ({ plan_id }) => [
      { lines: store.of("plan")[0]?.id === plan_id ? open : [], uses: [] },
      [],
    ],
    "template.accept": ({ lines, decline }) => {
      const done = [lines, decline].flat();
      open = open.filter(({ id }) => !done.includes(id));
      return [{ lines: open, uses: [] }, ["template_use"]];
    },
  };
}
