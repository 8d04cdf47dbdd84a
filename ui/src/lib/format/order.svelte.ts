// The order of day, month and year: that of the user's country, unless they chose another.
import { locale } from "$lib/format/locale";
import type { DateOrder } from "$lib/model";

export type DayOrder = "day_first" | "month_first" | "year_first";

/** The order in which a locale writes the parts of a date. */
export function dayOrder(tag: string): DayOrder {
  const parts = new Intl.DateTimeFormat(tag).formatToParts(Date.UTC(2026, 10, 23, 12));
  const first = parts.find(
    ({ type }) => type === "day" || type === "month" || type === "year",
  )?.type;
  return first === "month" ? "month_first" : first === "year" ? "year_first" : "day_first";
}

const ORDERS: Record<DateOrder, DayOrder> = {
  dmy: "day_first",
  mdy: "month_first",
  ymd: "year_first",
};

let said = $state<DateOrder | null>(null);

/** Sets the order that the user's own record says. */
export function setDateOrder(order: DateOrder | null): void {
  said = order;
}

/** The order that the user chose; null if the country decides. */
export const saidOrder = (): DayOrder | null => said && ORDERS[said];

/** The order in which days are read and written. */
export const readerOrder = (): DayOrder => saidOrder() ?? dayOrder(locale());
