// Texts about templates: conditions, why a part is left out, what changed.
import type { Condition, LeftOutWhy, TemplateLine } from "$lib/gen/wire";
import { m } from "$lib/paraglide/messages.js";
import { fieldLabel } from "$lib/i18n/fields";
import { valueWords } from "$features/records/value-words";

/** A condition in words: for which accounts a part is meant. */
export function conditionWords({ field, is, not }: Condition): string {
  const label = fieldLabel("account", field);
  return is.length > 0
    ? m.template_only_where({ field: label, values: valueWords(is) })
    : m.template_not_where({ field: label, values: valueWords(not) });
}

/** Why a part is not created. */
export function whyWords(why: LeftOutWhy): string {
  if (why.reason === "condition") return conditionWords(why);
  return why.reason === "choice" ? m.template_by_choice() : m.template_above({ title: why.title });
}

/** What changed in the template: a word and the field. */
export function lineWords({ kind, what, field }: TemplateLine): string {
  if (what === "added") return m.template_line_added();
  if (what === "removed") return m.template_line_removed();
  return field === "under" ? m.template_line_under() : fieldLabel(kind, field ?? "");
}

export { valueWords };
