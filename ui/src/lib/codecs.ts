// How the value of a field is written as text and read back. Typed days, numbers and amounts are read by the core, by
// the same rules as imported files (read.ts).
import { day } from "$lib/format/dates";
import { money, number, percent } from "$lib/format/numbers";
import type { Way } from "$lib/gen/wire";
import type { Criterion, Money } from "$lib/model";
import { m } from "$lib/paraglide/messages.js";
import { readDay, readMoney, readNumber, readTime, type Read } from "$lib/read";

export type { Read } from "$lib/read";

export interface Codec<T> {
  /** The value as text that can be typed again. */
  write(value: T): string;
  /** The value that `text` stands for, or why it is refused. */
  read(text: string): Read<T> | Promise<Read<T>>;
}

/** A codec that reads a text without asking the core. */
export interface OwnCodec<T> extends Codec<T> {
  read(text: string): Read<T>;
}

/** An empty text is no value. */
const orNothing =
  <T>(read: (text: string) => Promise<Read<T>>) =>
  (text: string): Read<T | null> | Promise<Read<T | null>> =>
    text.trim() ? read(text) : { value: null };

/** Text, trimmed. */
export const textCodec: OwnCodec<string> = {
  write: (value) => value,
  read: (text) => ({ value: text.trim() }),
};

/** A name or title: must not be empty. */
export const titleCodec: OwnCodec<string> = {
  write: (value) => value,
  read: (text) => (text.trim() ? { value: text.trim() } : { refused: m.reason_empty() }),
};

/** Several short texts, separated by commas. */
export const listCodec: OwnCodec<string[]> = {
  write: (value) => value.join(", "),
  read: (text) => ({
    value: text
      .split(/[,;\n]/)
      .map((part) => part.trim())
      .filter(Boolean),
  }),
};

/** Several texts, one per line. */
export const linesCodec: OwnCodec<string[]> = {
  write: (value) => value.join("\n"),
  read: (text) => ({
    value: text
      .split("\n")
      .map((line) => line.trim())
      .filter(Boolean),
  }),
};

/** A calendar day; required. */
export function dayNeededCodec(way: Way = "ahead"): Codec<string> {
  return { write: day, read: (text) => readDay(text, way) };
}

/** A colour as `#rrggbb`, or none; the `#` may be left out. */
export const colourCodec: OwnCodec<string> = {
  write: (value) => value,
  read(text) {
    const figures = text.trim().toLowerCase().replace(/^#/, "");
    if (!figures) return { value: "" };
    return /^[0-9a-f]{6}$/.test(figures)
      ? { value: `#${figures}` }
      : { refused: m.reason_no_colour() };
  },
};

/** A number, or none. */
export const numberCodec: Codec<number | null> = {
  write: (value) => (value === null ? "" : number(value)),
  read: orNothing((text) => readNumber(text, m.refused_number(), () => true)),
};

/** A percentage, or none. */
export const percentCodec: Codec<number | null> = {
  ...numberCodec,
  write: (value) => (value === null ? "" : percent(value)),
};

/** A number; required. */
export const weightCodec: Codec<number> = {
  write: (value) => number(value),
  read: (text) => readNumber(text, m.refused_number(), () => true),
};

/** A criterion's value, written as its kind asks; required. */
export const valueCodec = (kind: Criterion["kind"]): Codec<number> => ({
  ...weightCodec,
  write: kind === "percent" ? percent : number,
});

/** A whole number from zero, or none. */
export const countCodec: Codec<number | null> = {
  write: (value) => (value === null ? "" : number(value)),
  read: orNothing((text) =>
    readNumber(text, m.refused_count(), (value) => Number.isInteger(value) && value >= 0),
  ),
};

/** A whole number to shift something by, negative for the other direction; required. */
export const byCodec: Codec<number> = {
  write: String,
  read: (text) =>
    readNumber(text, m.refused_by(), (value) => Number.isInteger(value) && value !== 0),
};

/** A number of days after something, negative for before it. */
export const daysCodec: Codec<number> = {
  write: String,
  read: (text) => readNumber(text, m.refused_days(), Number.isInteger),
};

/** Yes, no, or none. */
export const yesNoCodec: OwnCodec<number | null> = {
  write: (value) => (value === null ? "" : value === 1 ? m.yes() : m.no()),
  read(text) {
    const word = text.trim().toLowerCase();
    if (!word) return { value: null };
    if ([m.yes().toLowerCase(), "y", "1"].includes(word)) return { value: 1 };
    if ([m.no().toLowerCase(), "n", "0"].includes(word)) return { value: 0 };
    return { refused: m.reason_not_yes_no() };
  },
};

/** An amount; in its present currency if none is typed. */
export function moneyCodec(known: string | null): Codec<Money | null> {
  return { write: money, read: orNothing((text) => readMoney(text, known)) };
}

/** A calendar day, or none. `way` says whether a day without a year is in the past or in the future. */
export function dayCodec(way: Way = "ahead"): Codec<string | null> {
  return { write: day, read: orNothing((text) => readDay(text, way)) };
}

/** A time of day, `09:30`. */
export const timeCodec: Codec<string> = { write: (value) => value, read: readTime };
