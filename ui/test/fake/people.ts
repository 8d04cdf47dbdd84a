// Who works at the made-up customer.
import type { Store } from "./store";

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
