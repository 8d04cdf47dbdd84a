// Which notifications the system shows: once a day what needs somebody, then tasks that are no longer blocked, and
// workshops just before they begin. Decides what and when; Reminders.svelte asks the core and shows them.
import type { TodayCount, TodayItem } from "$lib/gen/wire";
import { clock } from "$lib/format/dates";
import { m } from "$lib/paraglide/messages.js";
import { countOf, needed, summary, titleOf } from "$features/today/today";

export interface Reminder {
  /** What it is about; a reminder is due while the first of these was not shown. */
  keys: [string, ...string[]];
  title: string;
  body: string;
}

/** The hour of the user's day before which only workshops are reminded of. */
const FROM_HOUR = 8;
/** How long before it begins a workshop is reminded of, in milliseconds. */
const BEFORE = 15 * 60_000;
/** How many things the summary of a day names. */
const NAMED = 3;

/** The reminders to show at `now`, on the day `today`, without those that were `shown` already. `count` says how much needs
 * somebody where `all` has only the first of it. */
export function remindersOf(
  all: TodayItem[],
  today: string,
  now: Date,
  shown: readonly string[],
  count?: TodayCount,
): Reminder[] {
  // Nothing is shown for customers of the public sector, as the system stores its notifications.
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
  const due = ({ keys: [key] }: Reminder) => !shown.includes(key);
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

/** The keys of what was shown on `today`, read from the text that `shownText` wrote. */
export function shownKeys(text: string, today: string): string[] {
  const [day, ...keys] = text.split("\n");
  return day === today ? keys : [];
}
/** The keys of what was shown on a day, as the text that is stored. */
export const shownText = (today: string, shown: readonly string[]): string =>
  [today, ...shown].join("\n");
