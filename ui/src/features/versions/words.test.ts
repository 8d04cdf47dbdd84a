import type { RecordChange } from "$lib/gen/wire";
import { expect, test } from "vitest";
import { shownFields, sideWords } from "$features/versions/words";

const change = (what: RecordChange["what"], fields: RecordChange["fields"]): RecordChange => ({
  kind: "task",
  id: "t1",
  title: "Install",
  place: [],
  what,
  fields,
});

test("of a record that came, only what it says is shown, and not what its heading says", () => {
  const added = change("added", [
    { field: "title", from: null, to: "Install" },
    { field: "initiative_id", from: null, to: "i1" },
    { field: "owner", from: null, to: "" },
    { field: "milestone", from: null, to: false },
    { field: "due", from: null, to: "2027-03-01" },
  ]);
  expect(shownFields(added).map(({ field }) => field)).toEqual(["due"]);
});

test("of a record that changed, every field that differs is shown, also one that was emptied", () => {
  const emptied = { field: "owner", from: "Mara Lindt", to: "" };
  expect(shownFields(change("changed", [emptied]))).toEqual([emptied]);
});

test("an id is shown as the title of what it names, alone and in a list", () => {
  const id = "0199f3a4-0000-7000-8000-000000000001";
  const names = { [id]: "Ship weekly" };
  expect(sideWords("objective_id", id, "to", names)).toBe("Ship weekly");
  expect(sideWords("also_serves", [id], "to", names)).toBe("Ship weekly");
});

test("a place in a list has no value that a reader could read", () => {
  expect(sideWords("position", "a0V", "from", {})).toBe("");
  expect(sideWords("position", "a0X", "to", {})).toBe("Moved");
});
