// A small made-up book of customers for the in-memory workspace.
import { met } from "./touch";
import { put } from "./blobs";
import { onboarding } from "./checklists";
import { people } from "./people";
import type { Store } from "./store";

const eur = (amount: number) => ({ minor: amount * 100, currency: "EUR" });

export function fill(store: Store): void {
  const account = (fields: Record<string, unknown>) => store.create("account", fields).id;
  const nordwind = account({
    name: "Nordwind AG",
    success_tier: "signature",
    priority: "pr1",
    lifecycle_stage: "enable",
    country: "DE",
    time_zone: "Europe/Berlin",
    arr: eur(540_000),
    renewal_date: "2027-09-20",
    subscription_plan: "ultimate",
    licensed_seats: 1200,
    segment: "Enterprise",
    region: "EMEA",
    industry: "Retail",
    city: "Hamburg",
    other_sites: ["Leipzig", "Gdańsk"],
    sentiment: "green",
    sentiment_date: "2026-11-10",
    sentiment_reason: "The sponsor asked us to join the board review.",
    hosting: "sm_cloud",
    product_version: "18.5",
    customer_since: "2023-02-01",
    fiscal_year_start: 2,
    tool_stack: [
      { area: "ci", tool: "Jenkins" },
      { area: "agile", tool: "Jira" },
    ],
    account_team: [
      { role: "AE", name: "Tom Okafor" },
      { role: "SA", name: "Priya Raman" },
    ],
    links: [{ system: "CRM", id: "0014H00002", url: "https://crm.example.com/nordwind" }],
  });
  const borealis = account({
    name: "Borealis Health",
    success_tier: "signature",
    priority: "pr2",
    lifecycle_stage: "onboard",
    arr: eur(240_000),
    renewal_date: "2027-06-23",
  });
  account({
    name: "株式会社北風",
    success_tier: "signature",
    priority: "pr1",
    lifecycle_stage: "expand",
    arr: eur(620_000),
    renewal_date: "2026-12-31",
  });
  account({
    name: "City of Ravenna",
    success_tier: "advanced",
    priority: "pr3",
    lifecycle_stage: "enable",
    arr: eur(180_000),
    renewal_date: "2027-03-23",
  });
  account({
    name: "Fjord Foods",
    success_tier: "essentials",
    priority: "pr3",
    lifecycle_stage: "optimize_renew",
    arr: eur(95_000),
    renewal_date: "2026-11-12",
  });
  account({ name: "شركة الشمال", lifecycle_stage: "align", arr: eur(130_000) });
  store.create("plan", { account_id: borealis, title: "First value in 45 days" });
  store.create("plan", { account_id: nordwind, title: "Success plan FY26", status: "completed" });
  const plan = store.create("plan", {
    account_id: nordwind,
    title: "Success plan FY27",
    status: "active",
    period_start: "2026-02-01",
    period_end: "2027-01-31",
    sponsor: "CTO",
    strategy:
      "One platform instead of seven tools, so that a change reaches customers within a day.",
  }).id;

  const objective = (fields: Record<string, unknown>) =>
    store.create("objective", { plan_id: plan, ...fields }).id;
  const criterion = (
    objective_id: string,
    fields: Record<string, unknown>,
    values: [string, number][],
  ) => {
    const { id } = store.create("criterion", { objective_id, ...fields });
    for (const [date, value] of values)
      store.create("reading", { criterion_id: id, date, value, evidence: "Value stream report" });
  };
  const initiative = (
    objective_id: string,
    fields: Record<string, unknown>,
    tasks: Record<string, unknown>[],
  ) => {
    const { id } = store.create("initiative", { objective_id, ...fields });
    for (const task of tasks) store.create("task", { initiative_id: id, ...task });
  };
  const lead = objective({
    title: "Cut the lead time from commit to production in half",
    status: "on_track",
    stage: "accepted",
    owner: "CSA",
    customer_owner: "Head of Platform",
    use_case: "cd",
    priority: "high",
    due: "2027-06-30",
    business_impact: "“A fix used to take three weeks to reach a shop. Now it takes days.”",
    summary: "Changes wait in queues, not in work.",
  });
  criterion(
    lead,
    {
      name: "Median lead time for changes",
      unit: "days",
      direction: "lower_is_better",
      kind: "duration",
      baseline: 20,
      target: 10,
      target_date: "2027-06-30",
    },
    [
      ["2026-05-20", 20],
      ["2026-06-22", 19],
      ["2026-08-20", 17],
      ["2026-10-21", 14],
      ["2026-11-20", 12.5],
    ],
  );
  criterion(
    lead,
    {
      name: "Main branch pipelines that fail",
      unit: "%",
      direction: "lower_is_better",
      kind: "percent",
      baseline: 30,
      target: 5,
      target_date: "2027-03-31",
    },
    [
      ["2026-05-20", 29],
      ["2026-06-22", 26],
      ["2026-08-20", 25],
      ["2026-10-21", 14],
      ["2026-11-20", 11],
    ],
  );
  initiative(
    lead,
    {
      title: "Move 40 services to shared templates",
      status: "on_track",
      dri: "CSA",
      customer_dri: "Platform",
      due: "2027-03-12",
    },
    [
      {
        title: "Agree the template set with the platform team",
        status: "closed_success",
        done_date: "2026-10-02",
        owner: "CSA",
      },
      {
        title: "Pilot with five services",
        status: "work_in_progress",
        due: "2026-12-04",
        owner: "Platform",
        owner_side: "customer",
      },
      {
        title: "All 40 services moved",
        due: "2027-03-12",
        owner: "Platform",
        owner_side: "customer",
        milestone: true,
      },
    ],
  );
  initiative(
    lead,
    {
      title: "Runner fleet guidance and right-sizing",
      status: "watchpoint",
      dri: "CSA",
      due: "2026-11-27",
    },
    [
      {
        title: "Share the sizing sheet",
        status: "blocked",
        blocked_reason: "Waits for the cost report.",
        due: "2026-11-20",
        owner: "CSA",
        visibility: "internal",
      },
    ],
  );
  const scan = objective({
    title: "Every release scanned before it ships",
    status: "watchpoint",
    owner: "CSA",
    customer_owner: "AppSec lead",
    use_case: "security",
  });
  criterion(
    scan,
    {
      name: "Projects with all four scanners on",
      unit: "%",
      kind: "percent",
      baseline: 8,
      target: 80,
      target_date: "2027-09-30",
    },
    [
      ["2026-06-22", 9],
      ["2026-08-20", 14],
      ["2026-11-20", 22],
    ],
  );
  criterion(
    scan,
    {
      name: "Critical findings older than 30 days",
      unit: "count",
      kind: "count",
      direction: "lower_is_better",
      baseline: 40,
      target: 0,
      target_date: "2027-09-30",
    },
    [
      ["2026-06-20", 40],
      ["2026-07-22", 41],
      ["2026-08-24", 38],
      ["2026-09-25", 42],
      ["2026-10-23", 44],
      ["2026-11-20", 46],
    ],
  );
  initiative(
    scan,
    { title: "Hands-on security lab for 24 developers", dri: "CSA", due: "2026-12-09" },
    [],
  );
  people(store, nordwind);
  onboarding(store, nordwind);
  met(store, nordwind);
  const reading = store.of("reading").at(4);
  const { hash } = put("/home/ana/value-stream.png");
  if (reading)
    store.create("attachment", { reading_id: reading.id, name: "value-stream.png", hash });
  store.create("attachment", {
    account_id: nordwind,
    name: "Kick-off minutes.pdf",
    hash: put("/home/ana/Kick-off minutes.pdf").hash,
  });
  store.create("task", {
    account_id: nordwind,
    title: "Ask for the new org chart",
    owner: "Ana Lindqvist",
    due: "2026-11-30",
  });
  objective({ title: "New teams productive in their first week", owner: "CSA" });
}
