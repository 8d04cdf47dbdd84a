// The glyph and the tone of each status. The same everywhere.
import type {
  AccountSentiment,
  InitiativeStatus,
  Level,
  MeasureState,
  ObjectiveStatus,
  PlanStatus,
  Sentiment,
  TaskStatus,
  VerifiableOutcomeStage,
  WorkshopState,
} from "$lib/model";
import type { Shape } from "$shared/Glyph.svelte";

export type Tone = "good" | "watch" | "bad" | "unknown" | "inform";
export interface Look {
  shape: Shape;
  tone: Tone;
}

const look = (shape: Shape, tone: Tone): Look => ({ shape, tone });

export const objectiveLooks: Record<ObjectiveStatus, Look> = {
  not_started: look("dashed", "unknown"),
  on_track: look("full", "good"),
  watchpoint: look("half", "watch"),
  concern: look("triangle", "bad"),
  closed_success: look("tick", "good"),
  closed_lost: look("cross", "bad"),
  closed: look("dash", "unknown"),
};
export const initiativeLooks: Record<InitiativeStatus, Look> = objectiveLooks;
export const stageLooks: Record<VerifiableOutcomeStage, Look> = {
  proposed: look("dashed", "unknown"),
  accepted: look("arrow", "inform"),
  delivered: look("box", "inform"),
  verified: look("seal", "good"),
};
export const taskLooks: Record<TaskStatus, Look> = {
  new: look("dashed", "unknown"),
  work_in_progress: look("dot", "inform"),
  blocked: look("bar", "bad"),
  closed_success: look("tick", "good"),
  closed: look("dash", "unknown"),
};
export const workshopLooks: Record<WorkshopState, Look> = {
  planned: look("dashed", "unknown"),
  scheduled: look("arrow", "inform"),
  running: look("dot", "inform"),
  done: look("tick", "good"),
  cancelled: look("dash", "unknown"),
};
export const measureLooks: Record<MeasureState, Look> = {
  on_track: look("full", "good"),
  behind: look("half", "watch"),
  stuck: look("triangle", "bad"),
  met: look("tick", "good"),
  missed: look("cross", "bad"),
  unknown: look("dashed", "unknown"),
};
export const accountSentimentLooks: Record<AccountSentiment, Look> = {
  green: look("full", "good"),
  yellow: look("half", "watch"),
  red: look("triangle", "bad"),
  will_churn: look("cross", "bad"),
};
export const sentimentLooks: Record<Sentiment, Look> = {
  positive: look("full", "good"),
  neutral: look("half", "unknown"),
  negative: look("triangle", "bad"),
};
export const planLooks: Record<PlanStatus, Look> = {
  draft: look("dashed", "unknown"),
  active: look("full", "good"),
  completed: look("tick", "good"),
  archived: look("dash", "unknown"),
};
/** How likely something is to be missed. */
export const riskLooks: Record<Level, Look> = {
  low: look("full", "good"),
  medium: look("half", "watch"),
  high: look("triangle", "bad"),
};
