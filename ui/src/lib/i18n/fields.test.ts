import { expect, test } from "vitest";
import { fieldLabel, fieldWords } from "$lib/i18n/fields";

test("a field is called as its kind of record calls it", () => {
  expect(fieldLabel("me", "name")).toBe("Your name");
  expect(fieldLabel("account", "name")).toBe("Name");
  expect(fieldLabel("plan_version", "note")).toBe("Note, for us alone");
  expect(fieldLabel("account", "arr.minor"), "a part of an amount").toBe("ARR");
});

test("where the kind is not known it is called as most kinds do, and plainly", () => {
  expect(["name", "title", "note", "stage"].map(fieldWords)).toEqual([
    "Name",
    "Title",
    "Note",
    "Outcome stage",
  ]);
  expect(fieldWords("nothing_has_it"), "as on the wire").toBe("nothing_has_it");
});
