import { expect, test } from "vitest";
import { uuidv7 } from "$lib/uuid";

test("an id carries its time, its version and its variant", () => {
  const id = uuidv7(0x0192_f5a1_b2c3, new Uint8Array(10).fill(0xff));
  expect(id, "RFC 9562: time first, then 7, then 8 to b").toBe(
    "0192f5a1-b2c3-7fff-bfff-ffffffffffff",
  );
});

test("two ids of one moment differ", () => {
  expect(uuidv7(1), "the tail is random").not.toBe(uuidv7(1));
});
