// The fake's side of what changes several records, orders them, finds them, and what the person keeps.
import type { Kind, SearchHit, SearchPiece } from "$lib/gen/wire";
import { PARENTS } from "./defaults";
import { refuse, type Row, type Store } from "./store";

type Body = Record<string, unknown>;
type Answered = [unknown, Kind[]];
type Seen = { id: string; version: number };

/** `<kind>.update_many`: one operation, all of them or none. */
export function updateMany(store: Store, kind: Kind, body: Body): Answered {
  const rows = (body.items as Seen[]).map(({ id, version }) => {
    const row = store.get(id);
    if (row.version !== version) throw refuse("conflict");
    const next = { ...row, ...(body.changes as Body), version: version + 1 } as Row;
    store.check(kind, next);
    return next;
  });
  if (rows[0]) store.write(`${kind}.update_many`, rows[0].id, rows);
  return [rows.map((row) => store.view(row)), [kind]];
}

/** A record and everything that hangs under it. */
function under(store: Store, row: Row): Row[] {
  const children = (Object.keys(PARENTS) as Kind[]).flatMap((kind) => store.of(kind, row.id));
  return [row, ...children.flatMap((child) => under(store, child))];
}

/** `<kind>.delete_many`, with everything under the records. */
export function deleteMany(store: Store, kind: Kind, body: Body): Answered {
  const now = new Date().toISOString();
  const rows = (body.items as Seen[]).flatMap(({ id }) => under(store, store.get(id)));
  const gone = rows.map((row) => ({ ...row, deleted_at: now }) as Row);
  if (gone[0]) store.write(`${kind}.delete_many`, gone[0].id, gone);
  return [[], [...new Set(gone.map(({ of_kind }) => of_kind))]];
}

/** `sample.add`: what `fill` makes, as one operation. */
export function addSample(store: Store, fill: (store: Store) => void): Answered {
  const before = new Set(store.rows.keys());
  const done = [...store.done];
  fill(store);
  store.done = done;
  const made = [...store.rows.values()]
    .filter(({ id }) => !before.has(id))
    .map((row) => (row.of_kind === "account" ? ({ ...row, sample: true } as Row) : row));
  for (const { id } of made) store.rows.delete(id);
  const accounts = made.filter(({ of_kind }) => of_kind === "account");
  store.write("sample.add", accounts[0]?.id ?? "", made);
  return [{ accounts: accounts.length }, [...new Set(made.map(({ of_kind }) => of_kind))]];
}

/** `sample.remove`: the invented accounts with everything under them, as one operation. */
export function removeSample(store: Store): Answered {
  const accounts = store.of("account").filter((row) => row.sample);
  const [, kinds] = deleteMany(store, "account", { items: accounts });
  const operation = store.done.at(-1);
  if (operation) operation.name = "sample.remove";
  return [{ accounts: accounts.length }, kinds];
}

/** `<kind>.move`: behind `after`, under `parent` where it is given. */
export function move(store: Store, kind: Kind, body: Body): Answered {
  const row = store.get(String(body.id));
  const key = Object.keys(PARENTS[kind] ?? {}).find((name) => row[name]) ?? "";
  const parent = String(body.parent ?? row[key]);
  const siblings = store.of(kind, parent).filter(({ id }) => id !== row.id);
  const place = body.after ? siblings.findIndex(({ id }) => id === body.after) + 1 : 0;
  if (body.after && place === 0) throw refuse("not_found", "after");
  const at = (index: number) => Number(siblings[index]?.position);
  const before = place > 0 ? at(place - 1) : 0;
  const behind = place < siblings.length ? at(place) : before + 2;
  const position = String((before + behind) / 2);
  const next = { ...row, [key]: parent, position, version: row.version + 1 } as Row;
  store.write(`${kind}.move`, row.id, [next]);
  return [store.view(next), [kind]];
}

const fold = (text: string) => text.normalize("NFKD").replace(/\p{M}/gu, "").toLowerCase();

/** The text in pieces, the found words marked. */
function pieces(text: string, words: string[]): SearchPiece[] {
  const folded = fold(text);
  const starts = words.map((word) => [folded.indexOf(word), word.length] as const);
  const [from, length] = starts.filter(([at]) => at >= 0).sort((a, b) => a[0] - b[0])[0] ?? [0, 0];
  const cut = Math.max(0, from - 30);
  return [
    { text: (cut > 0 ? "…" : "") + text.slice(cut, from), hit: false },
    { text: text.slice(from, from + length), hit: true },
    { text: text.slice(from + length, from + length + 60), hit: false },
  ].filter((piece) => piece.text !== "");
}

/** `search`: every word somewhere in a record's texts. */
export function search(store: Store, { text, limit }: Body): Answered {
  const words = fold(String(text)).split(/\s+/).filter(Boolean);
  const items: SearchHit[] = [];
  for (const row of store.rows.values()) {
    if (row.deleted_at || row.of_kind === "me" || row.of_kind === "brand") continue;
    const texts = Object.entries(row)
      .filter(
        ([key, value]) =>
          typeof value === "string" && !/^(id|.*_id|.*_at|.*_by|of_kind|position)$/.test(key),
      )
      .map(([, value]) => String(value));
    const all = fold(texts.join("\n"));
    if (words.length === 0 || !words.every((word) => all.includes(word))) continue;
    const found = texts.find((each) => words.some((word) => fold(each).includes(word))) ?? "";
    const account = store.up(row, "account");
    items.push({
      kind: row.of_kind,
      id: row.id,
      title: String(row.title ?? row.name ?? row.value ?? ""),
      account_id: (account?.id ?? null) as SearchHit["account_id"],
      account: String(account?.name ?? ""),
      plan_id: (store.up(row, "plan")?.id ?? null) as SearchHit["plan_id"],
      context: pieces(found, words),
    });
  }
  return [{ items: items.slice(0, Number(limit ?? 50)) }, []];
}

// Kept over a reload, as the workspace keeps them.
const kept = new Map<string, unknown>(JSON.parse(sessionStorage.getItem("fake.kept") ?? "[]"));

export const preferences: Record<string, (body: Body) => Answered> = {
  "preference.list": () => [[...kept].map(([key, value]) => ({ key, value })), []],
  "preference.save": ({ key, value }) => {
    if (value === null) kept.delete(String(key));
    else kept.set(String(key), value);
    sessionStorage.setItem("fake.kept", JSON.stringify([...kept]));
    return [{ key, value }, []];
  },
};
