// Every dialog that collects what somebody types keeps it: a new one cannot forget to.
import { expect, test } from "vitest";

const sources = import.meta.glob<string>("/src/**/*.svelte", {
  query: "?raw",
  import: "default",
  eager: true,
});
/** What text or a day is typed into. */
const TYPED_INTO = /<(Field|DayInput|NameInput|textarea|FoundOut|AgreedRows|RuleRow)\b/;
/** A path is kept by the file dialog that gave it. */
const PATHS_ALONE = ["FileDialog", "ImportDialog", "AccountTransferDialog"];

test("what is typed into a dialog is kept when Esc closes it", () => {
  const dialogs = Object.entries(sources).filter(([, source]) =>
    TYPED_INTO.test(/<(Form)?Dialog\b[^]*<\/(Form)?Dialog>/.exec(source)?.[0] ?? ""),
  );
  expect(dialogs.length, "they are found").toBeGreaterThan(10);
  for (const [file, source] of dialogs) {
    if (PATHS_ALONE.some((name) => file.endsWith(`/${name}.svelte`))) continue;
    const handed = /<(Form)?Dialog\s[^>]*\{?typed/.exec(source);
    expect(handed, `${file} hands its fields to the dialog`).not.toBeNull();
    // A `FormDialog` does that itself.
    const done = handed?.[1] !== undefined || source.includes(".done()");
    expect(done, `${file} forgets them once they are saved`).toBe(true);
  }
});

test("Esc in a long text lays it aside, wherever a field can be long", () => {
  const own = Object.entries(sources).filter(([, source]) => source.includes("<textarea"));
  expect(own.map(([file]) => file.split("/").at(-1)).sort()).toEqual([
    "EditInput.svelte",
    "Field.svelte",
  ]);
});
