// The requests for whole lists, named once so that their cached answers are shared.
import type { Request } from "$lib/rpc";

/** Every account: the portfolio sorts and filters them where they are shown. */
export const allAccounts: Request<"account.list"> = {
  sort: [{ field: "name" }],
  page: { limit: 100_000 },
};

/** Every plan of every account. */
export const allPlans: Request<"plan.list"> = { page: { limit: 100_000 } };
