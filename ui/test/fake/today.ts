// What needs somebody, and the checklists of all accounts, as `npm run dev:fake` shows them: tasks by their day, and
// a few made-up rows of each other kind.
import type { Kind, RunOverview, TodayItem } from "$lib/gen/wire";
import { TODAY } from "./defaults";
import type { Row, Store } from "./store";

const daysSince = (day: string) => Math.round((Date.parse(TODAY) - Date.parse(day)) / 86_400_000);
const ahead = (days: number) =>
  new Date(Date.parse(TODAY) + days * 86_400_000).toISOString().slice(0, 10);

function item(store: Store, row: Row, fields: Partial<TodayItem>): TodayItem {
  const account = store.up(row, "account");
  const { of_kind: kind, id, version } = row;
  return {
    ...{ kind, id, version, title: String(row.title ?? row.name) },
    ...{ reason: "due", urgency: "soon", owner: String(row.owner ?? ""), due: null, days: null },
    ...{ limit: null, detail: "", starts_at: null, checklist_id: null },
    account_id: account?.id,
    account: account?.name,
    plan_id: store.up(row, "plan")?.id ?? null,
    ...fields,
  } as TodayItem;
}

export const today = (store: Store) => ({
  "today.list": (): [unknown, Kind[]] => {
    const open = store
      .of("task")
      .filter((row) => row.due && !String(row.status).startsWith("closed"));
    const items = open.flatMap((row) => {
      const days = daysSince(String(row.due));
      if (days < -7) return [];
      const urgency = days > 0 ? "late" : days === 0 ? "today" : "soon";
      const theirs = row.owner_side === "customer" ? "waiting_on_customer" : null;
      const reason = row.status === "blocked" ? "blocked" : (theirs ?? (days > 0 ? "late" : "due"));
      const detail = String(row.blocked_reason ?? "");
      return item(store, row, { reason, urgency, due: String(row.due), days, detail });
    });
    const [account] = store.of("account");
    const [plan] = store.of("plan");
    const cared: TodayItem[] = account
      ? [
          item(store, account, {
            reason: "recap_owed",
            urgency: "late",
            title: "Cadence call",
            due: ahead(-2),
            days: 2,
          }),
          item(store, account, {
            reason: "workshop_next",
            urgency: "soon",
            title: "Runner fleet",
            due: ahead(2),
            days: -2,
            starts_at: `${ahead(2)}T08:00:00Z`,
          }),
          item(store, account, { reason: "ebr_overdue", urgency: "watch", days: 406, limit: 365 }),
        ]
      : [];
    const quiet = plan
      ? [item(store, plan, { reason: "plan_quiet", urgency: "watch", days: 63, limit: 60 })]
      : [];
    const order = ["late", "today", "soon", "watch"];
    const all = [...items, ...cared, ...quiet].sort(
      (a, b) =>
        order.indexOf(a.urgency) - order.indexOf(b.urgency) || (b.days ?? 0) - (a.days ?? 0),
    );
    return [{ today: TODAY, items: all }, []];
  },
  "onboarding.portfolio": (): [unknown, Kind[]] => {
    const late = [
      {
        id: "s1",
        title: "SSO for all users",
        due: ahead(-9),
        days: 9,
        owner_side: "customer",
        reason: "",
      },
      { id: "s2", title: "Second call", due: ahead(-1), days: 1, owner_side: "ours", reason: "" },
    ];
    const runs = store.of("account").map((account, at) => ({
      ...{
        id: `run-${String(at)}`,
        title: "Ultimate onboarding",
        account_id: account.id,
        account: account.name,
      },
      ...{
        is_primary: true,
        days: 38 - at * 9,
        phase: at % 2 ? "Kickoff" : "Technical onboarding",
      },
      ...{
        required_total: 18,
        required_over: 7 + at,
        ends_on: ahead(7 + at * 6),
        delay_reason: "",
        state: at % 2 ? "on_track" : "behind",
        not_engaged: false,
      },
      late: at % 2 ? [] : late,
    })) as unknown as RunOverview[];
    const burn_down = [14, 14, 22, 21, 19, 18, 15, 14, 12].map((open, at, all) => ({
      ...{ day: ahead((at - all.length + 1) * 7), open },
    }));
    const taken = (days: number[]) =>
      days.map((median_days, at) => ({
        ...{
          from: `2026-0${String(at * 3 + 1)}-01`,
          accounts: 3 + at,
          median_days,
          in_time: at * 2,
        },
      }));
    const quarters = {
      ...{ time_to_engage: taken([16, 9, 11]), kickoff: taken([18, 14, 12]) },
      ...{ second_call: taken([35, 31, 27]), time_to_first_value: taken([52, 33, 29]) },
      time_to_onboard: taken([61, 48, 41]),
    };
    const targets = {
      ...{ success_tier: null, time_to_engage: 14, time_to_first_value: 30, time_to_onboard: 45 },
      ...{ kickoff: 14, second_call: 30, stuck_after: 14, not_engaged_after: 90 },
    };
    return [{ runs, burn_down, quarters, targets }, []];
  },
});
