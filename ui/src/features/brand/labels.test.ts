import { expect, test } from "vitest";
import { labelCodec, withLabel } from "$features/brand/labels";

test("a wording joins those of its language and no other", () => {
  const labels = { en: { doc_due: "By" }, de: { doc_due: "Bis" } };
  expect(withLabel(labels, "en", "doc_risks", "Watch-outs")).toEqual({
    de: { doc_due: "Bis" },
    en: { doc_due: "By", doc_risks: "Watch-outs" },
  });
});

test("taking the last wording back leaves no empty language", () => {
  expect(withLabel({ en: { doc_due: "By" } }, "en", "doc_due", "")).toEqual({});
});

test("a wording keeps what is filled in", () => {
  const { read } = labelCodec("{start} to {end}");
  expect(read("from {start} until {end}")).toEqual({ value: "from {start} until {end}" });
  expect(read("from {start}")).toHaveProperty("refused", expect.stringContaining("{end}"));
  expect(read(" "), "nothing takes it back").toEqual({ value: "" });
});
