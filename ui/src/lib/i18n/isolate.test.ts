import { expect, test } from "vitest";
import { fold } from "$lib/format/fold";
import { isolated, joined, plain } from "$lib/i18n/isolate";
import { m } from "$lib/paraglide/messages.js";

const HEBREW = "בנק הצפון";
const ARABIC = "شركة النور";
const FARSI_AND_LATIN = "Rollout در تهران";

test.each([HEBREW, ARABIC, FARSI_AND_LATIN, "𞤀𞤣𞤤𞤢𞤥"])(
  "%s in the middle of a sentence turns nothing around it about",
  (name) => {
    expect(m.deleted({ title: name })).toContain(`\u2068${name}\u2069`);
    expect(m.roadmap_moved_day({ title: name, day: "30 Nov 2026" })).toContain(
      `\u2068${name}\u2069`,
    );
  },
);

test("a name that turns the direction by a mark turns only itself", () => {
  expect(isolated("\u202ecod.exe")).toBe("\u2068\u202ecod.exe\u2069");
});

test("a sentence about any other name is letter by letter what it was", () => {
  for (const name of ["Müller & Søn", "株式会社青空", "Ελλάδα", "5 %", ""])
    expect(m.deleted({ title: name })).not.toMatch(/[\u2066-\u2069]/u);
});

test("names in a row keep their order, and one that is missing leaves no gap", () => {
  expect(joined([HEBREW, null, "", "Ines Falk", ARABIC], " · ")).toBe(
    `\u2068${HEBREW}\u2069 · Ines Falk · \u2068${ARABIC}\u2069`,
  );
});

test("what is stored or looked for has none of the marks", () => {
  const title = m.template_copy_of({ title: HEBREW });
  expect(plain(title)).toContain(HEBREW);
  expect(plain(title)).not.toMatch(/[\u2066-\u2069]/u);
  expect(fold(title)).not.toMatch(/[\u2066-\u2069]/u);
});
