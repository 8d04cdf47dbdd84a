// Versions of `npm run dev:fake`: freezing, signing and a plain comparison, field by field.
import type { Kind } from "$lib/gen/wire";
import { TODAY } from "./defaults";
import { refuse, type Row, type Store } from "./store";

type Body = Record<string, unknown>;
type Answers = [unknown, Kind[]];
const HEADER = ["of_kind", "id", "version", "created_at", "created_by", "updated_at", "updated_by"];

/** The plan's records, in the order of the outline. */
function content(store: Store, plan: string): Row[] {
  const under = (kind: Kind, rows: Row[]) => rows.flatMap((row) => store.of(kind, row.id));
  const objectives = store.of("objective", plan);
  return [
    store.get(plan),
    ...objectives.flatMap((objective) => {
      const initiatives = store.of("initiative", objective.id);
      const criteria = store.of("criterion", objective.id);
      const all = [objective, ...criteria, ...under("reading", criteria)];
      return [...all, ...initiatives, ...under("task", initiatives)];
    }),
  ].map((row) => ({ ...row }));
}

const titleOf = (row: Row) =>
  String(row.title ?? row.name ?? `${String(row.date)}: ${String(row.value)}`);

function compare(from: Row[], to: Row[]) {
  const fieldsOf = (row: Row | undefined) =>
    Object.entries(row ?? {}).filter(([key]) => ![...HEADER, "deleted_at"].includes(key));
  const changes = [...to, ...from.filter((was) => !to.some(({ id }) => id === was.id))].map(
    (row) => {
      const was = from.find(({ id }) => id === row.id);
      const is = to.find(({ id }) => id === row.id);
      const keys = new Set([...fieldsOf(is), ...fieldsOf(was)].map(([key]) => key));
      const fields = [...keys]
        .map((field) => ({ field, from: was?.[field] ?? null, to: is?.[field] ?? null }))
        .filter(({ from, to }) => JSON.stringify(from) !== JSON.stringify(to));
      const what = !was ? "added" : !is ? "removed" : "changed";
      return { kind: row.of_kind, id: row.id, title: titleOf(row), place: [], what, fields };
    },
  );
  const told = changes.filter(({ what, fields }) => what !== "changed" || fields.length > 0);
  const count = (what: string) => told.filter((change) => change.what === what).length;
  const counts = { added: count("added"), removed: count("removed"), changed: count("changed") };
  return { changes: told, counts, names: {} };
}

export function versions(store: Store): Record<string, (body: Body) => Answers> {
  const contents = new Map<string, Row[]>();
  const stateOf = (plan: string, state: unknown) =>
    state === "now" ? content(store, plan) : (contents.get(String(state)) ?? []);
  const view = (row: Row) => {
    const entries = store.of("sign_off", row.id);
    const amended = entries.map(({ amends }) => amends);
    const stands = (one: Row) => !one.withdrawn && !amended.includes(one.id);
    const signed = entries.filter(stands).map((one) => store.view(one));
    const past = entries.filter((one) => !stands(one)).map((one) => store.view(one));
    const asked = (store.get(String(row.plan_id)).approvers as { name: string }[]).filter(
      ({ name }) => !signed.some((one) => one.person === name),
    );
    return { ...store.view(row), signed, past, asked };
  };
  const sign = (entry: Body): Answers => {
    store.create("sign_off", { amends: null, withdrawn: false, reason: "", ...entry });
    store.done = [];
    return [view(store.get(String(entry.version_id))), ["sign_off"]];
  };
  return {
    "plan.freeze": ({ id, name, agreed_by, note }) => {
      if (!String(name).trim()) throw refuse("invalid", "name", { reason: "empty" });
      const twice = store.of("plan_version", String(id)).some((row) => row.name === name);
      if (twice) throw refuse("invalid", "name", { reason: "twice", what: name });
      const frozen = { plan_id: id, name, frozen_on: TODAY, agreed_by, note, content: "" };
      const row = store.create("plan_version", frozen);
      contents.set(row.id, content(store, String(id)));
      return [view(row), ["plan_version"]];
    },
    "plan.sign_off": ({ version_id, person, on, words }) => {
      if (!person) throw refuse("invalid", "person", { reason: "empty" });
      return sign({ version_id, person, signed_on: on, words: words ?? "" });
    },
    "sign_off.withdraw": ({ id, reason }) => {
      if (!reason) throw refuse("invalid", "reason", { reason: "empty" });
      const { version_id, person } = store.get(String(id));
      return sign({
        version_id,
        person,
        signed_on: TODAY,
        words: "",
        amends: id,
        withdrawn: true,
        reason,
      });
    },
    "sign_off.correct": ({ id, reason, person, on, words }) => {
      if (!reason) throw refuse("invalid", "reason", { reason: "empty" });
      const { version_id } = store.get(String(id));
      return sign({ version_id, person, signed_on: on, words, amends: id, reason });
    },
    "plan_version.list": ({ filter }) => {
      const items = store.of("plan_version", String((filter as Body).plan_id)).map(view);
      return [{ items, total: items.length }, []];
    },
    "plan.baseline": ({ version_id }) => {
      const { name, frozen_on } = store.get(String(version_id));
      const dated = (contents.get(String(version_id)) ?? []).filter(
        ({ start, due }) => start ?? due,
      );
      const bars = dated.map(({ of_kind, id, title, start, due }) => ({
        ...{ kind: of_kind, id, title, start: start ?? null, due: due ?? null },
      }));
      return [{ name, frozen_on, bars }, []];
    },
    "plan.compare": ({ id, from, to }) => [
      compare(stateOf(String(id), from), stateOf(String(id), to)),
      [],
    ],
  };
}
