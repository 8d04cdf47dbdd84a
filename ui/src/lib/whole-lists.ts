// Requests for complete lists, defined once so that their cached answers are shared.
import type { Request } from "$lib/rpc";

/** All accounts: the portfolio sorts and filters them itself. */
export const allAccounts: Request<"account.list"> = {
  sort: [{ field: "name" }],
  page: { limit: 100_000 },
};

/** All plans of all accounts. */
export const allPlans: Request<"plan.list"> = { page: { limit: 100_000 } };
