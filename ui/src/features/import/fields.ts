// The names of the fields that a column of a list can mean; most are fields of the record.
import { m } from "$lib/paraglide/messages.js";
import type { Kind } from "$lib/gen/wire";
import { fieldLabel, fieldWords } from "$lib/i18n/fields";

/** Columns that become part of a field, or identify the record of a row. */
const PARTS: Record<string, () => string> = {
  account: m.import_field_account,
  account_id: m.import_field_account_id,
  ae: m.import_field_ae,
  csa: m.import_field_csa,
  csm: m.import_field_csm,
  currency: m.field_currency,
  dates: m.import_field_dates,
  decimal: m.import_field_decimal,
  encoding: m.import_field_encoding,
  external_id: m.import_field_external_id,
  first_name: m.import_field_first_name,
  id: m.import_field_id,
  last_name: m.import_field_last_name,
  ps: m.import_field_ps,
  replace: m.import_field_replace,
  rm: m.import_field_rm,
  sa: m.import_field_sa,
};

/** The name of such a field; `kind` is that of the record, where it is known. */
export const importField = (field: string, kind?: Kind): string =>
  PARTS[field]?.() ?? (kind ? fieldLabel(kind, field) : fieldWords(field));
