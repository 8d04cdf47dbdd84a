// What the system is asked to tell of: once a day what needs somebody, then what was freed, and workshops just before
// they begin. Decides what and when; Reminders.svelte asks and tells.
import type { TodayCount, TodayItem } from "$lib/gen/wire";
import { clock } from "$lib/format/dates";
import { m } from "$lib/paraglide/messages.js";
import { countOf, needed, summary, titleOf } from "$features/today/today";

export interface Reminder {
  /** What is told by it; a reminder is due while its first one was not told. */
  keys: [string, ...string[]];
  title: string;
  body: string;
}

/** The hour of the day, where the user is, before which only workshops are told of. */
const FROM_HOUR = 8;
/** How long before it begins a workshop is told of, in milliseconds. */
const BEFORE = 15 * 60_000;
/** How many things the summary of a day names. */
const NAMED = 3;

/** What is to be told at `now`, on the day `today`, without what was `told` already. `count` says how much needs somebody
 * where `all` has only the first of it. */
export function remindersOf(
  all: TodayItem[],
  today: string,
  now: Date,
  told: readonly string[],
  count?: TodayCount,
): Reminder[] {
  // Nothing is automatic for the public sector: the system keeps what it shows.
  const items = all.filter(({ public_sector }) => !public_sector);
  const freed = items
    .filter(({ reason }) => reason === "unblocked")
    .map((item): Reminder => ({
      keys: [`unblocked ${item.id}`],
      title: m.reminder_unblocked({ title: item.title }),
      body: item.account,
    }));
  const first = needed(items).slice(0, NAMED);
  const day: Reminder = {
    keys: [`day ${today}`, ...freed.flatMap(({ keys }) => keys)],
    title: summary(count ?? countOf(items)),
    body: first
      .map((item) => m.reminder_line({ title: titleOf(item), account: item.account }))
      .join("\n"),
  };
  const due = ({ keys: [key] }: Reminder) => !told.includes(key);
  const work = first.length > 0 && due(day) ? [day] : freed.filter(due);
  return [...(now.getHours() < FROM_HOUR ? [] : work), ...workshops(items, now).filter(due)];
}

function workshops(items: TodayItem[], now: Date): Reminder[] {
  return items.flatMap(({ reason, id, title, account, starts_at }) => {
    if (reason !== "workshop_next" || starts_at === null) return [];
    const start = new Date(starts_at);
    const left = start.getTime() - now.getTime();
    if (left <= 0 || left > BEFORE) return [];
    const words = m.reminder_workshop({ title, time: clock(start) });
    return [{ keys: [`workshop ${id} ${starts_at}`], title: words, body: account }];
  });
}

/** What was told on `today`, out of the text that `toldText` made of it. */
export function toldOf(text: string, today: string): string[] {
  const [day, ...keys] = text.split("\n");
  return day === today ? keys : [];
}
export const toldText = (today: string, told: readonly string[]): string =>
  [today, ...told].join("\n");
