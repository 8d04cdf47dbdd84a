// What people type into the palette who do not know our names for things.
import { beforeEach, expect, test, vi } from "vitest";
import type { Account, Plan } from "$lib/model";

vi.mock("$host", () => ({ host: { call: () => new Promise(() => undefined) } }));
const { session } = await import("$lib/session.svelte");
const { verbWords } = await import("$lib/verb-words");
const { createVerbs, windowVerbs } = await import("$features/frame/frame-verbs");
const { namedVerbs } = await import("$features/frame/named-verbs");
const { matching } = await import("$features/palette/match");
const { wholeEntries } = await import("$features/palette/entries");

const accounts = ["Nordwind AG", "Halvorsen Maritime", "Export Partners"].map(
  (name, at) => ({ id: `a${at}`, name }) as unknown as Account,
);
const plans = [
  { id: "p0", account_id: "a0", title: "FY27 Success Plan" },
  { id: "p1", account_id: "a1", title: "Move to the cloud" },
] as unknown as Plan[];
const [nordwind] = accounts as [Account, ...Account[]];

const all = (text: string, atHand: Account[] = [nordwind]) => [
  ...createVerbs(null, atHand, accounts),
  ...windowVerbs(null),
  ...namedVerbs(text, { all: accounts, atHand, plans }),
];
const found = (text: string) => matching(all(text), text).map(({ id }) => id);

beforeEach(() => {
  session.status = { sample: true } as never;
});

/** Common words, and the verb that they are about. */
const TABLE: [string, string][] = [
  ["pdf", "export p0"],
  ["print", "export p0"],
  ["export", "export p0"],
  ["report", "export p0"],
  ["summary", "export p0"],
  ["nordwind pdf", "export p0"],
  ["pdf nordwind", "export p0"],
  ["export nordwind", "export p0"],
  ["export the nordwind plan to pdf", "export p0"],
  ["FY27 pdf", "export p0"],
  ["halvorsen pdf", "export p1"],
  ["roadmap", "roadmap p0"],
  ["gantt halvorsen", "roadmap p1"],
  ["delete nordwind", "delete-account a0"],
  ["remove nordwind", "delete-account a0"],
  ["delete FY27", "delete-plan p0"],
  ["call", "new-touchpoint a0"],
  ["call halvorsen", "new-touchpoint a1"],
  ["recap", "new-touchpoint a0"],
  ["email nordwind", "new-touchpoint a0"],
  ["meeting", "new-touchpoint a0"],
  ["checklist", "part onboarding a0"],
  ["checklist halvorsen", "part onboarding a1"],
  ["onboarding", "part onboarding a0"],
  ["contacts", "part people a0"],
  ["stakeholder", "new-contact a0"],
  ["todo", "new-task a0"],
  ["training", "new-workshop a0"],
  ["customer", "new-account"],
  ["excel", "import-workbook"],
  ["csv", "import-workbook"],
  ["send nordwind colleague", "hand-over a0"],
  ["sign-off", "versions p0"],
  ["history nordwind", "versions p0"],
  ["preferences", "go settings"],
  ["trash", "go bin"],
  ["deleted", "go bin"],
  ["holidays", "go settings"],
  ["home", "go today"],
  ["customers", "go portfolio"],
  ["templates", "go library"],
  ["dark", "theme dark"],
  ["compact", "density compact"],
  ["hotkeys", "shortcuts"],
  ["screen sharing", "safe"],
  ["sidebar", "rail"],
  ["demo", "sample"],
];

test.each(TABLE)("“%s” finds what it is about", (text, id) => {
  const ids = found(text);
  expect(ids.slice(0, 8), "among the verbs that are shown").toContain(id);
});

test("what a label says comes before what is only a common word for it", () => {
  for (const [text, id] of [
    ["Theme: Dark", "theme dark"],
    ["dark", "theme dark"],
    ["Go to Settings", "go settings"],
    ["Log a touchpoint for Nordwind", "new-touchpoint a0"],
    ["New task for Nordwind", "new-task a0"],
    ["New plan for Nordwind", "new-plan a0"],
  ] as const)
    expect(found(text)[0], text).toBe(id);
});

test("every verb is found by each of its common words", () => {
  for (const { id } of all("")) {
    const words = verbWords(id).split(" ").filter(Boolean);
    expect(words.length, `${id} has words`).toBeGreaterThan(0);
    for (const word of words) {
      const ids = matching(all(word, accounts), word).map((verb) => verb.id);
      expect(ids, `“${word}” finds ${id}`).toContain(id);
    }
  }
});

test("a name alone means the record, not what can be done with it", () => {
  expect(found("nordwind")).toEqual([]);
  expect(found("FY27")).toEqual([]);
});

test("an account whose whole name was typed comes before every verb, with or without its legal form", () => {
  const first = (text: string) => wholeEntries(text, accounts, []).map(({ key }) => key);
  expect(first("nordwind ag")).toEqual(["record a0"]);
  expect(first(" Nordwind ")).toEqual(["record a0"]);
  expect(first("export partners"), "also where it reads like a verb").toEqual(["record a2"]);
  expect(first("exp")).toEqual([]);
  expect(first("nordw"), "a part of a word is no name").toEqual([]);
  expect(first(" ")).toEqual([]);
});
