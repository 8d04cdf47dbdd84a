import { expect, test } from "vitest";
import { dayOrder, parseDay } from "$lib/format/date-words";

// A Monday.
const today = "2026-11-23";
const read = (text: string) => parseDay(text, today, "day_first");

test.each([
  ["today", "2026-11-23"],
  ["Tomorrow", "2026-11-24"],
  ["yesterday", "2026-11-22"],
  ["fri", "2026-11-27"],
  ["Friday", "2026-11-27"],
  ["next fri", "2026-11-27"],
  ["mon", "2026-11-30"],
  ["+2w", "2026-12-07"],
  ["+3", "2026-11-26"],
  ["-1m", "2026-10-23"],
  ["in 2 weeks", "2026-12-07"],
  ["15 jan", "2027-01-15"],
  ["jan 15", "2027-01-15"],
  ["15 January 2028", "2028-01-15"],
  ["Fri 27 Nov 2026", "2026-11-27"],
  ["23 nov", "2026-11-23"],
  ["29 feb", "2028-02-29"],
  ["2027-06-30", "2027-06-30"],
  ["30.6.27", "2027-06-30"],
  ["30/06/2027", "2027-06-30"],
  ["1/12", "2026-12-01"],
])("%s is %s", (text, day) => {
  expect(read(text), `typed on ${today}`).toBe(day);
});

test.each([
  "",
  "soon",
  "31 apr",
  "29 feb 2027",
  "2027-02-30",
  "fr",
  "0 jan",
  "99/99",
  "13/13/2027",
])("%s is no day", (text) => {
  expect(read(text), "a day that does not exist is refused, not moved").toBeNull();
});

test("figures are read in the reader's own order", () => {
  expect(parseDay("1/12", today, "month_first"), "12 January").toBe("2027-01-12");
  expect(dayOrder("en-US")).toBe("month_first");
  expect(dayOrder("en-DE"), "English words, German order").toBe("day_first");
});
