import { expect, test } from "vitest";

import type { TodayItem } from "$lib/gen/wire";
import type { AccountId } from "$lib/model";
import { remindersOf, shownKeys, shownText } from "$features/today/reminders";

const item = (fields: Partial<TodayItem>): TodayItem => ({
  reason: "due",
  urgency: "today",
  kind: "task",
  id: "1",
  version: 1,
  title: "Ask for the invoice",
  account_id: "a" as AccountId,
  account: "Nordwind AG",
  public_sector: false,
  plan_id: null,
  checklist_id: null,
  starts_at: null,
  owner: "",
  due: "2026-11-23",
  days: 0,
  limit: null,
  detail: "",
  ...fields,
});
const DAY = "2026-11-23";
const at = (time: string) => new Date(`${DAY}T${time}:00`);
const titles = (items: TodayItem[], time: string, told: string[] = []) =>
  remindersOf(items, DAY, at(time), told).map(({ title }) => title);

test("a day is told of once, from eight o'clock, with what is most urgent", () => {
  const items = [
    item({ urgency: "late", title: "Recap" }),
    item({ id: "2" }),
    item({ id: "3", urgency: "watch", title: "Not now" }),
  ];
  expect(titles(items, "07:59")).toEqual([]);
  const [day] = remindersOf(items, DAY, at("08:00"), []);
  expect(day?.title).toBe("2 things need you, 1 is late");
  expect(day?.body).toBe("Recap, Nordwind AG\nAsk for the invoice, Nordwind AG");
  expect(titles(items, "12:00", day?.keys)).toEqual([]);
});

test("a day on which nothing is needed is not told of", () => {
  expect(titles([item({ urgency: "watch" })], "09:00")).toEqual([]);
});

test("what was freed is told of when it was, and not again after the day that named it", () => {
  const before = item({ id: "b", reason: "unblocked", title: "Before" });
  const [day] = remindersOf([before], DAY, at("09:00"), []);
  const later = item({ id: "l", reason: "unblocked", title: "Later" });
  expect(titles([before, later], "10:00", day?.keys)).toEqual(["Later can begin now"]);
});

test("a workshop is told of in the quarter of an hour before it, at any time of the day", () => {
  const workshop = item({
    kind: "workshop",
    reason: "workshop_next",
    urgency: "soon",
    title: "CI basics",
    starts_at: at("06:00").toISOString(),
  });
  expect(titles([workshop], "05:44")).toEqual([]);
  expect(titles([workshop], "05:45")[0]).toMatch(/^CI basics begins at /);
  expect(titles([workshop], "06:00")).toEqual([]);
  const told = remindersOf([workshop], DAY, at("05:50"), []).flatMap(({ keys }) => keys);
  expect(titles([workshop], "05:51", told)).toEqual([]);
});

test("what was told is forgotten with its day", () => {
  const text = shownText(DAY, ["day 2026-11-23", "unblocked 1"]);
  expect(shownKeys(text, DAY)).toEqual(["day 2026-11-23", "unblocked 1"]);
  expect(shownKeys(text, "2026-11-24")).toEqual([]);
  expect(shownKeys("", DAY)).toEqual([]);
});
