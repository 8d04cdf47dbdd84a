// Progress as the model page defines it, for the in-memory workspace only.
import type { Row, Store } from "./store";

const mean = (pairs: [number, number][]) => {
  const weight = pairs.reduce((sum, [, w]) => sum + w, 0);
  return weight > 0 ? pairs.reduce((sum, [p, w]) => sum + p * w, 0) / weight : null;
};

export function measure(criterion: Row, readings: Row[]) {
  const last = [...readings].sort((a, b) => String(a.date).localeCompare(String(b.date))).at(-1);
  if (!last) return { progress: null, latest: null };
  const value = Number(last.value);
  const [baseline, target] = [
    criterion.baseline as number | null,
    criterion.target as number | null,
  ];
  const progress =
    baseline === null || target === null ? null : (value - baseline) / (target - baseline);
  return { progress, latest: { date: last.date, value } };
}

export function objectiveProgress(store: Store, id: string): number | null {
  const pairs = store.of("criterion", id).flatMap((row): [number, number][] => {
    const { progress } = measure(row, store.of("reading", row.id));
    return progress === null ? [] : [[progress, Number(row.weight)]];
  });
  return mean(pairs);
}

export function planProgress(store: Store, id: string): number | null {
  return mean(
    store.of("objective", id).flatMap((row): [number, number][] => {
      const progress = objectiveProgress(store, row.id);
      return progress === null ? [] : [[progress, 1]];
    }),
  );
}

export function workProgress(store: Store, objectives: string[]): number | null {
  const tasks = objectives
    .flatMap((id) => store.of("initiative", id))
    .flatMap(({ id }) => store.of("task", id))
    .filter(({ status }) => status !== "closed");
  return tasks.length
    ? tasks.filter(({ status }) => status === "closed_success").length / tasks.length
    : null;
}
