// What is typed while a touchpoint is logged: its shape, and how it is kept as a draft.
import { listCodec } from "$lib/codecs";
import { touchpointType } from "$lib/i18n/words";
import {
  hasFindings,
  accountChanges,
  noFindings,
  peopleToSend,
  type KickoffFindings,
} from "$features/touchpoints/kickoff-findings";
import type {
  Account,
  ChecklistStep,
  ContactId,
  Sentiment,
  Side,
  TouchpointType,
} from "$lib/model";

/** Something that was agreed. */
export interface AgreedAction {
  title: string;
  owner_side: Side;
  /** Who does it; I, where it is ours and nobody is named. */
  owner: string;
  due: string | null;
}

export const newAction = (title: string): AgreedAction => ({
  title: title.trim(),
  owner_side: "ours",
  owner: "",
  due: null,
});

export interface LogForm extends Record<string, unknown> {
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
  actions: AgreedAction[];
  /** What is typed as an action and no row yet. */
  next: string;
  /** Asked at a kickoff only. */
  found: KickoffFindings;
}

export const emptyForm = (today: string, type: TouchpointType = "customer_call"): LogForm => ({
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
  found: noFindings(),
});

/** How it begins: for a step of a checklist by the day on which that was done, and called as it is. */
export const newForm = (today: string, step?: ChecklistStep): LogForm =>
  step
    ? {
        ...emptyForm(step.done_on ?? today, step.key === "kickoff" ? "kickoff" : undefined),
        subject: step.title,
      }
    : emptyForm(today);

/** What is asked for of the core: what nobody said is left out. Without a subject and notes it is called by its type. */
export function requestOf(form: LogForm, account: Pick<Account, "tool_stack">) {
  const { held_on, subject, ours, actions, next, found, ...rest } = form;
  const read = listCodec.read(ours);
  const us = "value" in read ? read.value : [];
  const called = rest.notes.trim() ? {} : { subject: touchpointType[rest.touchpoint_type]() };
  const more = next.trim() ? [newAction(next)] : [];
  const kickoff = rest.touchpoint_type === "kickoff";
  return {
    ...rest,
    ...(held_on ? { held_on } : {}),
    ...(us.length > 0 ? { our_attendees: us } : {}),
    ...(subject.trim() ? { subject: subject.trim() } : called),
    actions: [...actions, ...more].map(({ owner, due, ...action }) => ({
      ...action,
      ...(owner.trim() ? { owner: owner.trim() } : {}),
      ...(due ? { due } : {}),
    })),
    ...(kickoff ? { people: peopleToSend(found), learned: accountChanges(found, account) } : {}),
  };
}

/** Talks from which something should follow. */
export const CALLS: readonly TouchpointType[] = [
  "customer_call",
  "in_person_meeting",
  "ebr",
  "kickoff",
];

/** The form as an earlier sitting left it, also one that knew less. */
export const restored = (kept: Partial<LogForm>, start: LogForm): LogForm => ({
  ...start,
  ...kept,
  actions: (kept.actions ?? []).map((action) => ({ ...newAction(""), ...action })),
  found: { ...start.found, ...kept.found },
});

/** Whether anything was typed that is worth keeping. */
export const isTyped = (form: LogForm): boolean =>
  [form.subject, form.notes, form.others, form.ours, form.meeting_type, form.next].some(
    (text) => text.trim() !== "",
  ) ||
  form.contact_ids.length + form.actions.length > 0 ||
  hasFindings(form.found);
