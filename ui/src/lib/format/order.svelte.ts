// In which order the reader writes the parts of a date: as their country does, unless they said otherwise.
import { dayOrder, type DayOrder } from "$lib/format/date-words";
import { locale } from "$lib/format/locale";
import type { DateOrder } from "$lib/model";

const ORDERS: Record<DateOrder, DayOrder> = {
  dmy: "day_first",
  mdy: "month_first",
  ymd: "year_first",
};

let said = $state<DateOrder | null>(null);

/** Takes what the reader's own record says. */
export function setDateOrder(order: DateOrder | null): void {
  said = order;
}

/** The reader's own order, null where the country decides. */
export const saidOrder = (): DayOrder | null => said && ORDERS[said];

/** The order in which a day is read and written. */
export const readerOrder = (): DayOrder => saidOrder() ?? dayOrder(locale());
