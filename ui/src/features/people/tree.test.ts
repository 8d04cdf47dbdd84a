import { expect, test } from "vitest";
import { managersFor, reportingTree } from "$features/people/tree";
import type { Contact } from "$lib/model";

const person = (id: string, reports_to: string | null = null) =>
  ({ id, name: id, reports_to }) as Contact;
const drawn = (contacts: Contact[]) =>
  reportingTree(contacts, "en").map(({ contact, depth }) => `${"-".repeat(depth)}${contact.id}`);

test("everybody stands under the one they report to, by name", () => {
  expect(drawn([person("b", "a"), person("d", "b"), person("c", "a"), person("a")])).toEqual([
    "a",
    "-b",
    "--d",
    "-c",
  ]);
});

test("a line begins at the one above: the manager, or the last beside", () => {
  const tree = reportingTree(
    [person("a"), person("b", "a"), person("c", "b"), person("d", "a")],
    "en",
  );
  expect(tree.map(({ contact, up, beside }) => [contact.id, up, beside])).toEqual([
    ["a", 0, false],
    ["b", 1, false],
    ["c", 1, false],
    ["d", 2, true],
  ]);
});

test("a line to somebody who is gone, or a circle, loses nobody", () => {
  expect(drawn([person("a", "gone"), person("b", "c"), person("c", "b")])).toEqual([
    "a",
    "b",
    "-c",
  ]);
});

test("nobody can be made to report to themselves or to one of their own", () => {
  const [a, b, c, d] = [person("a"), person("b", "a"), person("c", "b"), person("d")];
  expect(managersFor(b, [a, b, c, d]).map(({ id }) => id)).toEqual(["a", "d"]);
});
