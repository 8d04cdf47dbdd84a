// The time axis of the roadmap: converts days to pixels and back, and places its lines and labels. Knows no rows, and
// words no label.

/** A calendar day, counted from 1 January 1970. */
export type DayNumber = number;

/** The time scale: fixed, or fitted to all dates. */
export type Scale = "week" | "month" | "quarter" | "year";
export type Zoom = Scale | "fit";
export const SCALES: readonly Scale[] = ["week", "month", "quarter", "year"];
export const ZOOMS: readonly Zoom[] = [...SCALES, "fit"];

/** The width of a day, in pixels. */
const PER_DAY: Record<Scale, number> = { week: 22, month: 5, quarter: 2.2, year: 0.9 };
/** When fitted, a day is at most as wide as in the week scale, and not narrower than this. */
const NARROWEST = 0.12;

/** The next scale that shows more time (`way` below zero) or less than the present width of a day. */
export function nextScale(perDay: number, way: number): Scale | undefined {
  return way > 0
    ? SCALES.findLast((scale) => PER_DAY[scale] > perDay)
    : SCALES.find((scale) => PER_DAY[scale] < perDay);
}

/** The day that `YYYY-MM-DD` names. */
export function toDay(iso: string): DayNumber {
  return Math.round(Date.parse(`${iso.slice(0, 10)}T00:00:00Z`) / 86_400_000);
}

/** A day as `YYYY-MM-DD`. */
export function toIso(day: DayNumber): string {
  return new Date(day * 86_400_000).toISOString().slice(0, 10);
}

/** The beginning of a unit of the calendar. */
export interface Tick {
  day: DayNumber;
  x: number;
}

/** The units of the two lines of labels: the coarse one above, the fine one below. */
export type Unit = "day" | "week" | "month" | "quarter" | "year";
interface Units {
  above: Unit;
  below: Unit;
}
/** The units by the width of a day, in pixels: each from that width on. */
const UNITS: readonly (Units & { from: number })[] = [
  { from: 15, above: "month", below: "day" },
  { from: 4, above: "month", below: "week" },
  { from: 1.4, above: "year", below: "month" },
  { from: 0, above: "year", below: "quarter" },
];

/** The first day of the unit that contains `day`; weeks begin on Monday. */
function begin(unit: Unit, day: DayNumber): DayNumber {
  // 1 January 1970 was a Thursday.
  if (unit === "week") return day - ((((day + 3) % 7) + 7) % 7);
  if (unit === "day") return day;
  const date = new Date(day * 86_400_000);
  const months = { month: 1, quarter: 3, year: 12 }[unit];
  const month = date.getUTCMonth();
  return Date.UTC(date.getUTCFullYear(), month - (month % months)) / 86_400_000;
}

/** The first day of the unit after the one that begins on `day`. */
const after = (unit: Unit, day: DayNumber): DayNumber =>
  unit === "day"
    ? day + 1
    : begin(unit, day + { week: 7, month: 31, quarter: 92, year: 366 }[unit]);

export class Axis {
  readonly #units: Units;

  /** The axis from its first to its last day, both included; `perDay` pixels each. */
  constructor(
    readonly perDay: number,
    readonly first: DayNumber,
    readonly last: DayNumber,
  ) {
    this.#units = UNITS.find(({ from }) => perDay >= from) ?? { above: "year", below: "quarter" };
  }

  get width(): number {
    return (this.last - this.first + 1) * this.perDay;
  }

  /** The x at which a day begins. */
  x(day: DayNumber): number {
    return (day - this.first) * this.perDay;
  }

  /** The day at `x`. */
  day(x: number): DayNumber {
    return this.first + Math.floor(x / this.perDay);
  }

  /** How many whole days a distance of `dx` pixels is. */
  days(dx: number): number {
    // Avoids negative zero.
    return Math.round(dx / this.perDay) || 0;
  }

  /** The beginnings of the units of one line of labels between two places, including the one around `from`. */
  ticks(line: "above" | "below", from: number, to: number): Tick[] {
    const unit = this.unit(line);
    const found: Tick[] = [];
    const end = this.day(Math.min(to, this.width));
    let day = begin(unit, this.day(Math.max(0, from)));
    for (; day <= end; day = after(unit, day)) found.push({ day, x: this.x(day) });
    return found;
  }

  unit(line: "above" | "below"): Unit {
    return this.#units[line];
  }
}

/** The days of empty space before the first bar and after the last. */
const BEFORE = 14;
const BEHIND = 45;
/** When fitted there is less of it, as a part of the whole: the title of a milestone needs space after it. */
const AIR = 0.06;

/** The axis that contains all of `days` (nulls are ignored) and fills `width` pixels. */
export function axisFor(zoom: Zoom, days: readonly (DayNumber | null)[], width: number): Axis {
  let [first, last] = [Infinity, -Infinity];
  for (const day of days) {
    if (day === null) continue;
    first = Math.min(first, day);
    last = Math.max(last, day);
  }
  if (zoom === "fit") {
    const air = Math.max(2, Math.ceil((last - first) * AIR));
    const perDay = Math.max(1, width) / (last - first + 1 + air + Math.ceil(air / 2));
    const within = Math.min(PER_DAY.week, Math.max(NARROWEST, perDay));
    const start = first - Math.ceil(air / 2);
    return new Axis(
      within,
      start,
      Math.max(last + air, start + Math.floor(width / within + 0.001) - 1),
    );
  }
  first -= BEFORE;
  const perDay = PER_DAY[zoom];
  return new Axis(perDay, first, Math.max(last + BEHIND, first + Math.ceil(width / perDay)));
}
