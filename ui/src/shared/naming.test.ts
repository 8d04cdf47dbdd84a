import { expect, test } from "vitest";
import { isUnknownName, similarNames, acceptName, type KnownPerson } from "$shared/naming";

const people: KnownPerson[] = ["Anna Berg", "Kerem Aydın", "Özge Kaya"].map((text) => ({
  text,
  note: "",
}));

test("a name is somebody's whatever its case, accents and spaces", () => {
  for (const typed of ["Anna Berg", " anna  berg ", "ozge kaya"])
    expect(isUnknownName(typed, people), typed).toBe(false);
  for (const typed of ["anna", "kere", "Berg Anna", "Anna Bergman"])
    expect(isUnknownName(typed, people), typed).toBe(true);
  expect(isUnknownName("  ", people), "nobody is named").toBe(false);
});

test("a fragment leads to whom it could mean, by first or by last name", () => {
  const names = (typed: string) => similarNames(typed, people).map(({ text }) => text);
  expect(names("kere")).toEqual(["Kerem Aydın"]);
  expect(names("kaya")).toEqual(["Özge Kaya"]);
  expect(names("Annabel")).toEqual(["Anna Berg"]);
  expect(names("Tom")).toEqual([]);
});

test("what somebody said is meant is asked about once", () => {
  expect(isUnknownName("Tomke", people)).toBe(true);
  acceptName("Tomke");
  expect(isUnknownName("tomke ", people)).toBe(false);
});
