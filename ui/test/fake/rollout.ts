// Plans for looking at the roadmap: one that could be real, and one of 5,000 tasks.
import type { Kind } from "$lib/gen/wire";
import type { Store } from "./store";

type Body = Record<string, unknown>;

/** A plan whose tasks have dates and follow each other. */
export function rollout(store: Store, account_id: string): void {
  const plan = {
    account_id,
    title: "Rollout FY27",
    status: "active",
    period_start: "2026-11-01",
    period_end: "2027-09-30",
  };
  const plan_id = store.create("plan", plan).id;
  const objective = (title: string, fields: Body = {}) =>
    store.create("objective", { plan_id, title, owner: "CSA", ...fields }).id;
  const initiative = (objective_id: string, title: string, fields: Body) =>
    store.create("initiative", { objective_id, title, ...fields }).id;
  const task = (
    initiative_id: string,
    title: string,
    start: string | null,
    due: string,
    fields: Body = {},
  ) => store.create("task", { initiative_id, title, start, due, ...fields }).id;
  const link = (predecessor_id: string, successor_id: string, lag_days = 0) =>
    store.create("dependency" as Kind, { predecessor_id, successor_id, lag_days, title: "-" });

  const lead = objective("Lead time in half", { status: "on_track" });
  const shared = initiative(lead, "Templates for 40 services", {
    dri: "Platform",
    status: "on_track",
    due: "2027-03-12",
  });
  const ours = { owner: "Platform", owner_side: "customer" };
  const pilot = task(shared, "Pilot: 5 services", "2026-11-04", "2026-11-13", {
    ...ours,
    status: "closed_success",
    done_date: "2026-11-12",
  });
  const first = task(shared, "Wave 1: 15 services", "2026-11-18", "2027-01-29", {
    ...ours,
    status: "work_in_progress",
  });
  const second = task(shared, "Wave 2: 20 services", "2027-02-01", "2027-03-12", ours);
  const mark = task(shared, "Lead time 12 days", null, "2027-03-19", {
    owner: "CSA",
    milestone: true,
  });
  link(pilot, first);
  link(first, second);
  link(second, mark);
  const runners = initiative(lead, "Runner fleet guidance", {
    dri: "CSA",
    status: "watchpoint",
    due: "2026-11-27",
  });
  task(runners, "Share the sizing sheet", "2026-11-09", "2026-11-27", {
    owner: "CSA",
    status: "blocked",
    blocked_reason: "Waits for the cost report.",
  });
  task(runners, "Talk to procurement about the discount", "2026-11-16", "2026-12-04", {
    owner: "CSA",
    visibility: "internal",
  });
  const scan = objective("Every release scanned", { status: "watchpoint" });
  const policies = initiative(scan, "Policy rollout, phase 2", {
    dri: "AppSec",
    status: "watchpoint",
    due: "2027-02-05",
  });
  const lab = task(policies, "Hands-on security lab", "2026-12-01", "2026-12-02", {
    owner: "CSA",
  });
  const groups = task(policies, "Policies on 12 groups", "2026-12-03", "2027-01-18", {
    owner: "AppSec",
  });
  const review = task(policies, "Phase 2 review", "2027-01-21", "2027-01-28", { owner: "AppSec" });
  const half = task(policies, "Half of projects scanned", null, "2027-01-29", {
    owner: "AppSec",
    milestone: true,
  });
  link(lab, groups);
  link(groups, review, 2);
  link(review, half);
  const teams = objective("New teams in a week");
  initiative(teams, "Developer journey workshops", { dri: "CSA", due: "2027-04-30" });
}

/** 40 objectives, 5,000 tasks, 6,000 dependencies. */
export function large(store: Store, account_id: string): void {
  const plan_id = store.create("plan", { account_id, title: "Large", status: "active" }).id;
  const day = (n: number) =>
    new Date(Date.UTC(2026, 0, 5) + n * 86_400_000).toISOString().slice(0, 10);
  const tasks: string[] = [];
  for (let o = 0; o < 40; o += 1) {
    const objective_id = store.create("objective", { plan_id, title: `Objective ${o + 1}` }).id;
    for (let i = 0; i < 5; i += 1) {
      const title = `Initiative ${o + 1}.${i + 1}`;
      const initiative_id = store.create("initiative", { objective_id, title }).id;
      for (let t = 0; t < 25; t += 1) {
        const start = (o * 29 + i * 31 + t * 17) % 700;
        const fields = {
          initiative_id,
          title: `Task ${tasks.length + 1}`,
          owner: `Owner ${t % 12}`,
          start: day(start),
          due: day(start + 4 + (t % 19)),
          status: t % 5 === 0 ? "work_in_progress" : "new",
          milestone: t === 24,
        };
        tasks.push(store.create("task", fields).id);
      }
    }
  }
  for (let n = 0; n < 6000; n += 1) {
    const before = n % 4990;
    const fields = {
      predecessor_id: tasks[before],
      successor_id: tasks[before + (n < 4990 ? 1 : 7)],
      lag_days: 0,
      title: "-",
    };
    store.create("dependency" as Kind, fields);
  }
}
