import { afterEach, expect, test } from "vitest";
import { setRegion } from "$lib/format/locale";
import { money, parseMoney, parseNumber, share } from "$lib/format/numbers";

afterEach(() => {
  setRegion(null);
});

test.each([
  ["1,805.5", 1805.5],
  ["1 805", 1805],
  ["-12.5", -12.5],
  ["30 %", 30],
  ["1.2k", 1200],
  ["3m", 3_000_000],
  ["0,5", 0.5],
  ["12.345", 12.345],
])("%s is %d where the point is the decimal mark", (text, value) => {
  setRegion("US");
  expect(parseNumber(text)).toBe(value);
});

test("thousands are read in the reader's way", () => {
  setRegion("DE");
  expect(parseNumber("120.000"), "a German's hundred and twenty thousand").toBe(120_000);
  expect(parseNumber("12,5")).toBe(12.5);
});

test.each(["", "abc", "1.2.3,4", "NaN", "Infinity", "1e400", "--3"])("%s is no number", (text) => {
  setRegion("US");
  expect(parseNumber(text), "refused, not guessed").toBeNull();
});

test("money takes its currency from the text, then from what is known", () => {
  setRegion("US");
  expect(parseMoney("€ 120,000", null)).toEqual({ minor: 12_000_000, currency: "EUR" });
  expect(parseMoney("120k usd", null)).toEqual({ minor: 12_000_000, currency: "USD" });
  expect(parseMoney("500", "JPY"), "yen have no minor digits").toEqual({
    minor: 500,
    currency: "JPY",
  });
  expect(parseMoney("500", null), "no currency is guessed").toBeNull();
  expect(parseMoney("500 monkeys", "EUR"), "nor is a wrong one dropped").toBeNull();
});

test("progress is signed and may pass the whole", () => {
  setRegion("US");
  expect([share(-0.08), share(1.12), share(-0.001)]).toEqual(["-8 %", "112 %", "0 %"]);
});

test("whole amounts are written without cents", () => {
  setRegion("US");
  expect(money({ minor: 12_000_000, currency: "EUR" })).toBe("€120,000");
  expect(money({ minor: 12_050, currency: "EUR" })).toBe("€120.50");
});

test.each(["DE", "US", "CH", "FR", "IN", "SE"])(
  "money that is shown can be typed back (%s)",
  (region) => {
    setRegion(region);
    for (const minor of [12_000_000, 12_050, 99, 123_456_789_00]) {
      const amount = { minor, currency: "EUR" };
      expect(parseMoney(money(amount), null), money(amount)).toEqual(amount);
    }
  },
);

test("a thousand is never read as one", () => {
  setRegion("DE");
  expect(parseMoney("120,000 EUR", null), "typed the English way").toEqual({
    minor: 12_000_000,
    currency: "EUR",
  });
  expect(parseMoney("120.000 EUR", null), "typed the German way").toEqual({
    minor: 12_000_000,
    currency: "EUR",
  });
});
