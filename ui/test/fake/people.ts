// Who works at the made-up customer, and where those who left are still named.
import type { Kind } from "$lib/gen/wire";
import type { Row, Store } from "./store";

export function people(store: Store, account_id: string): void {
  const person = (fields: Record<string, unknown>) =>
    store.create("contact", { account_id, ...fields }).id;
  const cto = person({
    name: "Mara Voss",
    title: "Chief Technology Officer",
    persona: "executive_sponsor",
    influence: "high",
    sentiment: "positive",
    email: "mara.voss@example.com",
  });
  const platform = person({
    name: "Jonas Keller",
    title: "Head of Platform",
    persona: "champion",
    influence: "high",
    sentiment: "positive",
    email: "jonas.keller@example.com",
    reports_to: cto,
  });
  person({
    name: "Ewa Zielińska",
    title: "AppSec lead",
    persona: "security_lead",
    influence: "medium",
    sentiment: "neutral",
    reports_to: cto,
  });
  person({
    name: "田中 明",
    title: "Release manager",
    persona: "influencer",
    influence: "low",
    sentiment: "negative",
    reports_to: platform,
  });
  person({
    name: "Piet van Dijk",
    title: "Platform engineer",
    persona: "gitlab_admin",
    reports_to: platform,
    left_on: "2026-09-30",
  });
}

/** The fields that name somebody at the customer. */
const NAMING: Partial<Record<Kind, string>> = {
  plan: "sponsor",
  objective: "customer_owner",
  initiative: "customer_dri",
  task: "owner",
};

export const leaving = (store: Store) => ({
  "account.tasks": ({ account_id }: Record<string, unknown>): [unknown, Kind[]] => {
    const talks = ["touchpoint", "workshop"] as const;
    const homes = talks.flatMap((kind) => store.of(kind, String(account_id)).map(({ id }) => id));
    const tasks = [String(account_id), ...homes].flatMap((home) => store.of("task", home));
    return [tasks.map((row) => store.view(row)), []];
  },
  "contact.places": ({ account_id }: Record<string, unknown>): [unknown, Kind[]] => {
    const open = (row: Row) => !String(row.status).startsWith("closed") && !row.deleted_at;
    const left = store.of("contact", String(account_id)).filter((row) => row.left_on);
    const places = left.flatMap(({ id, name }) =>
      Object.entries(NAMING).flatMap(([kind, field]) =>
        [...store.rows.values()]
          .filter((row) => row.of_kind === kind && row[field] === name && open(row))
          .map((row) => ({
            contact_id: id,
            contact: name,
            kind,
            id: row.id,
            title: row.title,
            field,
            plan_id: store.up(row, "plan")?.id ?? null,
          })),
      ),
    );
    return [places, []];
  },
});
