import { expect, test } from "vitest";
import { matching } from "$features/palette/match";

const verb = (label: string) => ({ id: label, label, run: () => undefined });
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
