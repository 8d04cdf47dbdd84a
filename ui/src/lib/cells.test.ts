import { expect, test } from "vitest";
import { html, tsv } from "$lib/cells";

test("rows become tabs and lines, and nothing inside a cell breaks them apart", () => {
  expect(
    tsv([
      ["Nordwind AG", "2027-09-20"],
      ["two\nlines\tand a tab", "x"],
    ]),
  ).toBe("Nordwind AG\t2027-09-20\ntwo lines and a tab\tx");
});

test("no cell is taken for a formula or for markup", () => {
  expect(tsv([["=1+1", "-5"]]), "a negative number stays one").toBe("'=1+1\t-5");
  expect(html([["<b>&"]])).toBe("<table><tr><td>&#60;b&#62;&#38;</td></tr></table>");
});
