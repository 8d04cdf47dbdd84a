import type { OpenOn, RunOverview } from "$lib/gen/wire";
import { expect, test } from "vitest";
import {
  burnFinding,
  byPhase,
  quarterFinding,
  quarterName,
  whyBehind,
} from "$features/checklist-portfolio/runs";

const late = (title: string, owner_side: "ours" | "customer", reason = "") => ({
  ...{ id: "s", title, due: "2026-11-01", days: 22, owner_side, reason },
});
const run = (phase: string, ...steps: ReturnType<typeof late>[]) =>
  ({
    phase,
    late: steps,
    state: steps.length > 0 ? "behind" : "on_track",
  }) as unknown as RunOverview;

test("a checklist that is behind says by which step, and whose it is", () => {
  expect(whyBehind(run("Begin"))).toBe("");
  expect(whyBehind(run("Begin", late("Give access", "customer")))).toBe(
    "Give access, the customer’s",
  );
  expect(
    whyBehind(run("Begin", late("Connect", "ours", "No VPN"), late("Give access", "customer"))),
  ).toBe("Connect, ours, blocked: No VPN; 1 more");
});

test("phases are counted, those with most behind first", () => {
  const runs = [run("Work"), run("Work"), run("Begin", late("Give access", "customer"))];
  expect(byPhase(runs)).toEqual([
    { phase: "Begin", runs: 1, behind: 1 },
    { phase: "Work", runs: 2, behind: 0 },
  ]);
});

test("a chart's title says what it shows", () => {
  const points = [9, 8, 8, 7, 5].map((open) => ({ day: "2026-11-23", open })) as OpenOn[];
  expect(burnFinding(points)).toBe("5 required steps are open, 4 fewer than four weeks ago");
  expect(burnFinding(points.slice(-1))).toBe("5 required steps are open");
  const quarter = { from: "2026-10-01", accounts: 2, median_days: 52, in_time: 0 };
  expect(quarterFinding([quarter], 45)).toBe("52 days, longer than 45");
  expect(quarterName("2026-10-01")).toBe("Q4 2026");
});
