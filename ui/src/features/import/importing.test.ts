import { describe, expect, it } from "vitest";
import { kindsOf } from "$features/import/importing.svelte";

describe("a file to import", () => {
  it("is known by its ending, in any case", () => {
    expect(kindsOf("/tmp/Plan.XLSX ")).toEqual(["workbook", "checklist", "accounts", "contacts"]);
    expect(kindsOf("book.csv")[0]).toBe("accounts");
    expect(kindsOf("pilot.json")).toEqual(["template"]);
  });

  it("is none where nothing reads it", () => {
    expect(kindsOf("book.xls")).toEqual([]);
    expect(kindsOf("csv")).toEqual(["accounts", "contacts"]);
    expect(kindsOf("")).toEqual([]);
  });
});
