// Working days on the axis, by side: counting them, and the days off as spans to shade. Knows no calendar: the core
// says which days are off.
import type { DaysOff, Side } from "$lib/gen/wire";
import { toDay, type DayNumber } from "$features/roadmap/axis";

/** Consecutive days off of a side, both ends included. */
export interface Off {
  from: DayNumber;
  to: DayNumber;
}

interface Counted {
  /** The number of working days up to each day, with the first day at index 0. */
  upto: Int32Array;
  off: Off[];
}

function counted(days: readonly string[], first: DayNumber, last: DayNumber): Counted {
  const free = new Set(days.map(toDay));
  const upto = new Int32Array(Math.max(1, last - first + 1));
  const off: Off[] = [];
  let worked = 0;
  for (let day = first; day <= last; day += 1) {
    const before = off.at(-1);
    if (!free.has(day)) worked += 1;
    else if (before?.to === day - 1) before.to = day;
    else off.push({ from: day, to: day });
    upto[day - first] = worked;
  }
  return { upto, off };
}

/** The working days of both sides between two days. */
export class Work {
  readonly #sides: Record<Side, Counted>;

  /** The names of days off, by side and day. */
  readonly #names = new Map<string, string>();

  constructor(
    days: DaysOff,
    readonly first: DayNumber,
    readonly last: DayNumber,
  ) {
    this.#sides = {
      ours: counted(days.ours, first, last),
      customer: counted(days.customer, first, last),
    };
    for (const { side, date, name } of days.named)
      if (name) this.#names.set(`${side} ${String(toDay(date))}`, name);
  }

  /** The name of a side's day off; null for a weekend, and if it has none. */
  nameOf(side: Side, day: DayNumber): string | null {
    return this.#names.get(`${side} ${String(day)}`) ?? null;
  }

  /** The working days of a side after `from` up to `to`; negative if `to` is earlier. */
  between(side: Side, from: DayNumber, to: DayNumber): number {
    const { upto } = this.#sides[side];
    const at = (day: DayNumber) =>
      day < this.first ? 0 : (upto[Math.min(day, this.last) - this.first] ?? 0);
    return at(to) - at(from);
  }

  /** The length of a bar in working days, both ends included; at least 1, as the core counts it. */
  length(side: Side, from: DayNumber, to: DayNumber): number {
    return Math.max(1, this.between(side, from - 1, to));
  }

  /** The days off of a side within a span. */
  off(side: Side, from: DayNumber, to: DayNumber): Off[] {
    return this.#sides[side].off.filter((span) => span.to >= from && span.from <= to);
  }
}
