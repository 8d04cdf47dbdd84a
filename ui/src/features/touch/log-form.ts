// What is typed while a touchpoint is logged: its shape, and how it is kept as a draft.
import { nothingFound, type FoundOut } from "$features/touch/found-out";
import type { ContactId, Sentiment, Side, TouchpointType } from "$lib/model";

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
  sponsor_present: boolean;
  sentiment: Sentiment | null;
  notes: string;
  actions: Agreed[];
  /** Asked at a kickoff only. */
  found: FoundOut;
}

export const blank = (today: string, type: TouchpointType = "customer_call"): LogForm => ({
  touchpoint_type: type,
  subject: "",
  held_on: today,
  contact_ids: [],
  others: "",
  sponsor_present: false,
  sentiment: null,
  notes: "",
  actions: [],
  found: nothingFound(),
});

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
    const kept: unknown = JSON.parse(text);
    return typeof kept === "object" && kept !== null ? { ...start, ...kept } : start;
  } catch {
    return start;
  }
}

/** Whether anything was typed that is worth keeping. */
export const isTyped = ({ subject, notes, others, contact_ids, actions }: LogForm): boolean =>
  [subject, notes, others].some((text) => text.trim() !== "") ||
  contact_ids.length + actions.length > 0;
