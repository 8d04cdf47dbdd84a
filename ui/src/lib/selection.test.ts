import { expect, test } from "vitest";
import { Selection } from "$lib/selection.svelte";

const ids = ["a", "b", "c", "d"];

test("a range runs from the row that was toggled last, in either direction", () => {
  const selection = new Selection();
  selection.toggle("c");
  selection.range("a", ids);
  expect(selection.of(ids)).toEqual(["a", "b", "c"]);
  selection.range("d", ids);
  expect(selection.of(ids), "from the same start").toEqual(["a", "b", "c", "d"]);
});

test("a row that has left the list is not selected", () => {
  const selection = new Selection();
  selection.all(ids);
  expect(selection.of(["a", "d"])).toEqual(["a", "d"]);
});

test("toggling twice selects nothing", () => {
  const selection = new Selection();
  selection.toggle("a");
  selection.toggle("a");
  expect(selection.size).toBe(0);
});
