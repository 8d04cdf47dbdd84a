// Texts for comparisons: which fields of a change are shown, and each of their sides.
import { day } from "$lib/format/dates";
import type { Comparison, FieldChange, RecordChange, SignEntry } from "$lib/gen/wire";
import type { PlanVersion } from "$lib/model";
import { m } from "$lib/paraglide/messages.js";
import { valueWords } from "$features/records/value-words";

/** A state: a version by its id, or the present plan. */
export type State = RecordChange["id"];
export const NOW = "now";

/** Fields of an added or removed record that its heading and its place say already. */
const SAID = [
  "account_id",
  "plan_id",
  "objective_id",
  "criterion_id",
  "initiative_id",
  "title",
  "name",
  "position",
];
const isEmpty = (value: unknown) =>
  value === null || value === "" || value === false || (Array.isArray(value) && value.length === 0);

/** The fields to show: all changed ones; of an added or removed record those that are not empty. */
export function shownFields({ what, fields }: RecordChange): FieldChange[] {
  if (what === "changed") return fields;
  return fields.filter(
    ({ field, from, to }) => !SAID.includes(field) && !isEmpty(what === "added" ? to : from),
  );
}

/** One side of a field: ids as the titles of their records, a position in a list only as "moved". */
export function sideWords(
  field: string,
  value: unknown,
  side: "from" | "to",
  names: Comparison["names"],
): string {
  if (field === "position") return side === "to" ? m.moved_in_list() : "";
  const named = (one: unknown) => (typeof one === "string" ? (names[one] ?? one) : one);
  return valueWords(Array.isArray(value) ? value.map(named) : named(value));
}

/** The replaced sign-offs of a version, each with the entry that replaced it. */
export const pastSigned = ({ signed, past }: PlanVersion): { entry: SignEntry; by: SignEntry }[] =>
  past.flatMap((entry) => {
    const by = [...signed, ...past].find(({ amends }) => amends === entry.id);
    return by ? [{ entry, by }] : [];
  });

/** Why a sign-off was replaced. */
export const endedWords = ({ withdrawn, signed_on, reason }: SignEntry): string =>
  withdrawn
    ? m.sign_off_was_withdrawn({ day: day(signed_on), reason })
    : m.sign_off_was_corrected({ reason });
