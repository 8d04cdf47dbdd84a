import { describe, expect, it } from "vitest";
import { causes, problemWords, rowsWords } from "$features/import/causes";

describe("what is wrong with a file", () => {
  const gold = (row: number) => ({
    row,
    field: "success_tier",
    message: "“Gold” is none of: signature.",
  });

  it("is said once for all rows that have it", () => {
    const found = causes([gold(3), { message: "Say the currency.", field: "currency" }, gold(7)]);
    expect(found.map(({ problem, rows }) => [problem.field, rows])).toEqual([
      ["success_tier", [{ row: 3 }, { row: 7 }]],
      ["currency", []],
    ]);
  });

  it("keeps apart what differs in its words or its field", () => {
    const other = { ...gold(4), message: "“Silver” is none of: signature." };
    expect(causes([gold(3), other, { ...gold(5), field: "priority" }])).toHaveLength(3);
  });

  it("does not say the program's name of a field behind the field's own", () => {
    const refused = { field: "licensed_seats", message: "licensed_seats must not be negative." };
    expect(problemWords(refused)).toBe("must not be negative.");
    expect(problemWords({ field: "arr", message: "“x” is no amount." })).toBe("“x” is no amount.");
  });

  it("names the rows, and the sheet once", () => {
    expect(rowsWords([{ row: 2 }, { row: 5 }])).toBe("2, 5");
    expect(
      rowsWords([
        { sheet: "Tasks", row: 2 },
        { sheet: "Tasks", row: 5 },
      ]),
    ).toBe("Tasks 2, 5");
    expect(
      rowsWords(
        [1, 2, 3].map((row) => ({ row })),
        2,
      ),
    ).toBe("1, 2, …");
  });
});
