// Progress as the model page defines it, for the in-memory workspace only.
import type { Row, Store } from "./store";

const mean = (pairs: [number, number][]) => {
  const weight = pairs.reduce((sum, [, w]) => sum + w, 0);
  return weight > 0 ? pairs.reduce((sum, [p, w]) => sum + p * w, 0) / weight : null;
};

/** A line through the first and the newest reading is enough to look at. */
function projection(criterion: Row, readings: Row[], value: number): string | null {
  const days = readings.map(({ date }) => Date.parse(String(date)) / 86_400_000).sort();
  const first = readings.find(({ date }) => Date.parse(String(date)) / 86_400_000 === days[0]);
  const [begin, end] = [days[0], days.at(-1)];
  if (readings.length < 3 || !first || begin === undefined || end === undefined) return null;
  const pace = (value - Number(first.value)) / (end - begin);
  const left = (Number(criterion.target) - value) / pace;
  if (criterion.target === null || !(left > 0) || left > 3652) return null;
  return new Date((end + Math.ceil(left)) * 86_400_000).toISOString().slice(0, 10);
}

export function measure(criterion: Row, readings: Row[]) {
  const last = [...readings].sort((a, b) => String(a.date).localeCompare(String(b.date))).at(-1);
  if (!last) return { progress: null, latest: null, projected: null, next_interim: null };
  const value = Number(last.value);
  const [baseline, target] = [
    criterion.baseline as number | null,
    criterion.target as number | null,
  ];
  const progress =
    baseline === null || target === null ? null : (value - baseline) / (target - baseline);
  return {
    progress,
    latest: { date: last.date, value },
    projected: projection(criterion, readings, value),
    next_interim: null,
  };
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
