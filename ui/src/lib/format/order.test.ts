import { afterEach, expect, test } from "vitest";
import { dayCodec } from "$lib/codecs";
import { day, dayShort } from "$lib/format/dates";
import { setRegion } from "$lib/format/locale";
import { setDateOrder } from "$lib/format/order.svelte";

afterEach(() => {
  setDateOrder(null);
  setRegion(null);
});

test.each([
  ["dmy", "30 Jun 2027", "30 Jun", "5/6"],
  ["mdy", "Jun 30, 2027", "Jun 30", "6/5"],
  ["ymd", "2027-06-30", "Jun 30", "6/5"],
] as const)("dates are written and typed in the order %s", (order, long, short, typed) => {
  setRegion(order === "dmy" ? "US" : "DE");
  setDateOrder(order);
  expect(day("2027-06-30"), "whatever the country does").toBe(long);
  expect(dayShort("2027-06-30", "2027-01-01")).toBe(short);
  const codec = dayCodec(() => "2027-01-01");
  expect(codec.read(typed), "5 June").toEqual({ value: "2027-06-05" });
  expect(codec.read(long), "what is shown can be typed back").toEqual({ value: "2027-06-30" });
});
