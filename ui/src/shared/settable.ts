// A field that can be set for several records at once.
import type { Choice } from "$lib/i18n/words";
import type { KnownPerson } from "$shared/naming";

export interface Settable {
  field: string;
  label: string;
  /** How the value is entered: a list of values, a day, text, a name, or a number of days to shift by. */
  kind: "choice" | "day" | "text" | "name" | "by";
  /** The people who can be named; if none is known, every name is accepted. */
  people?: readonly KnownPerson[];
  /** An example of what to type, if that is not obvious. */
  hint?: string;
  /** The label of the button, if it does something else than set a value. */
  verb?: string;
  choices?: Choice[];
  /** The word for no value, if that can be chosen. */
  none?: string;
}
