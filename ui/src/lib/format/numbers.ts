// Numbers, percentages and money as the user writes them. What is typed is read by the core (read.ts).
import { locale } from "$lib/format/locale";
import type { Mark } from "$lib/gen/wire";
import type { Criterion, Money } from "$lib/model";
import { m } from "$lib/paraglide/messages.js";

/** `1,805.5`, with at most three decimals. */
export function number(value: number): string {
  return new Intl.NumberFormat(locale(), { maximumFractionDigits: 3 }).format(value);
}

/** A fraction as whole per cent, with its sign: -0.08 is `-8 %`, 1.12 is `112 %`. */
export function share(value: number | null): string {
  if (value === null) return m.no_value();
  const percent = Math.round(value * 100);
  return m.percent({ value: new Intl.NumberFormat(locale()).format(percent === 0 ? 0 : percent) });
}

/** A percentage: `30 %`. */
export const percent = (value: number): string => m.percent({ value: number(value) });

/** A criterion's value: yes or no, or per cent, if it is of that kind; else the number. */
export function measure(value: number | null, kind: Criterion["kind"]): string {
  if (value === null) return m.no_value();
  if (kind === "percent") return percent(value);
  if (kind !== "yes_no") return number(value);
  return value === 1 ? m.yes() : value === 0 ? m.no() : number(value);
}

/** The number of decimals of a currency: 2 for EUR, 0 for JPY. */
export function minorDigits(currency: string): number {
  const format = new Intl.NumberFormat("en", { style: "currency", currency });
  return format.resolvedOptions().maximumFractionDigits ?? 2;
}

/**
 * `€120,000`; cents only if there are any. The currency's code is used if its symbol could also be another currency's:
 * `AUD 120,000`. The digits are grouped as every other number: some locales (`en-DE`) group money differently, and that
 * could not be typed again.
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
  const shape = (currencyDisplay: "symbol" | "narrowSymbol" | "code") =>
    new Intl.NumberFormat(locale(), {
      style: "currency",
      currency,
      currencyDisplay,
      maximumFractionDigits: 0,
    }).formatToParts(1);
  const sign = (parts: Intl.NumberFormatPart[]) =>
    parts.find(({ type }) => type === "currency")?.value;
  const narrow = shape("narrowSymbol");
  const parts = sign(narrow) === sign(shape("symbol")) ? narrow : shape("code");
  return parts.map(({ type, value: part }) => (type === "integer" ? figures : part)).join("");
}

/** The decimal mark of the user's locale. */
export function decimalMark(): Mark {
  const parts = new Intl.NumberFormat(locale()).formatToParts(1.5);
  return parts.find((part) => part.type === "decimal")?.value === "," ? "comma" : "point";
}

/** An example of an amount, in a form that can always be typed. */
export const moneyExample = () => `${number(120_000)} EUR`;
