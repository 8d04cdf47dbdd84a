import { afterEach, expect, test } from "vitest";
import { setRegion } from "$lib/format/locale";
import { decimalMark, measure, money, share } from "$lib/format/numbers";

afterEach(() => {
  setRegion(null);
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

test("a sign that is another currency's too gives way to the code", () => {
  setRegion("US");
  const shown = (currency: string) => money({ minor: 12_000_000, currency }).replace(/\s/g, " ");
  expect(shown("USD")).toBe("$120,000");
  expect(shown("AUD"), "the dollar on this page is the American").toBe("AUD 120,000");
  expect(shown("MXN")).toBe("MXN 120,000");
  expect([shown("NOK"), shown("SEK"), shown("DKK")], "kr is all three").toEqual([
    "NOK 120,000",
    "SEK 120,000",
    "DKK 120,000",
  ]);
  setRegion("AU");
  expect(shown("USD"), "and here the Australian").toBe("USD 120,000");
});

test("per cent are shown with their sign", () => {
  expect(measure(30, "percent")).toBe("30 %");
  expect(measure(30, "count")).toBe("30");
});

test.each([
  ["DE", "comma"],
  ["US", "point"],
  ["CH", "point"],
])("the mark of fractions in %s is a %s", (region, mark) => {
  setRegion(region);
  expect(decimalMark()).toBe(mark);
});
