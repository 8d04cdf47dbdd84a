// A field that can be set for several records at once.
import type { Choice } from "$lib/i18n/words";
import type { KnownPerson } from "$shared/naming";

export interface Settable {
  field: string;
  label: string;
  /** A closed list of values, a day, text, somebody's name, or a number of days to go by. */
  kind: "choice" | "day" | "text" | "name" | "by";
  /** Who can be named; without anybody known, every name is taken. */
  people?: readonly KnownPerson[];
  /** What is typed, in an example, where that does not say itself. */
  hint?: string;
  /** What the button says that ends typing, where it does not set. */
  verb?: string;
  choices?: Choice[];
  /** The word for having no value, where that can be chosen. */
  none?: string;
}
