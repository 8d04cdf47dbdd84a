// How the value of a field is written as text and read back. A codec refuses in
// words before anything is sent; the Rust side stays the authority.
import { parseDay } from "$lib/format/date-words";
import { day } from "$lib/format/dates";
import { money, number, parseMoney, parseNumber } from "$lib/format/numbers";
import { readerOrder } from "$lib/format/order.svelte";
import type { Money } from "$lib/model";
import { m } from "$lib/paraglide/messages.js";

export type Read<T> = { value: T } | { refused: string };

export interface Codec<T> {
  /** The value as text that can be typed back. */
  write(value: T): string;
  /** The value that `text` means, or why it means none. */
  read(text: string): Read<T>;
}

/** Text as it is, ends trimmed. */
export const textCodec: Codec<string> = {
  write: (value) => value,
  read: (text) => ({ value: text.trim() }),
};

/** A name or title: text that must be there. */
export const titleCodec: Codec<string> = {
  write: (value) => value,
  read: (text) => (text.trim() ? { value: text.trim() } : { refused: m.reason_empty() }),
};

/** Several short texts, parted by commas. */
export const listCodec: Codec<string[]> = {
  write: (value) => value.join(", "),
  read: (text) => ({
    value: text
      .split(/[,;\n]/)
      .map((part) => part.trim())
      .filter(Boolean),
  }),
};

/** Several texts, a line each. */
export const linesCodec: Codec<string[]> = {
  write: (value) => value.join("\n"),
  read: (text) => ({
    value: text
      .split("\n")
      .map((line) => line.trim())
      .filter(Boolean),
  }),
};

/** A calendar day that must be there. */
export function dayNeededCodec(today: () => string): Codec<string> {
  const days = dayCodec(today);
  return {
    write: (value) => days.write(value),
    read(text) {
      const read = days.read(text);
      if ("refused" in read) return read;
      return read.value === null ? { refused: m.reason_empty() } : { value: read.value };
    },
  };
}

/** A colour as `#rrggbb`, or nothing; the sign may be left out. */
export const colourCodec: Codec<string> = {
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
  read(text) {
    if (!text.trim()) return { value: null };
    const value = parseNumber(text);
    return value === null ? { refused: m.refused_number() } : { value };
  },
};

/** A number that must be there. */
export const weightCodec: Codec<number> = {
  write: (value) => number(value),
  read(text) {
    const value = parseNumber(text);
    return value === null ? { refused: m.refused_number() } : { value };
  },
};

/** A whole number from zero, or nothing. */
export const countCodec: Codec<number | null> = {
  write: (value) => (value === null ? "" : number(value)),
  read(text) {
    if (!text.trim()) return { value: null };
    const value = parseNumber(text);
    if (value === null || !Number.isInteger(value) || value < 0)
      return { refused: m.refused_count() };
    return { value };
  },
};

/** A whole number to go by, below zero the other way; not nothing. */
export const byCodec: Codec<number> = {
  write: String,
  read(text) {
    const value = parseNumber(text.replace("\u2212", "-").replace(/^\s*\+/, ""));
    return value === null || !Number.isInteger(value) || value === 0
      ? { refused: m.refused_by() }
      : { value };
  },
};

/** So many days after something, below zero before it. */
export const daysCodec: Codec<number> = {
  write: String,
  read(text) {
    const value = parseNumber(text.replace("\u2212", "-").replace(/^\s*\+/, ""));
    return value === null || !Number.isInteger(value) ? { refused: m.refused_days() } : { value };
  },
};

/** Yes, no, or nothing. */
export const yesNoCodec: Codec<number | null> = {
  write: (value) => (value === null ? "" : value === 1 ? m.yes() : m.no()),
  read(text) {
    const word = text.trim().toLowerCase();
    if (!word) return { value: null };
    if ([m.yes().toLowerCase(), "y", "1"].includes(word)) return { value: 1 };
    if ([m.no().toLowerCase(), "n", "0"].includes(word)) return { value: 0 };
    return { refused: m.reason_not_yes_no() };
  },
};

/** An amount in the form that can always be typed. */
export const moneyExample = () => `${number(120_000)} EUR`;

/** An amount, in the currency it already has where none is typed. */
export function moneyCodec(known: string | null): Codec<Money | null> {
  return {
    write: money,
    read(text) {
      if (!text.trim()) return { value: null };
      const value = parseMoney(text, known);
      return value === null ? { refused: m.refused_money({ example: moneyExample() }) } : { value };
    },
  };
}

/** A calendar day, or nothing. */
export function dayCodec(today: () => string): Codec<string | null> {
  return {
    write: day,
    read(text) {
      if (!text.trim()) return { value: null };
      const value = parseDay(text, today(), readerOrder());
      return value === null ? { refused: m.refused_day() } : { value };
    },
  };
}
