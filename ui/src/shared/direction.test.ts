// Text that is written right to left is typed and read as it runs, in every field.
import { expect, test } from "vitest";

const sources = import.meta.glob<string>("/src/**/*.svelte", {
  query: "?raw",
  import: "default",
  eager: true,
});
/** What no words are typed into. */
const NO_WORDS = /type="(checkbox|radio|number|range|color)"|inputmode="numeric"/;

test("a field runs the way of what is typed into it", () => {
  const fields = Object.entries(sources).flatMap(([file, source]) =>
    [...source.matchAll(/<(?:input|textarea|Command\.Input|Combobox\.Input)\b[^]*?(?:\/>|><)/g)]
      .map(([tag]) => tag)
      .filter((tag) => !NO_WORDS.test(tag))
      .map((tag) => ({ file, tag })),
  );
  expect(fields.length, "they are found").toBeGreaterThan(10);
  for (const { file, tag } of fields) {
    // The two of `EditInput` share their attributes.
    const shared = tag.includes("{...shared}") && sources[file]?.includes('dir: "auto"');
    expect(shared === true || tag.includes('dir="auto"'), `${file}: ${tag}`).toBe(true);
  }
});
