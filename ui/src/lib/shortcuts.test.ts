import { expect, test } from "vitest";
import { plainLetter } from "$lib/a11y/keys";

const press = (key: string) => plainLetter(new KeyboardEvent("keydown", { key }));

test("only what stands on the sheet is a shortcut", () => {
  expect([press("n"), press("N"), press("?"), press("-")]).toEqual(["n", "n", "?", "-"]);
  expect([press("q"), press("Enter")]).toEqual([null, null]);
});

test("a plus with a key of its own zooms as the equals sign does", () => {
  expect(press("+")).toBe("=");
});
