// Checklists of `npm run dev:fake`: one template of the program, one run. Days are plain days, gates are not kept.
import type {
  ChecklistTemplate,
  Kind,
  LeftOutPart,
  PreviewStep,
  StepMoved,
  TemplateStep,
} from "$lib/gen/wire";
import { TODAY } from "./defaults";
import { refuse, type Row, type Store } from "./store";

type Body = Record<string, unknown>;
type Answers = [unknown, Kind[]];
const RUN: Kind[] = ["checklist", "checklist_step"];

const step = (
  key: string,
  title: string,
  from: string,
  offset_days: number,
  rest: Partial<TemplateStep> = {},
): TemplateStep => ({
  ...{ key, title, from, offset_days, group: "", why: "", how: "", links: [], files: [], role: "" },
  ...{ owner_side: "ours", required: true, visibility: "internal", guidance_for: "internal" },
  ...{ evidence: "", when: [] },
  ...{ calendar: "working", parent: "", follows: null },
  ...rest,
});
const TEMPLATE: ChecklistTemplate = {
  title: "CSA onboarding",
  summary: "From the signed contract to a kickoff within 14 days and an agreed plan within 45.",
  anchors: [],
  phases: [
    {
      title: "Get ready",
      gate: "We know why you bought and who is involved.",
      steps: [
        step("handover", "Take over from sales", "anchor:contract", 2, {
          role: "CSA",
          why: "What is not asked for now is asked of the customer a second time.",
          how: "Thirty minutes with account executive and solutions architect.",
          evidence: "Notes of the meeting",
        }),
        step("record", "Fill the account's profile", "done:handover", 1, { parent: "handover" }),
        step("contacts", "Name two contacts at least", "anchor:contract", 4, {
          owner_side: "customer",
          role: "Sponsor",
          visibility: "customer",
        }),
      ],
    },
    {
      title: "Kick off",
      gate: "We agreed on goals, people and how we work together.",
      steps: [
        step("kickoff", "Hold the kickoff", "anchor:contract", 10, {
          visibility: "customer",
          follows: "touchpoint",
        }),
        step("recap", "Send the summary of the kickoff", "done:kickoff", 1, {
          visibility: "customer",
        }),
        step("status", "Subscribe to the status page", "done:kickoff", 3, {
          owner_side: "customer",
          visibility: "customer",
          required: false,
        }),
      ],
    },
    {
      title: "Settle in",
      gate: "",
      steps: [
        step("value", "State the first value", "anchor:contract", 30, { visibility: "customer" }),
        step("complete", "Close the onboarding", "anchor:contract", 45, { visibility: "customer" }),
      ],
    },
  ],
};
const BUILT_IN = {
  ...{ id: "0199f3b2-8d71-7c60-8a74-8a4be5f24c7b", version: 1, deleted_at: null },
  ...{ created_at: "1970-01-01T00:00:00Z", created_by: "" },
  ...{ updated_at: "1970-01-01T00:00:00Z", updated_by: "", built_in: true },
  ...TEMPLATE,
};

const plus = (day: string, days: number) =>
  new Date(Date.parse(day) + days * 86_400_000).toISOString().slice(0, 10);

/** A step as far as its date goes. */
interface Dated {
  key: string;
  from: string | null;
  offset_days: number;
  due: string | null;
  state: string;
  done_on: string | null;
}
function date(
  steps: Dated[],
  anchors: Record<string, string>,
  one: Dated,
): [string | null, boolean] {
  const [way, key] = (one.from ?? ":").split(":") as [string, string];
  if (!one.from) return [one.due, false];
  if (way === "anchor") return [anchors[key] ? plus(anchors[key], one.offset_days) : null, false];
  const base = steps.find((other) => other.key === key);
  if (!base) return [one.due, false];
  if (way === "done" && base.done_on) return [plus(base.done_on, one.offset_days), false];
  const [due, provisional] = date(steps, anchors, base);
  return [
    due && plus(due, one.offset_days),
    provisional || (way === "done" && base.state !== "skipped"),
  ];
}

export function checklists(store: Store): Record<string, (body: Body) => Answers> {
  const own = () =>
    store
      .of("checklist_template")
      .map((row) => ({ ...row, built_in: false }) as unknown as typeof BUILT_IN);
  const template = (id: unknown) => {
    const found = [BUILT_IN, ...own()].find((one) => one.id === id);
    if (!found) throw refuse("not_found", "id");
    return found;
  };
  const steps = (run: string) =>
    store
      .of("checklist_step", run)
      .sort((a, b) => String(a.position).localeCompare(String(b.position)));
  const dated = (row: Row): Dated => ({
    ...(row as unknown as Dated),
    from: row.offset_from as string | null,
  });
  const over = (row: Row) => row.state === "done" || row.state === "skipped";

  /** What the steps' dates are after a change of some rows and anchors. */
  function redated(
    run: Row,
    rows: Row[],
    anchors: Record<string, string>,
  ): { rows: Row[]; moves: StepMoved[] } {
    const all = rows.map(dated);
    const moves: StepMoved[] = [];
    const next = rows.map((row, at) => {
      const [due] = date(all, anchors, all[at] as Dated);
      if (over(row) || due === row.due) return row;
      const from = String(row.offset_from);
      const title = String(rows.find((one) => one.key === from.split(":")[1])?.title ?? "");
      moves.push({
        id: row.id as StepMoved["id"],
        title: String(row.title),
        old_due: row.due as string | null,
        new_due: due,
        why: from.startsWith("anchor:")
          ? { reason: "anchor", anchor: from.slice(7) }
          : from.startsWith("done:")
            ? { reason: "after_done", step: title }
            : { reason: "after_due", step: title },
      });
      return { ...row, due, version: row.version + 1 };
    });
    void run;
    return { rows: next, moves };
  }
  function change(name: string, id: unknown, fields: Body): Answers {
    const row = store.get(String(id));
    const run = store.get(String(row.checklist_id));
    const rows = steps(run.id).map((one) =>
      one.id === row.id ? { ...one, ...fields, version: one.version + 1 } : one,
    ) as Row[];
    const { rows: next, moves } = redated(run, rows, run.anchors as Record<string, string>);
    store.write(
      name,
      row.id,
      next.filter((one) => store.get(one.id).version !== one.version),
    );
    return [{ ...view(store.get(row.id)), moves }, RUN];
  }
  function view(row: Row): Body {
    const run = store.get(String(row.checklist_id));
    const all = steps(run.id).map(dated);
    const own = all.find((one) => one.key === row.key && row.key !== "");
    const [, provisional] = own
      ? date(all, run.anchors as Record<string, string>, own)
      : [null, false];
    return { ...row, provisional: provisional && !over(row), gated: false, on_day_off: false };
  }
  function runView(row: Row): Body {
    const all = steps(row.id);
    const count = (list: Row[]) => {
      const required = list.filter((one) => one.required);
      return {
        ...{ steps_total: list.length, steps_over: list.filter(over).length },
        ...{ required_total: required.length, required_over: required.filter(over).length },
      };
    };
    let open = true;
    const progress = (row.phases as { title: string; gate: string }[]).map(({ title, gate }) => {
      const counts = count(all.filter((one) => one.phase === title));
      const phase = { title, gate, open, ...counts };
      open &&= !gate || counts.required_over === counts.required_total;
      return phase;
    });
    const counts = count(all);
    const left = all.filter((one) => one.required && !over(one)).map((one) => String(one.due));
    const whole = counts.required_over === counts.required_total ? "complete" : "running";
    return {
      ...row,
      ...counts,
      state: row.closed_on ? "closed" : whole,
      ends_on: left.sort().at(-1) ?? null,
      progress,
    };
  }
  function made(of: ChecklistTemplate, anchors: Record<string, string>): PreviewStep[] {
    const flat = of.phases.flatMap(({ title, steps }) =>
      steps.map((one) => ({ ...one, phase: title })),
    );
    const all = flat.map((one) => ({ ...one, due: null, state: "open", done_on: null }));
    return all.map((one) => {
      const [due, provisional] = date(all, anchors, one);
      const { key, title, phase, required, owner_side, visibility, parent } = one;
      return {
        key,
        title,
        phase,
        depth: parent ? 1 : 0,
        due,
        provisional,
        required,
        owner_side,
        visibility,
      };
    });
  }
  const wanted = (of: ChecklistTemplate, anchors: Record<string, string>) =>
    [...new Set(of.phases.flatMap(({ steps }) => steps.map(({ from }) => from)))]
      .filter((from) => from.startsWith("anchor:"))
      .map((from) => from.slice(7))
      .map((key) => ({ key, title: "", day: anchors[key] ?? null }));
  const leftOut: LeftOutPart[] = [
    {
      kind: "checklist_step",
      key: "runners",
      title: "Make sure that the runners can bear it",
      why: { reason: "condition", field: "hosting", is: ["self_managed_on_prem"], not: [] },
    },
  ];

  function start({ account_id, template_id, anchors = {}, title, primary }: Body): Answers {
    const of = template(template_id);
    const days = anchors as Record<string, string>;
    const missing = wanted(of, days).find(({ day }) => !day);
    if (missing)
      throw refuse("invalid", `anchors.${missing.key}`, { reason: "no_anchor", step: of.title });
    const run = store.create("checklist", {
      ...{ account_id, template_id, template_version: 1, anchors: days, title: title ?? of.title },
      ...{ is_primary: primary ?? true, started_on: TODAY },
      phases: of.phases.map(({ title, gate }) => ({ title, gate })),
    });
    const flat = of.phases.flatMap(({ steps }) => steps);
    for (const line of made(of, days)) {
      const one = flat.find(({ key }) => key === line.key) as TemplateStep;
      store.create("checklist_step", {
        ...{
          checklist_id: run.id,
          phase: line.phase,
          key: line.key,
          title: line.title,
          due: line.due,
        },
        ...{
          depth: line.depth,
          why: one.why,
          how: one.how,
          owner_side: one.owner_side,
          role: one.role,
        },
        ...{
          required: one.required,
          visibility: one.visibility,
          guidance_for: one.guidance_for,
          evidence_wanted: one.evidence,
        },
        ...{ offset_days: one.offset_days, offset_from: one.from, calendar: one.calendar },
        ...{ follows_kind: one.follows },
      });
    }
    return [{ id: run.id, title: run.title, steps: [], left_out: [] }, RUN];
  }
  const set = (name: string, { id, anchors }: Body): Answers => {
    const run = store.get(String(id));
    const days = {
      ...(run.anchors as Record<string, string>),
      ...(anchors as Record<string, string>),
    };
    const { rows, moves } = redated(run, steps(run.id), days);
    if (name === "set") {
      const moved = rows.filter((one) => store.get(one.id).version !== one.version);
      store.write("checklist.set_anchor", run.id, [
        { ...run, anchors: days, version: run.version + 1 },
        ...moved,
      ]);
    }
    return [{ moves }, name === "set" ? RUN : []];
  };
  const between = (list: Row[], after: string | null) => {
    const at = list.findIndex(({ id }) => id === after);
    const [low, high] = [Number(list[at]?.position ?? 0), Number(list[at + 1]?.position ?? 9e5)];
    return ((low + high) / 2).toFixed(6).padStart(13, "0");
  };
  const place = (body: Body, run: string) => {
    const list = steps(run);
    const phase = String(body.phase ?? "");
    const first = list.findIndex((one) => one.phase === phase);
    const after =
      (body.after as string | null) ??
      list[first - 1]?.id ??
      (first < 0 ? (list.at(-1)?.id ?? null) : null);
    return { phase, position: between(list, after) };
  };
  return {
    "checklist_template.list": () => [{ items: [BUILT_IN, ...own()], total: 1 + own().length }, []],
    "checklist_template.get": ({ id }) => [template(id), []],
    "checklist_template.preview": ({ template_id, anchors = {} }) => {
      const of = template(template_id);
      const days = anchors as Record<string, string>;
      return [
        {
          ...{ title: of.title, anchors: wanted(of, days), steps: made(of, days) },
          ...{ left_out: leftOut, gate_shut: null, runs_already: null },
        },
        [],
      ];
    },
    "checklist_template.export": () => [{}, []],
    "checklist_template.import": () => [{ template: BUILT_IN, what: "same" }, []],
    "checklist.start": start,
    "checklist.get": ({ id }) => [runView(store.get(String(id))), []],
    "checklist.list": ({ filter }) => {
      const items = store.of("checklist", String((filter as Body).account_id)).map(runView);
      return [{ items, total: items.length }, []];
    },
    "checklist_step.get": ({ id }) => [view(store.get(String(id))), []],
    "checklist_step.list": ({ filter }) => {
      const items = steps(String((filter as Body).checklist_id)).map(view);
      return [{ items, total: items.length }, []];
    },
    "checklist.tick": ({ step_id, done_on }) =>
      change("checklist.tick", step_id, { state: "done", done_on: done_on ?? TODAY, reason: "" }),
    "checklist.set_due": ({ step_id, due }) =>
      change("checklist.set_due", step_id, { due, offset_from: null }),
    "checklist.preview_step": ({ id, version, ...changes }) => {
      void version;
      const row = store.get(String(id));
      const run = store.get(String(row.checklist_id));
      const rows = steps(run.id).map((one) => (one.id === row.id ? { ...one, ...changes } : one));
      return [
        { moves: redated(run, rows as Row[], run.anchors as Record<string, string>).moves },
        [],
      ];
    },
    "checklist.preview_follow": () => [{ moves: [] }, []],
    "checklist.skip": ({ step_id, reason }) => {
      if (!reason) throw refuse("invalid", "reason", { reason: "needed_for_step" });
      return change("checklist.skip", step_id, { state: "skipped", done_on: null, reason });
    },
    "checklist.block": ({ step_id, reason }) => {
      if (!reason) throw refuse("invalid", "reason", { reason: "needed_for_step" });
      return change("checklist.block", step_id, { state: "blocked", done_on: null, reason });
    },
    "checklist.reopen": ({ step_id }) =>
      change("checklist.reopen", step_id, { state: "open", done_on: null, reason: "" }),
    "checklist.follow": ({ step_id, kind, id }) =>
      change("checklist.follow", step_id, { follows_kind: kind ?? null, follows_id: id ?? null }),
    "checklist.indent_step": ({ step_id, by }) =>
      change("checklist.indent_step", step_id, {
        depth: Number(store.get(String(step_id)).depth) + Number(by),
      }),
    "checklist.add_step": (body) => {
      const depth = body.depth ?? (body.after ? store.get(String(body.after)).depth : 0);
      const where = place(body, String(body.checklist_id));
      const { checklist_id, title } = body;
      const row = store.create("checklist_step", {
        checklist_id,
        title,
        depth,
        required: false,
        ...where,
      });
      return [view(row), RUN];
    },
    "checklist.move_step": (body) =>
      change(
        "checklist.move_step",
        body.step_id,
        place(body, String(store.get(String(body.step_id)).checklist_id)),
      ),
    "checklist.preview_anchor": (body) => set("preview", body),
    "checklist.set_anchor": (body) => set("set", body),
    "checklist.close": ({ id, reason }) => {
      const run = store.get(String(id));
      const next = {
        ...run,
        closed_on: TODAY,
        delay_reason: reason ?? "",
        version: run.version + 1,
      };
      store.write("checklist.close", run.id, [next as Row]);
      return [runView(store.get(run.id)), RUN];
    },
    "checklist.preview_accept": () => [{ moves: [] }, []],
    "checklist.diff": () => [
      { lines: [], template_id: null, title: "", followed_version: 1, version: 1 },
      [],
    ],
  };
}

/** An onboarding under way, for the sample. */
export function onboarding(store: Store, account_id: string): void {
  const { "checklist.start": start } = checklists(store);
  start?.({ account_id, template_id: BUILT_IN.id, anchors: { contract: "2026-11-16" } });
  const [first, second, third] = store.of("checklist_step");
  if (first)
    Object.assign(first, { state: "done", done_on: "2026-11-18", assignee: "Ana Lindqvist" });
  if (second) Object.assign(second, { state: "blocked", reason: "Waits for the order form." });
  if (third) Object.assign(third, { due: "2026-11-20" });
}
