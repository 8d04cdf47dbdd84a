import { expect, test } from "vitest";
import { worded } from "$features/brand/labels";

test("a wording joins those of its language and no other", () => {
  const labels = { en: { doc_due: "By" }, de: { doc_due: "Bis" } };
  expect(worded(labels, "en", "doc_risks", "Watch-outs")).toEqual({
    de: { doc_due: "Bis" },
    en: { doc_due: "By", doc_risks: "Watch-outs" },
  });
});

test("taking the last wording back leaves no empty language", () => {
  expect(worded({ en: { doc_due: "By" } }, "en", "doc_due", "")).toEqual({});
});
