// Comparisons in words: which fields of a change say something to a reader, and each of their sides.
import { day } from "$lib/format/dates";
import type { Comparison, FieldChange, RecordChange, SignEntry } from "$lib/gen/wire";
import type { PlanVersion } from "$lib/model";
import { m } from "$lib/paraglide/messages.js";
import { valueWords } from "$features/records/field-words";

/** A version by its id, or the plan as it stands. */
export type State = RecordChange["id"];
export const NOW = "now";

/** Said by the heading and the place of a record that came or went. */
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

/** The fields to show: all that differ; of what came or went, those that hold something. */
export function shownFields({ what, fields }: RecordChange): FieldChange[] {
  if (what === "changed") return fields;
  return fields.filter(
    ({ field, from, to }) => !SAID.includes(field) && !isEmpty(what === "added" ? to : from),
  );
}

/** One side of a field: ids as the titles of what they name, a place in a list only as moved. */
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

/** The sign-offs of a version that stand no more, each with the entry that stands instead. */
export const pastSigned = ({ signed, past }: PlanVersion): { entry: SignEntry; by: SignEntry }[] =>
  past.flatMap((entry) => {
    const by = [...signed, ...past].find(({ amends }) => amends === entry.id);
    return by ? [{ entry, by }] : [];
  });

/** Why a sign-off stands no more. */
export const endedWords = ({ withdrawn, signed_on, reason }: SignEntry): string =>
  withdrawn
    ? m.sign_off_was_withdrawn({ day: day(signed_on), reason })
    : m.sign_off_was_corrected({ reason });
