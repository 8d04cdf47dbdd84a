// @vitest-environment node
import { Linter } from "eslint";
import svelte from "eslint-plugin-svelte";
import { expect, test } from "vitest";
import rule from "./no-literal-text.js";

const linter = new Linter();
const refused = (code: string) =>
  linter
    .verify(
      code,
      [
        ...svelte.configs.base,
        {
          files: ["**/*.svelte"],
          plugins: { cairn: { rules: { "no-literal-text": rule } } },
          rules: { "cairn/no-literal-text": "error" },
        },
      ] as Linter.Config[],
      "a.svelte",
    )
    .map(({ ruleId, fatal }) => (fatal ? "fatal" : ruleId));

test.each([
  "<p>Hello</p>",
  '<button aria-label="Close"></button>',
  '<input placeholder={on ? "Name" : m.name()} />',
  "<p>{`Hello ${name}`}</p>",
  '<Field label="Name" />',
  "<p>名前</p>",
])("%s is refused", (code) => {
  expect(refused(code), "a reader of another language would be stuck").toContain(
    "cairn/no-literal-text",
  );
});

test.each([
  "<p>{m.hello()}</p>",
  "<span>·</span>",
  '<a class="open" href="#/portfolio">{name}</a>',
  "<style>p { color: red; }</style>",
])("%s is fine", (code) => {
  expect(refused(code), "nothing here is read by a person").toEqual([]);
});
