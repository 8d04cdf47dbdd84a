import { expect, test } from "vitest";
import { factor, stepped } from "$features/document/zoom";

test("a page that fits is as wide as its place, but never a poster", () => {
  expect(factor("fit", 600, 800), "800 of 800 pixels").toBe(1);
  expect(factor("fit", 600, 400)).toBe(0.5);
  expect(factor("fit", 600, 4000)).toBe(1.6);
  expect(factor(1.25, 600, 100), "a chosen size stays").toBe(1.25);
});

test("a step leads on from wherever the size is now", () => {
  expect(stepped(0.93, 1)).toBe(1);
  expect(stepped(0.93, -1)).toBe(0.9);
  expect(stepped(1, 1)).toBe(1.1);
  expect(stepped(3, 1), "no further").toBe(3);
  expect(stepped(0.25, -1)).toBe(0.25);
});
