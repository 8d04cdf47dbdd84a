// The system's own lists take letters also while they are closed. That is right in a form, which is sent as a whole and
// by a verb, and for what is only looked at; a record is changed by a `Choose`.
import { expect, test } from "vitest";

const sources = import.meta.glob<string>("/src/**/*.svelte", {
  query: "?raw",
  import: "default",
  eager: true,
});
/** What changes a record, or hands the value to what does. */
const SAVES = /\b(rpc|update|write|commit|keep|save|apply|edit\.\w+)\(/;

test("no letter that is pressed on a closed list changes a record", () => {
  const lists = Object.entries(sources).flatMap(([file, source]) =>
    [...source.matchAll(/<(?:select|Pick)\b[^]*?(?:\/>|<option|<optgroup|\{#)/g)].map(([tag]) => ({
      file,
      tag,
    })),
  );
  expect(lists.length, "they are found").toBeGreaterThan(10);
  for (const { file, tag } of lists)
    expect(SAVES.test(tag), `${file} saves at once: ${tag}`).toBe(false);
});
