// A field that can be set for several records at once.
import type { Choice } from "$lib/i18n/words";

export interface Settable {
  field: string;
  label: string;
  /** A closed list of values, a day, or text. */
  kind: "choice" | "day" | "text";
  choices?: Choice[];
  /** The word for having no value, where that can be chosen. */
  none?: string;
}
