// Numbers, shares and money as the reader writes them, and back from typing.
import { locale } from "$lib/format/locale";
import type { Criterion, Money } from "$lib/model";
import { m } from "$lib/paraglide/messages.js";

/** `1,805.5` with at most three digits behind the point. */
export function number(value: number): string {
  return new Intl.NumberFormat(locale(), { maximumFractionDigits: 3 }).format(value);
}

/** A share as signed whole per cent: -0.08 is `-8 %`, 1.12 is `112 %`. */
export function share(value: number | null): string {
  if (value === null) return m.no_value();
  const percent = Math.round(value * 100);
  return m.percent({ value: new Intl.NumberFormat(locale()).format(percent === 0 ? 0 : percent) });
}

/** A criterion's value: yes or no where it is that kind, else the number. */
export function measure(value: number | null, kind: Criterion["kind"]): string {
  if (value === null) return m.no_value();
  if (kind !== "yes_no") return number(value);
  return value === 1 ? m.yes() : value === 0 ? m.no() : number(value);
}

/** Digits behind the point that a currency is counted in: 2 for EUR, 0 for JPY. */
export function minorDigits(currency: string): number {
  const format = new Intl.NumberFormat("en", { style: "currency", currency });
  return format.resolvedOptions().maximumFractionDigits ?? 2;
}

/**
 * `€120,000`; cents only where there are some. The figures are written as every other number of
 * the reader: some locales (`en-DE`) group money differently, and that could not be typed back.
 */
export function money(amount: Money | null): string {
  if (!amount) return "";
  const { currency, minor } = amount;
  const digits = minorDigits(currency);
  const value = minor / 10 ** digits;
  const figures = new Intl.NumberFormat(locale(), {
    minimumFractionDigits: Number.isInteger(value) ? 0 : digits,
    maximumFractionDigits: digits,
  }).format(value);
  const shape = new Intl.NumberFormat(locale(), {
    style: "currency",
    currency,
    currencyDisplay: "narrowSymbol",
    maximumFractionDigits: 0,
  });
  return shape
    .formatToParts(1)
    .map(({ type, value: part }) => (type === "integer" ? figures : part))
    .join("");
}

/** The reader's decimal mark: `.` or `,`. */
function decimalMark(): string {
  const parts = new Intl.NumberFormat(locale()).formatToParts(1.5);
  return parts.find((part) => part.type === "decimal")?.value ?? ".";
}

/**
 * Reads a typed number in the reader's way: `1,805.5`, `1 805`, `30 %`, `1.2k`, `3m`. Null if it is none.
 * A mark that is not the reader's decimal mark separates thousands only where three digits follow;
 * otherwise it is taken as the decimal mark, so `12.5` is twelve and a half everywhere.
 */
export function parseNumber(text: string): number | null {
  const compact = text
    .trim()
    .replace(/[\s\u00a0\u202f'’_]/g, "")
    .replace("−", "-")
    .replace(/%$/, "");
  const found = /^([+-]?)([\d.,]+)([km]?)$/i.exec(compact);
  const digits = found?.[2];
  if (!found || !digits || !/\d/.test(digits)) return null;
  const own = decimalMark() === "," ? "," : ".";
  const other = own === "," ? "." : ",";
  const grouped = new RegExp(`^\\d{1,3}(\\${other}\\d{2,3})*\\${other}\\d{3}(\\${own}\\d*)?$`);
  let plain: string;
  if (grouped.test(digits)) plain = digits.replaceAll(other, "").replace(own, ".");
  else if (digits.split(/[.,]/).length > 2) return null;
  else plain = digits.replace(",", ".");
  const scale = { k: 1e3, m: 1e6 }[found[3]?.toLowerCase() ?? ""] ?? 1;
  const value = Number(plain) * scale * (found[1] === "-" ? -1 : 1);
  return Number.isFinite(value) ? value : null;
}

const SIGNS: Record<string, string> = { "€": "EUR", $: "USD", "£": "GBP", "¥": "JPY", "₹": "INR" };

/** Reads `€ 120,000`, `120k EUR`; without a currency it takes `known`, and is null if there is none. */
export function parseMoney(text: string, known: string | null): Money | null {
  const found = /^([^\d\s.,+-]*)\s*([-+\d][\d\s.,'’\u00a0\u202f]*[km]?)\s*([^\d\s]*)$/i.exec(
    text.trim(),
  );
  if (!found) return null;
  const word = (found[1] || found[3] || "").toUpperCase();
  const currency = SIGNS[word] ?? (/^[A-Z]{3}$/.test(word) ? word : word === "" ? known : null);
  // No currency has three digits behind its mark here, so three are thousands, whatever the mark.
  const figures = (found[2] ?? "").trim();
  const thousands = /^[-+]?\d{1,3}([.,]\d{2,3})*[.,]\d{3}$/.test(figures)
    ? figures.replace(/[.,]/g, "")
    : figures;
  const value = parseNumber(thousands);
  if (!currency || value === null) return null;
  return { minor: Math.round(value * 10 ** minorDigits(currency)), currency };
}
