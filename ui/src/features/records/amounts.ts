// Joins the two parts of an amount in a history into one change, as nobody reads amounts in cents.
import type { Change, HistoryEntry } from "$lib/gen/wire";

type Parts = Record<"minor" | "currency", unknown>;

const partOf = ({ field }: Change): [string, keyof Parts] | null => {
  const [, of, part] = /^(.+)\.(minor|currency)$/.exec(field) ?? [];
  return of ? [of, part as keyof Parts] : null;
};

/** Both parts, or null if both are empty; undefined if one was never known. */
const amount = ({ minor, currency }: Parts): Parts | null | undefined =>
  (minor === null) !== (currency === null)
    ? undefined
    : minor === null
      ? null
      : { minor, currency };

/**
 * The entries, oldest first, with one change per amount. If only the cents changed, the currency is the earlier one.
 */
export function withAmounts(entries: HistoryEntry[]): HistoryEntry[] {
  const known = new Map<string, Parts>();
  return entries.map((entry) => {
    const amounts = new Map<string, { old: Parts; new: Parts }>();
    for (const change of entry.changes) {
      const [of, part] = partOf(change) ?? [];
      if (!of || !part) continue;
      const before = known.get(of) ?? { minor: null, currency: null };
      const both = amounts.get(of) ?? { old: { ...before }, new: { ...before } };
      both.old[part] = change.old;
      both.new[part] = change.new;
      amounts.set(of, both);
    }
    const changes = entry.changes.flatMap((change): Change[] => {
      const [of] = partOf(change) ?? [];
      const both = of ? amounts.get(of) : undefined;
      if (!of || !both) return [change];
      const [old, now] = [amount(both.old), amount(both.new)];
      if (old === undefined || now === undefined) return [change];
      amounts.delete(of);
      return [{ ...change, field: of, old, new: now }];
    });
    const joinedFields = new Set(changes.map(({ field }) => field));
    for (const [of, both] of amounts) known.set(of, both.new);
    const whole = changes.filter((change) => !joinedFields.has(partOf(change)?.[0] ?? ""));
    for (const { field, new: now } of whole)
      if (now !== null && typeof now === "object" && "minor" in now) known.set(field, now as Parts);
    return { ...entry, changes: whole };
  });
}
