import { expect, test } from "vitest";
import { setRegion } from "$lib/format/locale";
import { size } from "$lib/format/size";

test("sizes are short, and never a thousand of the smaller unit", () => {
  setRegion("US");
  expect([0, 999, 1000, 48_213, 999_499, 999_500, 1_203_114].map(size)).toEqual([
    "0 B",
    "999 B",
    "1 kB",
    "48 kB",
    "999 kB",
    "1 MB",
    "1.2 MB",
  ]);
});
