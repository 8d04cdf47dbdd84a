// The outcome verbs of `npm run dev:fake`: verify, close, and simple checks of what is missing.
import type { Kind } from "$lib/gen/wire";
import { refuse, type Store } from "./store";

type Body = Record<string, unknown>;
type Answers = [unknown, Kind[]];

export function outcomes(store: Store): Record<string, (body: Body) => Answers> {
  const change = (id: unknown, version: unknown, fields: Body): Answers => {
    const row = store.update(store.get(String(id)), version, fields);
    return [store.view(row), ["objective"]];
  };
  const lacks = (id: unknown, fields: string[]) =>
    fields.filter((field) => !store.get(String(id))[field]);
  return {
    "objective.verify": ({ id, version, confirmed_by, confirmed_on, words }) => {
      if (store.get(String(id)).stage !== "delivered")
        throw refuse("invalid_state", "stage", { reason: "not_delivered_yet" });
      const said = { confirmed_by, confirmed_on, confirmed_words: words };
      return change(id, version, { stage: "verified", ...said });
    },
    "objective.close": ({ id, version, status, reason, outcome_summary }) =>
      change(id, version, { status, close_reason: reason, summary_of_outcome: outcome_summary }),
    "objective.viewer_check": ({ id }) => {
      const missing = lacks(id, ["use_case", "due", "summary"]);
      return [{ appears: missing.length === 0, missing }, []];
    },
    "objective.smart_check": ({ id }) => {
      const missing = lacks(id, ["owner", "customer_owner"]);
      return [{ hints: missing.length > 0 ? [{ part: "achievable", missing }] : [] }, []];
    },
  };
}
