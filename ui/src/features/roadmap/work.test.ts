import { expect, test } from "vitest";
import { toDay as d } from "$features/roadmap/axis";
import { Work } from "$features/roadmap/work";

const work = new Work(
  {
    ours: ["2026-11-21", "2026-11-22", "2026-11-28", "2026-11-29"],
    customer: ["2026-11-26", "2026-11-27", "2026-11-28", "2026-11-29"],
    named: [
      { date: "2026-11-26", side: "customer", name: "Thanksgiving" },
      { date: "2026-11-27", side: "customer", name: "" },
    ],
  },
  d("2026-11-16"),
  d("2026-11-30"),
);

test("a bar is as long as its side works, and never shorter than a day", () => {
  expect(work.length("ours", d("2026-11-20"), d("2026-11-23")), "over our weekend").toBe(2);
  expect(work.length("customer", d("2026-11-20"), d("2026-11-23")), "they work through it").toBe(4);
  expect(work.length("ours", d("2026-11-21"), d("2026-11-22"))).toBe(1);
});

test("days between two dates are signed", () => {
  expect(work.between("ours", d("2026-11-20"), d("2026-11-24"))).toBe(2);
  expect(work.between("ours", d("2026-11-24"), d("2026-11-20"))).toBe(-2);
  expect(
    work.between("ours", d("2026-11-20"), d("2026-11-22")),
    "a weekend later is no day later",
  ).toBe(0);
});

test("days off in a row are one span to shade", () => {
  expect(work.off("customer", d("2026-11-16"), d("2026-11-30"))).toEqual([
    { from: d("2026-11-26"), to: d("2026-11-29") },
  ]);
  expect(work.off("ours", d("2026-11-23"), d("2026-11-27")), "only what can be seen").toEqual([]);
});

test("a day off has the name that its calendar gives it", () => {
  expect(work.nameOf("customer", d("2026-11-26"))).toBe("Thanksgiving");
  expect(work.nameOf("ours", d("2026-11-26")), "it is theirs").toBeNull();
  expect(work.nameOf("customer", d("2026-11-27")), "nobody named it").toBeNull();
});
