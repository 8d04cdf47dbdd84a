// The form that logs a touchpoint: its fields, its draft, and the request that it becomes.
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

/** An agreed action. */
export interface AgreedAction {
  title: string;
  owner_side: Side;
  /** The owner; the user, if it is on our side and nobody is named. */
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
  /** Who took part on our side, as typed; empty means the user. */
  ours: string;
  meeting_type: string;
  sponsor_present: boolean;
  sentiment: Sentiment | null;
  notes: string;
  actions: AgreedAction[];
  /** The action that is typed and not added yet. */
  next: string;
  /** Only for a kickoff. */
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

/** The initial form; for a checklist step with that step's day and title. */
export const newForm = (today: string, step?: ChecklistStep): LogForm =>
  step
    ? {
        ...emptyForm(step.done_on ?? today, step.key === "kickoff" ? "kickoff" : undefined),
        subject: step.title,
      }
    : emptyForm(today);

/** The request, without empty fields. Without a subject and notes, the type is its subject. */
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

/** The types of touchpoint in which something should be agreed. */
export const CALLS: readonly TouchpointType[] = [
  "customer_call",
  "in_person_meeting",
  "ebr",
  "kickoff",
];

/** A form restored from a draft, also from one of an older version with fewer fields. */
export const restored = (kept: Partial<LogForm>, start: LogForm): LogForm => ({
  ...start,
  ...kept,
  actions: (kept.actions ?? []).map((action) => ({ ...newAction(""), ...action })),
  found: { ...start.found, ...kept.found },
});

/** Whether anything was typed that is worth storing. */
export const isTyped = (form: LogForm): boolean =>
  [form.subject, form.notes, form.others, form.ours, form.meeting_type, form.next].some(
    (text) => text.trim() !== "",
  ) ||
  form.contact_ids.length + form.actions.length > 0 ||
  hasFindings(form.found);
