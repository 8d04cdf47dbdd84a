// Touchpoints, workshops and the timeline of the in-memory workspace.
import type { Kind } from "$lib/gen/wire";
import { TODAY } from "./defaults";
import { refuse, type Row, type Store } from "./store";

type Body = Record<string, unknown>;
type Answers = [unknown, Kind[]];

export function touch(store: Store): Record<string, (body: Body) => Answers> {
  const entry = (row: Row) => {
    const workshop = row.of_kind === "workshop";
    const tasks = store.of("task", row.id);
    const people = (workshop ? row.invited_ids : row.contact_ids) as string[];
    return {
      date: workshop ? String(row.starts_at ?? TODAY).slice(0, 10) : row.held_on,
      at: row.starts_at ?? null,
      title: row.title ?? row.subject,
      text: row.goal ?? row.notes,
      people: people.map((id) => String(store.get(id).name)),
      record: row.of_kind,
      id: row.id,
      plan_id: null,
      visibility: row.visibility,
      text_visibility: row.visibility,
      actions: tasks.length,
      open_actions: tasks.filter(({ status }) => !String(status).startsWith("closed")).length,
      kind: row.of_kind,
      ...(workshop
        ? { state: row.state, zone: row.zone }
        : {
            touchpoint_type: row.touchpoint_type,
            sentiment: row.sentiment,
            sponsor_present: row.sponsor_present,
          }),
    };
  };
  const time = (state: string) => (body: Body) => {
    const row = store.get(String(body.id));
    const changes = {
      state,
      starts_at: `${String(body.starts_at)}:00Z`,
      zone: row.zone ?? "Europe/Berlin",
    };
    return [store.view(store.update(row, row.version, changes)), ["workshop"]] as Answers;
  };
  return {
    "touchpoint.log": ({ request_id: _, actions, people, learned: __, ...fields }) => {
      if (!fields.subject && !fields.notes) throw refuse("invalid", "subject", { reason: "empty" });
      const subject = fields.subject ?? String(fields.notes).split("\n")[0];
      const row = store.create("touchpoint", { ...fields, subject });
      const made = ((actions ?? []) as Body[]).map((action) =>
        store.view(store.create("task", { ...action, touchpoint_id: row.id })),
      );
      return [
        {
          touchpoint: store.view(row),
          actions: made,
          people: people ?? [],
          warnings: made.length === 0 ? ["no_actions"] : [],
        },
        ["touchpoint", "task"],
      ];
    },
    "workshop.schedule": time("scheduled"),
    "workshop.done": time("done"),
    "account.timeline": ({ id, kinds, search }) => {
      const all = (["touchpoint", "workshop"] as const)
        .filter((kind) => !kinds || (kinds as string[]).includes(kind))
        .flatMap((kind) => store.of(kind, String(id)))
        .map(entry)
        .filter(({ title, text }) =>
          `${String(title)} ${String(text)}`
            .toLowerCase()
            .includes(String(search ?? "").toLowerCase()),
        )
        .sort((a, b) => String(b.date).localeCompare(String(a.date)));
      return [{ items: all, total: all.length }, []];
    },
    "onboarding.handbook": () => [
      {
        ...{ success_tier: null, time_to_engage: 14, kickoff: 14, second_call: 30 },
        ...{ time_to_first_value: 30, time_to_onboard: 45, stuck_after: 14, not_engaged_after: 90 },
      },
      [],
    ],
    "onboarding.measures": ({ account_id: id }) => {
      const account = store.get(String(id));
      const one = (days: number | null, target: number, state: string) => ({
        days,
        target,
        state,
        forecast: null,
        from: [
          { date: "2026-11-02", kind: "account", id, title: account.name, field: "customer_since" },
        ],
      });
      const item = {
        account_id: id,
        account: account.name,
        open: true,
        delay_reason: account.onboarding_delay_reason,
        needs_reason: !account.onboarding_delay_reason,
        time_to_engage: one(9, 14, "met"),
        time_to_first_value: one(null, 30, "on_track"),
        time_to_onboard: { ...one(null, 45, "behind"), forecast: "2027-01-08" },
        kickoff: one(9, 14, "met"),
        second_call: one(33, 30, "missed"),
        not_engaged: false,
        is_late: true,
      };
      return [{ items: [item] }, []];
    },
  };
}

/** What happened with an account lately. */
export function met(store: Store, account: string): void {
  const people = store.of("contact", account).map(({ id }) => id);
  const call = store.create("touchpoint", {
    account_id: account,
    subject: "Cadence call: pipelines of the shop team",
    held_on: "2026-11-18",
    our_attendees: ["Ana Lindqvist"],
    contact_ids: people.slice(0, 2),
    sentiment: "positive",
    notes:
      "Main branch failures are down to one in nine.\nThe review rules come before the next teams begin.",
  });
  store.create("task", {
    touchpoint_id: call.id,
    title: "Send the review rules of two other teams",
    owner: "Ana Lindqvist",
    due: "2026-11-27",
  });
  store.create("touchpoint", {
    account_id: account,
    subject: "Dates of the executive business review",
    touchpoint_type: "email",
    held_on: "2026-11-11",
    contact_ids: people.slice(0, 1),
    notes: "The later of the two dates.",
  });
  store.create("workshop", {
    account_id: account,
    title: "Security policy lab",
    state: "scheduled",
    starts_at: "2026-12-10T08:00:00Z",
    zone: "Asia/Tokyo",
    minutes: 120,
    invited_ids: people.slice(1, 3),
    goal: "Each group writes and tests one policy.",
  });
}
