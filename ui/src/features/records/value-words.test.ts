import { expect, test } from "vitest";
import { valueWords } from "$features/records/value-words";

test("lists and their rows are read as words", () => {
  expect(valueWords(["monday", "tuesday"])).toBe("Mon, Tue");
  expect(valueWords([{ role: "AE", name: "Tom" }])).toBe("AE Tom");
  expect(valueWords([]), "an emptied list is nothing").toBe("–");
});

test("an amount is read as money, not as its cents", () => {
  expect(valueWords({ minor: 41_000_000, currency: "USD" })).toMatch(/410.000/);
  expect(valueWords({ minor: 41_000_500, currency: "KWD" })).toMatch(/41.000.500/);
  expect(valueWords({ minor: 410_000, currency: "JPY" })).toMatch(/410.000/);
});

test("what only programs can read is named", () => {
  expect(valueWords("00000000-0000-7000-8000-000000000001")).toBe("another record");
  expect(valueWords("a".repeat(64))).toBe("a file");
});
