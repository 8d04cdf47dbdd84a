import { expect, test } from "vitest";
import { valueWords } from "$features/records/field-words";

test("lists and their rows are read as words", () => {
  expect(valueWords(["monday", "tuesday"])).toBe("Mon, Tue");
  expect(valueWords([{ role: "AE", name: "Tom" }])).toBe("AE Tom");
  expect(valueWords([]), "an emptied list is nothing").toBe("–");
});

test("what only programs can read is named", () => {
  expect(valueWords("00000000-0000-7000-8000-000000000001")).toBe("another record");
  expect(valueWords("a".repeat(64))).toBe("a file");
});
