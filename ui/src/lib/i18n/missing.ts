// The names of what an objective still lacks.
import { m } from "$lib/paraglide/messages.js";

const MISSING: Record<string, () => string> = {
  business_impact: m.missing_business_impact,
  due: m.missing_due,
  criteria: m.missing_criteria,
  baseline: m.missing_baseline,
  target: m.missing_target,
  target_date: m.missing_target_date,
  title: m.missing_title,
  summary: m.missing_summary,
  status: m.missing_status,
  use_case: m.missing_use_case,
  owner: m.missing_owner,
  customer_owner: m.missing_customer_owner,
  initiatives: m.missing_initiatives,
};

/** The name of one missing thing; an unknown one as the core calls it. */
export const missingWords = (field: string): string => MISSING[field]?.() ?? field;
