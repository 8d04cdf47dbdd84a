// What the portfolio shows of each account: one row, its sort values and its filter text.
// Pure; the table is features/accounts/PortfolioTable.svelte.
import { daysBetween } from "$lib/format/dates";
import { money } from "$lib/format/numbers";
import { lifecycleStage, priority, successTier } from "$lib/i18n/words";
import type { Account, Money, Plan } from "$lib/model";

export interface PortfolioRow {
  account: Account;
  /** Plans that are worked on first: active, then draft, then the rest. */
  plans: Plan[];
  /** Days to the renewal, negative once it has passed; undefined without a date. */
  renewsIn: number | undefined;
  words: string;
}

const ORDER = { active: 0, draft: 1, completed: 2, archived: 3 } as const;

export function portfolioRows(accounts: Account[], plans: Plan[], today: string): PortfolioRow[] {
  const byAccount = new Map<string, Plan[]>();
  for (const plan of plans)
    byAccount.set(plan.account_id, [...(byAccount.get(plan.account_id) ?? []), plan]);
  return accounts.map((account) => ({
    account,
    plans: (byAccount.get(account.id) ?? []).sort((a, b) => ORDER[a.status] - ORDER[b.status]),
    renewsIn: account.renewal_date ? daysBetween(today, account.renewal_date) : undefined,
    words: [
      account.name,
      account.success_tier && successTier[account.success_tier](),
      account.priority && priority[account.priority](),
      lifecycleStage[account.lifecycle_stage](),
    ]
      .filter(Boolean)
      .join(" ")
      .toLocaleLowerCase(),
  }));
}

/** The rows that hold every word of `text`. */
export function filterRows(rows: PortfolioRow[], text: string): PortfolioRow[] {
  const words = text.toLocaleLowerCase().split(/\s+/).filter(Boolean);
  return words.length === 0
    ? rows
    : rows.filter((row) => words.every((word) => row.words.includes(word)));
}

/** ARR per currency, largest first: amounts of different currencies are never added. */
export function arrTotals(accounts: Account[]): string[] {
  const sums = new Map<string, number>();
  for (const { arr } of accounts)
    if (arr) sums.set(arr.currency, (sums.get(arr.currency) ?? 0) + arr.minor);
  return [...sums]
    .map(([currency, minor]): Money => ({ currency, minor }))
    .sort((a, b) => b.minor - a.minor)
    .map(money);
}
