// The words of every picklist, from the catalogue. What follows from the lists of the core is generated (gen/words.ts); here is
// what is said otherwise. A new value of an enum does not compile until it has its word.
import type { Words } from "$lib/gen/words";
import type * as M from "$lib/model";
import { m } from "$lib/paraglide/messages.js";

export * from "$lib/gen/words";

/** The customer first: most of what is chosen by it is for them. */
export const audience: Words<M.Audience> = {
  customer: m.audience_customer,
  internal: m.audience_internal,
};
export const yesNo: Words<M.YesNo> = { yes: m.yes, no: m.no };
export const documentFormat: Words<M.DocumentFormat> = {
  pdf: m.format_pdf,
  xlsx: m.format_xlsx,
  md: m.format_md,
  csv: m.format_csv,
};
/** The name of a format's file type. */
export const formatFile: Words<M.DocumentFormat> = {
  pdf: m.pdf_file,
  xlsx: m.xlsx_file,
  md: m.md_file,
  csv: m.csv_file,
};
export const documentKind: Words<M.DocumentKind> = {
  "success-plan": m.document_success_plan,
  summary: m.document_summary,
  onboarding: m.document_onboarding,
  checklist: m.document_checklist,
  "transition-brief": m.document_transition_brief,
  account: m.document_account,
};
export const leftOut: Words<M.LeftOutWhat> = {
  arr: m.left_out_arr,
  standing: m.left_out_standing,
  sentiment: m.left_out_sentiment,
  renewal: m.left_out_renewal,
  account_notes: m.left_out_account_notes,
  command_plan: m.left_out_command_plan,
  close_reasons: m.left_out_close_reasons,
  risks: m.left_out_risks,
  initiatives: m.left_out_initiatives,
  tasks: m.left_out_tasks,
  reading_notes: m.left_out_reading_notes,
  version_notes: m.left_out_version_notes,
  checklists: m.left_out_checklists,
  steps: m.left_out_steps,
  step_notes: m.left_out_step_notes,
  delay_reason: m.left_out_delay_reason,
  meetings: m.left_out_meetings,
  measures: m.left_out_measures,
  names: m.left_out_names,
  hosts: m.left_out_hosts,
};
export const redaction: Words<M.Redaction> = { names: m.redact_names, hosts: m.redact_hosts };

export interface Choice<T extends string = string> {
  value: T;
  label: string;
}

/** The values of a picklist with their words, in order. */
export function choices<T extends string>(words: Words<T>): Choice<T>[] {
  return (Object.keys(words) as T[]).map((value) => ({ value, label: words[value]() }));
}
