// The outcome verbs of `npm run dev:fake`: verify, close, and simple checks of what is missing.
import type { Kind } from "$lib/gen/wire";
import { measure, objectiveProgress, workProgress } from "./progress";
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
  function arithmetic(objective: string) {
    const terms = store.of("criterion", objective).map((row) => ({
      id: row.id,
      name: String(row.name),
      weight: Number(row.weight),
      progress: measure(row, store.of("reading", row.id)).progress,
    }));
    const counted = terms.filter(({ progress }) => progress !== null);
    const weights = counted.reduce((sum, { weight }) => sum + weight, 0);
    const tasks = store
      .of("initiative", objective)
      .flatMap(({ id }) => store.of("task", id))
      .map(({ status }) => status);
    const count = (...own: string[]) =>
      tasks.filter((status) => own.includes(String(status))).length;
    return {
      criteria: terms.map((term) => {
        const share = term.progress === null || weights === 0 ? null : term.weight / weights;
        const product = share === null || term.progress === null ? null : share * term.progress;
        return { ...term, share, product };
      }),
      weights,
      sum: objectiveProgress(store, objective),
      tasks: {
        done: count("closed_success"),
        open: count("new", "work_in_progress", "blocked"),
        dropped: count("closed"),
      },
      work_progress: workProgress(store, [objective]),
    };
  }
  return {
    "objective.arithmetic": ({ id }) => [arithmetic(String(id)), []],
    "objective.verify": ({ id, version, confirmed_by, confirmed_on, words }) => {
      if (store.get(String(id)).stage !== "delivered")
        throw refuse("invalid_state", "stage", { reason: "not_delivered_yet" });
      const said = { confirmed_by, confirmed_on, confirmed_words: words };
      return change(id, version, { stage: "verified", ...said });
    },
    "objective.withdraw_verification": ({ id, version }) =>
      change(id, version, {
        ...{ stage: "delivered", confirmed_by: "", confirmed_on: null, confirmed_words: "" },
      }),
    "objective.correct_verification": ({ id, version, confirmed_by, confirmed_on, words }) =>
      change(id, version, { confirmed_by, confirmed_on, confirmed_words: words }),
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
