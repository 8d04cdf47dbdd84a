// An in-memory workspace that answers like the program, for looking at the screens in a
// browser. Knows the shapes and a few refusals; the rules themselves are the Rust side's.
import type { Failure, Kind, RpcSchema } from "$lib/gen/wire";
import { known } from "./blobs";
import { DEFAULTS, PARENTS, TODAY } from "./defaults";
import { measure, objectiveProgress, planProgress, workProgress } from "./progress";

export type Row = Record<string, unknown> & {
  id: string;
  of_kind: Kind;
  version: number;
  deleted_at: string | null;
};
type Body = Record<string, unknown>;
type Operation = {
  op: number;
  name: string;
  id: string;
  before: Row[];
  after: Row[];
  source: string;
  at: string;
};

export const refuse = (code: Failure["code"], field?: string, details?: Body): Failure => ({
  code,
  message: code,
  ...(field ? { field } : {}),
  ...(details ? { details } : {}),
});

/** Accepted and Verified ask for more than a click. */
function checkStage(store: Store, row: Row): void {
  if (row.stage === "accepted" && store.rows.get(row.id)?.stage === "proposed") {
    const criteria = store.of("criterion", row.id);
    const lacks = (field: string) => criteria.some((one) => one[field] === null);
    const missing = [
      ...["business_impact", "due"].filter((field) => !row[field]),
      ...(criteria.length === 0 ? ["criteria"] : []),
      ...["baseline", "target", "target_date"].filter(lacks),
    ];
    if (missing.length > 0)
      throw refuse("invalid_state", "stage", { reason: "not_acceptable", missing });
  }
  if (row.stage === "verified")
    for (const field of ["confirmed_by", "confirmed_on", "confirmed_words"])
      if (!row[field]) throw refuse("invalid", field, { reason: "needed_to_verify" });
}

export class Store {
  rows = new Map<string, Row>();
  drafts = new Map<string, { record: string; field: string; text: string; at: string }>();
  done: Operation[] = [];
  undone: Operation[] = [];
  op = 0;
  #order = 0;

  of(kind: Kind, parent?: string): Row[] {
    const keys = Object.keys(PARENTS[kind] ?? {});
    return [...this.rows.values()]
      .filter(
        (row) =>
          row.of_kind === kind &&
          !row.deleted_at &&
          (parent === undefined || keys.some((key) => row[key] === parent)),
      )
      .sort((a, b) => Number(a.position) - Number(b.position));
  }
  get(id: string): Row {
    const row = this.rows.get(id);
    if (!row || row.deleted_at) throw refuse("not_found");
    return row;
  }
  parent(row: Row): Row | undefined {
    const key = Object.keys(PARENTS[row.of_kind] ?? {}).find((name) => row[name]);
    return key ? this.rows.get(String(row[key])) : undefined;
  }
  view(row: Row): Body {
    const { of_kind: kind, ...fields } = row;
    const under = (child: Kind, id = row.id) => this.of(child, id);
    if (kind === "attachment") return { ...fields, ...known(row.hash) };
    if (kind === "criterion") return { ...fields, ...measure(row, under("reading")) };
    if (kind === "objective")
      return {
        ...fields,
        outcome_progress: objectiveProgress(this, row.id),
        work_progress: workProgress(this, [row.id]),
      };
    if (kind === "plan")
      return {
        ...fields,
        outcome_progress: planProgress(this, row.id),
        work_progress: workProgress(
          this,
          under("objective").map(({ id }) => id),
        ),
      };
    return fields;
  }
  write(name: string, id: string, rows: Row[], source = "window"): void {
    const before = rows.map((row) => this.rows.get(row.id) ?? { ...row, deleted_at: "-" });
    for (const row of rows) this.rows.set(row.id, row);
    this.done.push({
      op: ++this.op,
      name,
      id,
      before,
      after: rows,
      source,
      at: new Date().toISOString(),
    });
    this.undone = [];
  }
  check(kind: Kind, row: Row): void {
    const named = ["account", "criterion", "contact", "attachment", "plan_version"].includes(kind)
      ? "name"
      : kind === "touchpoint"
        ? "subject"
        : "title";
    if (
      !["reading", "me", "brand", "sign_off", "dependency"].includes(kind) &&
      !String(row[named] ?? "").trim()
    )
      throw refuse("invalid", named, { reason: "empty" });
    if (row.start && row.due && String(row.due) < String(row.start))
      throw refuse("invalid", "due", { reason: "before_start", start: row.start });
    if (kind === "reading" && String(row.date) > TODAY)
      throw refuse("invalid", "date", { reason: "after_today", today: TODAY });
    if (kind === "reading") {
      const same = this.of("reading", String(row.criterion_id)).find(
        ({ id, date }) => id !== row.id && date === row.date,
      );
      if (same) {
        const { id, value, version } = same;
        throw refuse("invalid", "date", { reason: "reading_that_day", id, value, version });
      }
    }
    if (kind === "task" && row.status === "blocked" && !row.blocked_reason)
      throw refuse("invalid", "blocked_reason", { reason: "needed_to_block" });
    if (kind === "objective") checkStage(this, row);
    if (
      kind === "objective" &&
      row.status === "closed_success" &&
      !["delivered", "verified"].includes(String(row.stage))
    )
      throw refuse("invalid_state", "status", { reason: "not_delivered" });
    if (
      kind === "objective" &&
      ["closed", "closed_lost"].includes(String(row.status)) &&
      !row.close_reason
    )
      throw refuse("invalid", "close_reason", { reason: "needed_to_close" });
    if (kind === "criterion" && row.baseline !== null && row.baseline === row.target)
      throw refuse("invalid", "target", { reason: "equals_baseline" });
  }
  create(kind: Kind, fields: Body): Row {
    const now = new Date().toISOString();
    const row = {
      of_kind: kind,
      // The same after a reload, so that addresses and drafts still fit.
      id: `00000000-0000-7000-8000-${String(this.#order + 1).padStart(12, "0")}`,
      version: 1,
      created_at: now,
      created_by: "",
      updated_at: now,
      updated_by: "",
      deleted_at: null,
      position: String(++this.#order).padStart(6, "0"),
      ...DEFAULTS[kind],
      ...(kind === "task" && fields.account_id ? { visibility: "internal" } : {}),
      ...fields,
    } as Row;
    delete row.request_id;
    this.check(kind, row);
    this.write(`${kind}.create`, row.id, [row]);
    return row;
  }
  update(row: Row, version: unknown, changes: Body, source = "window"): Row {
    if (version !== row.version) throw refuse("conflict");
    const next = {
      ...row,
      ...changes,
      version: row.version + 1,
      updated_at: new Date().toISOString(),
    } as Row;
    this.check(row.of_kind, next);
    this.write(`${row.of_kind}.update`, row.id, [next], source);
    return next;
  }
  /** The record of `kind` that `from` is or belongs to. */
  up(from: Row | undefined, kind: Kind): Row | undefined {
    let at = from;
    while (at && at.of_kind !== kind) at = this.parent(at);
    return at;
  }
  step(operation: Operation | undefined): RpcSchema["undo"][1] | null {
    if (!operation) return null;
    const row = this.rows.get(operation.id);
    const account = this.up(row, "account");
    return {
      op: operation.op,
      name: operation.name,
      at: operation.at,
      source: operation.source,
      this_sitting: true,
      kind: row?.of_kind ?? null,
      id: operation.id,
      title: String(row?.title ?? row?.name ?? ""),
      account_id: account?.id ?? null,
      account: String(account?.name ?? ""),
      plan_id: this.up(row, "plan")?.id ?? null,
    } as RpcSchema["undo"][1];
  }
  back(from: Operation[], to: Operation[], rows: "before" | "after") {
    const operation = from.pop();
    if (!operation) throw refuse("invalid_state");
    const step = this.step(operation);
    for (const row of operation[rows])
      this.rows.set(row.id, { ...row, version: (this.rows.get(row.id)?.version ?? 0) + 1 });
    this.op += 1;
    to.push(operation);
    return { step, kinds: operation.after.map(({ of_kind }) => of_kind) };
  }
}
