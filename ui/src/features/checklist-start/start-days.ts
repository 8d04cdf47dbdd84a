// The days that a new checklist counts from: those that are known, and those that the user gave.
import { daysBetween } from "$lib/format/dates";
import type { Account } from "$lib/model";

/** Days by the anchor's key; null if none is known. */
type Days = Record<string, string | null>;

/** How many days after the contract a customer counts as new. */
const LATELY = 120;

/** The days that are known beforehand: the contract, unless it is too old to be the one that is meant. */
export function knownDays({ customer_since: since }: Account, today: string): Days {
  return since && daysBetween(since, today) <= LATELY ? { contract: since } : {};
}

/** The days that are given. */
export const givenDays = (days: Days): Record<string, string> =>
  Object.fromEntries(
    Object.entries(days).flatMap(([key, day]) => (day ? [[key, day] as const] : [])),
  );
