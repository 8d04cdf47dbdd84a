// What was deleted, as the in-memory workspace knows it: each row by itself.
import type { Kind } from "$lib/gen/wire";
import { PARENTS } from "./defaults";
import type { Row, Store } from "./store";

type Body = Record<string, unknown>;

export function bin(store: Store): Record<string, (body: Body) => [unknown, Kind[]]> {
  const titleOf = (row: Row | undefined) => String(row?.title ?? row?.name ?? row?.subject ?? "");
  const above = (row: Row): Row[] => {
    const parent = store.parent(row);
    return parent ? [...above(parent), parent] : [];
  };
  const under = (kind: Kind, id: string) =>
    (Object.keys(PARENTS) as Kind[]).flatMap((child) => {
      const keys = Object.entries(PARENTS[child] ?? {}).filter(([, of]) => of === kind);
      const count = store.of(child).filter((row) => keys.some(([key]) => row[key] === id)).length;
      return count > 0 ? [{ kind: child, count }] : [];
    });
  return {
    "bin.preview": ({ kind, ids }) => [
      { under: (ids as string[]).flatMap((id) => under(kind as Kind, id)) },
      [],
    ],
    "bin.list": ({ kind, search }) => {
      const words = String(search ?? "").toLowerCase();
      const items = [...store.rows.values()]
        .filter((row) => row.deleted_at && !store.parent(row)?.deleted_at)
        .filter((row) => !kind || row.of_kind === kind)
        .filter((row) => titleOf(row).toLowerCase().includes(words))
        .map((row) => {
          const path = above(row);
          const account = [...path, row].find((one) => one.of_kind === "account");
          return {
            kind: row.of_kind,
            id: row.id,
            title: titleOf(row),
            place: path.map(titleOf),
            account_id: account?.id ?? null,
            account: titleOf(account),
            plan_id: path.find((one) => one.of_kind === "plan")?.id ?? null,
            command: `${row.of_kind}.delete`,
            deleted_at: row.deleted_at,
            deleted_by: "Ana Lindqvist",
            under: [],
          };
        });
      return [{ items, total: items.length }, []];
    },
  };
}
