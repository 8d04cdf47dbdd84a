// The days from which a checklist is counted: those that are known, and those that were given.
import { daysBetween } from "$lib/format/dates";
import type { Account } from "$lib/model";

/** By the anchor's key; none where nobody said one. */
type Days = Record<string, string | null>;

/** How many days a customer is new. */
const LATELY = 120;

/** What is known before anybody says it: the contract, but one of years ago is hardly the one that is meant. */
export function knownDays({ customer_since: since }: Account, today: string): Days {
  return since && daysBetween(since, today) <= LATELY ? { contract: since } : {};
}

/** Those that were given. */
export const givenDays = (days: Days): Record<string, string> =>
  Object.fromEntries(
    Object.entries(days).flatMap(([key, day]) => (day ? [[key, day] as const] : [])),
  );
