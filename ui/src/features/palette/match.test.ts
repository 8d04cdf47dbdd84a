import { expect, test } from "vitest";
import { markedIn, matching } from "$features/palette/match";

import type { Verb } from "$lib/verbs.svelte";

// Its common words are of no account here.
const verb = (label: string): Verb => ({ id: `move-up ${label}`, label, run: () => undefined });
const labels = (text: string, ...all: string[]) =>
  matching(all.map(verb), text).map(({ label }) => label);

test("every word must be there, in any order", () => {
  expect(labels("nord plan", "New plan for Nordwind", "New plan for Fjord")).toEqual([
    "New plan for Nordwind",
  ]);
});

test("words at the start of a word come before words inside one", () => {
  expect(labels("port", "Export FY27", "Go to Portfolio")).toEqual([
    "Go to Portfolio",
    "Export FY27",
  ]);
});

test("case and accents do not matter, nor does the script", () => {
  expect(labels("sao", "New plan for São Paulo")).toHaveLength(1);
  expect(labels("北風", "New plan for 株式会社北風")).toHaveLength(1);
});

test("no text means every verb, in its own order", () => {
  expect(labels("  ", "b", "a")).toEqual(["b", "a"]);
});

test("the letters that were found are marked in a name, whatever their case and accents", () => {
  const marks = (title: string, text: string) =>
    markedIn(title, text)
      ?.map(({ text, hit }) => (hit ? `[${text}]` : text))
      .join("") ?? null;
  expect(marks("Nordwind AG", "nordwind")).toBe("[Nordwind] AG");
  expect(marks("Panadería Ñandú", "nandu deria")).toBe("Pana[dería] [Ñandú]");
  expect(marks("株式会社北風", "北風")).toBe("株式会社[北風]");
  expect(marks("Brücke & Söhne", "brucke fjord"), "not all of it is there").toBeNull();
});

test("a verb is not found by its target's name alone", () => {
  const log = { ...verb("Log a touchpoint for Nordwind"), of: "Nordwind" };
  expect(matching([log], "nordwind")).toEqual([]);
  expect(matching([log], "log nordwind")).toEqual([log]);
  expect(matching([log], "Log a touchpoint for nordw")).toEqual([log]);
});
