// Texts for the rows of today's list: what to do, why and when; and the groups of the list.
import type { TodayCount, TodayItem, TodayReason, Urgency } from "$lib/gen/wire";
import { clock, day, daysBetween, nearness, weekday } from "$lib/format/dates";
import { m } from "$lib/paraglide/messages.js";
import type { Look } from "$shared/status";

/** The groups of the list, the most urgent first. */
export const GROUPS: { urgency: Urgency; words: () => string; look: Look }[] = [
  { urgency: "late", words: m.today_late, look: { shape: "triangle", tone: "bad" } },
  { urgency: "today", words: m.today_today, look: { shape: "half", tone: "watch" } },
  { urgency: "soon", words: m.today_soon, look: { shape: "dot", tone: "inform" } },
  { urgency: "watch", words: m.today_watch, look: { shape: "dashed", tone: "unknown" } },
];

const own = ({ title }: TodayItem) => title;
const counted = ({ days, limit }: TodayItem) => ({
  days: String(days ?? 0),
  limit: String(limit ?? 0),
});
/** Who is waited for: the person if one is named, else the side. */
const waits = (item: TodayItem, who: string) =>
  item.owner ? m.today_waits_on({ name: item.owner, side: who }) : m.today_waits({ side: who });

/** What is to be done, and why, for each reason. */
const WORDS: Record<
  TodayReason,
  { title: (item: TodayItem) => string; why: (item: TodayItem) => string }
> = {
  late: { title: own, why: ({ due }) => m.today_was_due({ day: day(due) }) },
  due: { title: own, why: ({ due }) => m.today_is_due({ day: day(due) }) },
  blocked: { title: own, why: ({ detail }) => m.today_blocked({ reason: detail }) },
  waiting_on_customer: { title: own, why: (item) => waits(item, m.today_customer()) },
  waiting_on_partner: { title: own, why: (item) => waits(item, m.today_partner()) },
  waiting_on_gate: { title: own, why: ({ detail }) => m.today_gated({ gate: detail }) },
  unblocked: { title: own, why: ({ detail }) => m.today_unblocked({ title: detail }) },
  workshop_next: {
    title: own,
    why: ({ starts_at }) =>
      starts_at
        ? m.today_workshop_at({ time: clock(new Date(starts_at)) })
        : m.today_workshop_next(),
  },
  workshop_open: { title: own, why: m.today_workshop_open },
  recap_owed: { title: m.today_recap, why: m.today_recap_why },
  call_overdue: { title: m.today_call, why: (item) => m.today_call_why(counted(item)) },
  ebr_overdue: { title: m.today_ebr, why: (item) => m.today_ebr_why(counted(item)) },
  sentiment_old: {
    title: m.today_sentiment,
    why: (item) => m.today_sentiment_why(counted(item)),
  },
  wrong_way: { title: m.today_wrong_way, why: m.today_wrong_way_why },
  plan_quiet: { title: m.today_plan_quiet, why: (item) => m.today_plan_quiet_why(counted(item)) },
  person_unmet: { title: m.today_person, why: (item) => m.today_person_why(counted(item)) },
  onboarding_long: { title: own, why: (item) => m.today_onboarding_why(counted(item)) },
  agreed: { title: own, why: ({ detail }) => m.today_agreed({ subject: detail }) },
  not_engaged: { title: own, why: (item) => m.today_not_engaged_why(counted(item)) },
};

/** What is to be done. */
export const titleOf = (item: TodayItem): string => WORDS[item.reason].title(item);

/** Why it is on the list. */
export const whyOf = (item: TodayItem): string => WORDS[item.reason].why(item);

/** When: how late, or how soon. */
export function whenOf({ due }: TodayItem, today: string): string {
  if (!due) return "";
  if (due >= today) return due === today ? m.near_today() : nearnessWithDay(due, today);
  const days = daysBetween(due, today);
  return days === 1 ? m.today_late_one() : m.today_late_days({ days: String(days) });
}
const nearnessWithDay = (due: string, today: string) =>
  m.today_when({ weekday: weekday(due), near: nearness(due, today) });

/** What is late or for today. */
export const needed = (items: TodayItem[]): TodayItem[] =>
  items.filter(({ urgency }) => urgency === "late" || urgency === "today");

/** How much of it is late and how much is for today. */
export function countOf(items: TodayItem[]): TodayCount {
  const of = (wanted: Urgency) => items.filter(({ urgency }) => urgency === wanted).length;
  return { late: of("late"), today: of("today") };
}

/** How much is late or for today, in a sentence: `7 things need you, 2 are late`. */
export function summary({ late, today }: TodayCount): string {
  const now = late + today;
  if (now === 0) return m.today_none();
  const things = now === 1 ? m.today_one() : m.today_count({ count: String(now) });
  if (late === 0) return things;
  return m.today_with_late({
    things,
    late: late === 1 ? m.today_is_late() : m.today_are_late({ count: String(late) }),
  });
}

/** Whether ticking the row completes it. */
export const canTick = ({ kind }: TodayItem): boolean =>
  kind === "task" || kind === "checklist_step";
