// Reads a typed day, number, amount or time: asks the core, which reads files by the same rules.
import { errorWords } from "$lib/errors";
import { moneyExample, decimalMark } from "$lib/format/numbers";
import { readerOrder } from "$lib/format/order.svelte";
import type { DateOrder, Way } from "$lib/gen/wire";
import type { Money } from "$lib/model";
import { m } from "$lib/paraglide/messages.js";
import { rpc, RpcError } from "$lib/rpc";

export type Read<T> = { value: T } | { refused: string };

const ORDERS: Record<ReturnType<typeof readerOrder>, DateOrder> = {
  day_first: "dmy",
  month_first: "mdy",
  year_first: "ymd",
};

/** The value, or why there is none: in the field's own words if the text could not be read at all. */
async function asked<T>(question: Promise<T>, nothing: string): Promise<Read<T>> {
  try {
    return { value: await question };
  } catch (thrown) {
    const unreadable = RpcError.from(thrown).details.reason === "unreadable";
    return { refused: unreadable ? nothing : errorWords(thrown) };
  }
}

/** The day that a text stands for. `way` says whether a day without a year is in the past or in the future. */
export function readDay(text: string, way: Way): Promise<Read<string>> {
  if (!text.trim()) return Promise.resolve({ refused: m.reason_empty() });
  const question = rpc("read.date", { text, way, order: ORDERS[readerOrder()] });
  return asked(
    question.then(({ date }) => date),
    m.refused_day(),
  );
}

/** The number that a text stands for, if it is one of those allowed. */
export async function readNumber(
  text: string,
  refused: string,
  wanted: (value: number) => boolean,
): Promise<Read<number>> {
  if (!text.trim()) return { refused };
  const question = rpc("read.number", { text, decimal: decimalMark() });
  const read = await asked(
    question.then(({ value }) => value),
    refused,
  );
  return "value" in read && !wanted(read.value) ? { refused } : read;
}

/** The amount that a text stands for, in the currency of `known` if it names none. */
export function readMoney(text: string, known: string | null): Promise<Read<Money>> {
  const currency = known ? { currency: known } : {};
  const question = rpc("read.amount", { text, ...currency, decimal: decimalMark() });
  return asked(
    question.then(({ amount }) => amount),
    m.refused_money({ example: moneyExample() }),
  );
}

/** The time of day that a text stands for, `09:30`. */
export function readTime(text: string): Promise<Read<string>> {
  return asked(
    rpc("read.time", { text }).then(({ time }) => time),
    m.workshop_time_needed(),
  );
}
