// How the value of a field is written as text and read back. What a typed day, number or amount means is asked of
// the reader that files are read by (read.ts).
import { day } from "$lib/format/dates";
import { money, number, percent } from "$lib/format/numbers";
import type { Way } from "$lib/gen/wire";
import type { Criterion, Money } from "$lib/model";
import { m } from "$lib/paraglide/messages.js";
import { readDay, readMoney, readNumber, readTime, type Read } from "$lib/read";

export type { Read } from "$lib/read";

export interface Codec<T> {
  /** The value as text that can be typed back. */
  write(value: T): string;
  /** The value that `text` means, or why it means none. */
  read(text: string): Read<T> | Promise<Read<T>>;
}

/** A codec that knows by itself what a text means. */
export interface OwnCodec<T> extends Codec<T> {
  read(text: string): Read<T>;
}

/** Nothing typed is nothing said. */
const orNothing =
  <T>(read: (text: string) => Promise<Read<T>>) =>
  (text: string): Read<T | null> | Promise<Read<T | null>> =>
    text.trim() ? read(text) : { value: null };

/** Text as it is, ends trimmed. */
export const textCodec: OwnCodec<string> = {
  write: (value) => value,
  read: (text) => ({ value: text.trim() }),
};

/** A name or title: text that must be there. */
export const titleCodec: OwnCodec<string> = {
  write: (value) => value,
  read: (text) => (text.trim() ? { value: text.trim() } : { refused: m.reason_empty() }),
};

/** Several short texts, parted by commas. */
export const listCodec: OwnCodec<string[]> = {
  write: (value) => value.join(", "),
  read: (text) => ({
    value: text
      .split(/[,;\n]/)
      .map((part) => part.trim())
      .filter(Boolean),
  }),
};

/** Several texts, a line each. */
export const linesCodec: OwnCodec<string[]> = {
  write: (value) => value.join("\n"),
  read: (text) => ({
    value: text
      .split("\n")
      .map((line) => line.trim())
      .filter(Boolean),
  }),
};

/** A calendar day that must be there. */
export function dayNeededCodec(way: Way = "ahead"): Codec<string> {
  return { write: day, read: (text) => readDay(text, way) };
}

/** A colour as `#rrggbb`, or nothing; the sign may be left out. */
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

/** A number, or nothing. */
export const numberCodec: Codec<number | null> = {
  write: (value) => (value === null ? "" : number(value)),
  read: orNothing((text) => readNumber(text, m.refused_number(), () => true)),
};

/** A number of per cent, or nothing. */
export const percentCodec: Codec<number | null> = {
  ...numberCodec,
  write: (value) => (value === null ? "" : percent(value)),
};

/** A number that must be there. */
export const weightCodec: Codec<number> = {
  write: (value) => number(value),
  read: (text) => readNumber(text, m.refused_number(), () => true),
};

/** A criterion's value that must be there, as its kind is written. */
export const valueCodec = (kind: Criterion["kind"]): Codec<number> => ({
  ...weightCodec,
  write: kind === "percent" ? percent : number,
});

/** A whole number from zero, or nothing. */
export const countCodec: Codec<number | null> = {
  write: (value) => (value === null ? "" : number(value)),
  read: orNothing((text) =>
    readNumber(text, m.refused_count(), (value) => Number.isInteger(value) && value >= 0),
  ),
};

/** A whole number to go by, below zero the other way; not nothing. */
export const byCodec: Codec<number> = {
  write: String,
  read: (text) =>
    readNumber(text, m.refused_by(), (value) => Number.isInteger(value) && value !== 0),
};

/** So many days after something, below zero before it. */
export const daysCodec: Codec<number> = {
  write: String,
  read: (text) => readNumber(text, m.refused_days(), Number.isInteger),
};

/** Yes, no, or nothing. */
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

/** An amount, in the currency it already has where none is typed. */
export function moneyCodec(known: string | null): Codec<Money | null> {
  return { write: money, read: orNothing((text) => readMoney(text, known)) };
}

/** A calendar day, or nothing; one without its year lies on the side of today that `way` says. */
export function dayCodec(way: Way = "ahead"): Codec<string | null> {
  return { write: day, read: orNothing((text) => readDay(text, way)) };
}

/** A time of day, `09:30`. */
export const timeCodec: Codec<string> = { write: (value) => value, read: readTime };
