import { afterEach, beforeEach, expect, test, vi } from "vitest";

const call = vi.hoisted(() => vi.fn());
vi.mock("$host", () => ({ host: { call } }));
const { dayCodec, moneyCodec, numberCodec } = await import("$lib/codecs");
const { day, dayShort } = await import("$lib/format/dates");
const { setRegion } = await import("$lib/format/locale");
const { dayOrder, setDateOrder } = await import("$lib/format/order.svelte");

beforeEach(() => {
  call.mockReset();
});
afterEach(() => {
  setDateOrder(null);
  setRegion(null);
});

test.each([
  ["dmy", "30 Jun 2027", "30 Jun"],
  ["mdy", "Jun 30, 2027", "Jun 30"],
  ["ymd", "2027-06-30", "Jun 30"],
] as const)("dates are written and typed in the order %s", async (order, long, short) => {
  setRegion(order === "dmy" ? "US" : "DE");
  setDateOrder(order);
  expect(day("2027-06-30"), "whatever the country does").toBe(long);
  expect(dayShort("2027-06-30", "2027-01-01")).toBe(short);
  call.mockResolvedValue({ result: { date: "2027-06-05" }, changed: [] });
  expect(await dayCodec("back").read("5/6")).toEqual({ value: "2027-06-05" });
  expect(call, "the core reads it so").toHaveBeenCalledWith("read.date", {
    text: "5/6",
    way: "back",
    order,
  });
});

test("a country writes days in its own order", () => {
  expect(dayOrder("en-US")).toBe("month_first");
  expect(dayOrder("en-DE"), "English words, German order").toBe("day_first");
});

test("what means nothing is refused in the field's words, a slip in those of the core", async () => {
  const refused = (details: object) => ({ code: "invalid", message: "", field: "text", details });
  call.mockRejectedValue(refused({ reason: "unreadable", why: "none" }));
  expect(await numberCodec.read("abc")).toHaveProperty(
    "refused",
    expect.not.stringContaining("none"),
  );
  const slip = { reason: "outside_years", value: "15/01/0027", from: 1900, to: 2200 };
  call.mockRejectedValue(refused(slip));
  expect(await dayCodec().read("15/01/0027")).toHaveProperty(
    "refused",
    expect.stringContaining("2200"),
  );
});

test("nothing typed is nothing said, and nothing is asked", async () => {
  expect(await moneyCodec("EUR").read("  ")).toEqual({ value: null });
  expect(call).not.toHaveBeenCalled();
});
