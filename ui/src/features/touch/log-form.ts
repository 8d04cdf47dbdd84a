// What is typed while a touchpoint is logged: its shape, and how it is kept as a draft.
import { listCodec } from "$lib/codecs";
import { touchpointType } from "$lib/i18n/words";
import { isFound, learned, nothingFound, sent, type FoundOut } from "$features/touch/found-out";
import type { Account, ContactId, Sentiment, Side, TouchpointType } from "$lib/model";

/** Something that was agreed. */
export interface Agreed {
  title: string;
  owner_side: Side;
}

export interface LogForm {
  touchpoint_type: TouchpointType;
  subject: string;
  held_on: string | null;
  contact_ids: ContactId[];
  others: string;
  /** Who was there of ours, as one writes it down; none said is the user. */
  ours: string;
  meeting_type: string;
  sponsor_present: boolean;
  sentiment: Sentiment | null;
  notes: string;
  actions: Agreed[];
  /** What is typed as an action and no row yet. */
  next: string;
  /** Asked at a kickoff only. */
  found: FoundOut;
}

export const blank = (today: string, type: TouchpointType = "customer_call"): LogForm => ({
  touchpoint_type: type,
  subject: "",
  held_on: today,
  contact_ids: [],
  others: "",
  ours: "",
  meeting_type: "",
  sponsor_present: false,
  sentiment: null,
  notes: "",
  actions: [],
  next: "",
  found: nothingFound(),
});

/** What is asked for of the core: what nobody said is left out. Without a subject and notes it is called by its type. */
export function requestOf(form: LogForm, account: Pick<Account, "tool_stack">) {
  const { held_on, subject, ours, actions, next, found, ...rest } = form;
  const read = listCodec.read(ours);
  const us = "value" in read ? read.value : [];
  const called = rest.notes.trim() ? {} : { subject: touchpointType[rest.touchpoint_type]() };
  const more = next.trim() ? [{ title: next.trim(), owner_side: "ours" as const }] : [];
  const kickoff = rest.touchpoint_type === "kickoff";
  return {
    ...rest,
    ...(held_on ? { held_on } : {}),
    ...(us.length > 0 ? { our_attendees: us } : {}),
    ...(subject.trim() ? { subject: subject.trim() } : called),
    actions: [...actions, ...more],
    ...(kickoff ? { people: sent(found), learned: learned(found, account) } : {}),
  };
}

/** Talks from which something should follow. */
export const CALLS: readonly TouchpointType[] = [
  "customer_call",
  "in_person_meeting",
  "ebr",
  "kickoff",
];

/** The form as an earlier sitting left it; `start` where it left none that can be read. */
export function revived(text: string | undefined, start: LogForm): LogForm {
  if (!text) return start;
  try {
    const kept = JSON.parse(text) as Partial<LogForm> | null;
    if (typeof kept !== "object" || kept === null) return start;
    return { ...start, ...kept, found: { ...start.found, ...kept.found } };
  } catch {
    return start;
  }
}

/** Whether anything was typed that is worth keeping. */
export const isTyped = (form: LogForm): boolean =>
  [form.subject, form.notes, form.others, form.ours, form.meeting_type, form.next].some(
    (text) => text.trim() !== "",
  ) ||
  form.contact_ids.length + form.actions.length > 0 ||
  isFound(form.found);
