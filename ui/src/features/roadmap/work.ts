// Which days of the axis are worked by which side, counted and as spans to shade. Knows no calendar: the
// core says which days are off.
import type { DaysOff, Side } from "$lib/gen/wire";
import { toDay, type DayNumber } from "$features/roadmap/axis";

/** Days in a row on which a side does not work, both ends counted. */
export interface Off {
  from: DayNumber;
  to: DayNumber;
}

interface Counted {
  /** How many days are worked up to each day, the first one at place 0. */
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

  /** What days off are called, by side and day. */
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

  /** What a side's day off is called; null for a free day of the week, and where nobody said. */
  nameOf(side: Side, day: DayNumber): string | null {
    return this.#names.get(`${side} ${String(day)}`) ?? null;
  }

  /** The working days of a side after `from` up to `to`, below zero where `to` comes first. */
  between(side: Side, from: DayNumber, to: DayNumber): number {
    const { upto } = this.#sides[side];
    const at = (day: DayNumber) =>
      day < this.first ? 0 : (upto[Math.min(day, this.last) - this.first] ?? 0);
    return at(to) - at(from);
  }

  /** How long a bar is in working days, both ends counted; at least 1, as the core counts it. */
  length(side: Side, from: DayNumber, to: DayNumber): number {
    return Math.max(1, this.between(side, from - 1, to));
  }

  /** The days off of a side that reach into a span. */
  off(side: Side, from: DayNumber, to: DayNumber): Off[] {
    return this.#sides[side].off.filter((span) => span.to >= from && span.from <= to);
  }
}
