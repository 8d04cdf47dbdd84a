// The sentence for every error: one complete table by code and, for refused values, by reason. Nothing else in the
// window words an error.
import { day } from "$lib/format/dates";
import { number } from "$lib/format/numbers";
import type { Code, Direction, Reason } from "$lib/gen/wire";
import { joined } from "$lib/i18n/isolate";
import { missingWords } from "$lib/i18n/missing";
import { direction } from "$lib/i18n/words";
import { m } from "$lib/paraglide/messages.js";
import { RpcError } from "$lib/rpc";

type Words = (details: Record<string, unknown>) => string;

/** By code (`docs/command-line.md`, Errors). */
const CODES = {
  invalid: (details) => reasonWords(details) ?? m.error_invalid(),
  unknown_field: () => m.error_unknown_field(),
  unknown_command: () => m.error_unknown_command(),
  not_found: () => m.error_not_found(),
  conflict: () => m.error_conflict(),
  invalid_state: (details) =>
    reasonWords(details) ?? (details.parent ? m.error_parent_deleted() : m.error_invalid_state()),
  dependency_loop: ({ path }) => m.error_dependency_loop({ path: listed(path) }),
  offset_loop: ({ path }) => m.error_offset_loop({ path: listed(path) }),
  workspace_missing: () => m.error_workspace_missing(),
  workspace_unreadable: () => m.error_workspace_unreadable(),
  workspace_newer: () => m.error_workspace_newer(),
  workspace_locked: () => m.error_workspace_locked(),
  workspace_moved: ({ overwritten }) =>
    overwritten ? m.workspace_overwritten() : m.error_workspace_moved(),
  wrong_passphrase: () => m.error_wrong_passphrase(),
  read_only: ({ older, log }) =>
    older ? m.error_read_only_older() : log ? m.error_read_only_log() : m.error_read_only(),
  disk_full: () => m.error_disk_full(),
  io: ({ why }) =>
    why === "missing"
      ? m.error_io_missing()
      : why === "denied"
        ? m.error_io_denied()
        : m.error_io(),
  cancelled: () => m.error_cancelled(),
  internal: () => m.error_internal(),
} satisfies Record<Code, Words>;

/** Why a value was refused (`details.reason` of `invalid` and `invalid_state`). */
const REASONS = {
  empty: () => m.reason_empty(),
  too_long: ({ max }) => m.reason_too_long({ max: String(max) }),
  unreadable: () => m.reason_unreadable(),
  before_start: ({ start }) => m.reason_before_start({ start: day(String(start)) }),
  after_end: ({ end }) => m.reason_after_end({ end: day(String(end)) }),
  after_today: ({ today }) => m.reason_after_today({ today: day(String(today)) }),
  reading_that_day: ({ value }) => m.reason_reading_that_day({ value: number(Number(value)) }),
  outside_years: ({ value, from, to }) =>
    m.reason_outside_years({ value: String(value), from: String(from), to: String(to) }),
  two_ways: ({ text }) => m.reason_two_ways({ text: String(text) }),
  no_weight: () => m.reason_no_weight(),
  not_finite: () => m.reason_not_finite(),
  no_month: () => m.reason_no_month(),
  no_region: ({ such }) => m.reason_no_region({ such: strings(such).join(", ") || "–" }),
  region_is_country: ({ country }) => m.reason_region_is_country({ country: String(country) }),
  mixed_region: ({ parts }) => m.reason_mixed_region({ parts: strings(parts).join(", ") }),
  no_url: () => m.reason_no_url(),
  no_colour: () => m.reason_no_colour(),
  negative: () => m.reason_negative(),
  too_large: () => m.reason_too_large(),
  out_of_range: ({ min, max }) =>
    m.reason_out_of_range({ min: number(Number(min)), max: number(Number(max)) }),
  wrong_way: ({ baseline, target, direction: said }) =>
    m.reason_wrong_way({
      baseline: number(Number(baseline)),
      target: number(Number(target)),
      direction: direction[said as Direction](),
    }),
  empty_range: () => m.reason_empty_range(),
  not_yes_no: () => m.reason_not_yes_no(),
  fixed: () => m.reason_fixed(),
  not_delivered: () => m.reason_not_delivered(),
  not_acceptable: ({ missing }) =>
    m.reason_not_acceptable({ missing: strings(missing).map(missingWords).join(", ") }),
  not_delivered_yet: () => m.reason_not_delivered_yet(),
  only_by_verify: () => m.reason_only_by_verify(),
  confirmed: () => m.reason_confirmed(),
  signed: () => m.reason_signed(),
  not_confirmed: () => m.reason_not_confirmed(),
  amended: () => m.reason_amended(),
  needed_to_verify: () => m.reason_needed_to_verify(),
  second_home: () => m.reason_second_home(),
  beside: () => m.reason_beside(),
  twice: ({ what }) => m.reason_twice({ what: String(what) }),
  elsewhere: () => m.reason_elsewhere(),
  circle: () => m.reason_circle(),
  bad_file: ({ why }) => m.reason_bad_file({ why: String(why) }),
  is_workspace: () => m.reason_is_workspace(),
  file_there: () => m.reason_file_there(),
  not_chosen: () => m.reason_not_chosen(),
  needed_to_block: () => m.reason_needed_to_block(),
  needed_to_log: () => m.reason_needed_to_log(),
  had_left: ({ name, on, day: meant }) =>
    m.reason_had_left({ name: String(name), on: day(String(on)), day: day(String(meant)) }),
  no_mail: ({ value }) => m.reason_no_mail({ value: String(value) }),
  no_phase: ({ key, known }) =>
    m.reason_no_phase({ key: String(key), known: strings(known).join(", ") || "–" }),
  nobody: ({ name }) => m.reason_nobody({ name: String(name) }),
  needed_to_close: () => m.reason_needed_to_close(),
  no_part: ({ key }) => m.reason_no_part({ key: String(key) }),
  before_start_day: ({ day }) => m.reason_before_start_day({ day: String(day) }),
  loop: ({ path }) => m.reason_loop({ path: listed(path) }),
  offset_loop: ({ path }) => m.reason_offset_loop({ path: listed(path) }),
  too_far: ({ from, to }) => m.reason_too_far({ from: day(String(from)), to: day(String(to)) }),
  no_anchor: ({ step }) => m.reason_no_anchor({ step: String(step) }),
  gate_shut: ({ phase }) => m.reason_gate_shut({ phase: String(phase) }),
  runs_already: ({ title }) => m.reason_runs_already({ title: String(title) }),
  needed_for_step: () => m.reason_needed_for_step(),
  needed_for_checklist: () => m.reason_needed_for_checklist(),
  needed_for_delay: ({ days }) => m.reason_needed_for_delay({ days: String(days) }),
  only_when_done: () => m.reason_only_when_done(),
  follows_record: () => m.reason_follows_record(),
  checklist_closed: () => m.reason_checklist_closed(),
} satisfies Record<Reason["reason"], Words>;

const strings = (list: unknown) => (Array.isArray(list) ? list.map(String) : []);
const listed = (path: unknown) => joined(strings(path), " > ");

function reasonWords(details: Record<string, unknown>): string | null {
  const reason = String(details.reason);
  return reason in REASONS ? (REASONS[reason as keyof typeof REASONS] as Words)(details) : null;
}

/** The sentence for an error, whatever was thrown. */
export function errorWords(thrown: unknown): string {
  const error = RpcError.from(thrown);
  // A newer core could answer with a code that this window does not know.
  const words: Words = error.code in CODES ? CODES[error.code] : CODES.internal;
  return words(error.details);
}
