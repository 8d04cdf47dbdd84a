import { expect, test } from "vitest";
import { contrastOnWhite } from "$features/brand/contrast";

test("contrast runs from none on white to all of it for black", () => {
  expect(contrastOnWhite("#ffffff")).toBe(1);
  expect(contrastOnWhite("#000000")).toBeCloseTo(21, 5);
  expect(contrastOnWhite("#767676"), "the palest grey for text").toBeCloseTo(4.54, 2);
});

test("text that is no colour has no contrast", () => {
  expect(contrastOnWhite("blue")).toBeNull();
  expect(contrastOnWhite("#fff"), "six figures are needed").toBeNull();
});
