// The columns of the portfolio, and its default view.
import type { PortfolioRow } from "$features/accounts/portfolio";
import { day, nearness } from "$lib/format/dates";
import { minorDigits, money, number } from "$lib/format/numbers";
import { countries } from "$lib/i18n/places";
import * as words from "$lib/i18n/words";
import type { Account } from "$lib/model";
import { m } from "$lib/paraglide/messages.js";
import { session } from "$lib/session.svelte";
import type { View } from "$lib/views.svelte";
import type { Column } from "$shared/table/columns";

type Own = Column<PortfolioRow>;
const none = m.no_value();

/** A column for a picklist: sorted in the order of the list. */
function picked<T extends string>(
  id: string,
  label: string,
  list: Record<T, () => string>,
  of: (row: PortfolioRow) => T | null,
  more: Partial<Own> = {},
): Own {
  const text = (row: PortfolioRow) => {
    const value = of(row);
    return value === null ? none : list[value]();
  };
  return {
    id,
    label,
    width: 110,
    value: (row) => {
      const value = of(row);
      return value === null ? undefined : Object.keys(list).indexOf(value);
    },
    text,
    copy: (row) => (of(row) === null ? "" : text(row)),
    pick: { choices: words.choices(list), of },
    ...more,
  };
}

/** A column of text. */
function written(id: string, label: string, of: (account: Account) => string): Own {
  return {
    id,
    label,
    width: 140,
    value: ({ account }) => of(account) || undefined,
    text: ({ account }) => of(account) || none,
    copy: ({ account }) => of(account),
  };
}

const amount = ({ account: { arr } }: PortfolioRow) =>
  arr ? arr.minor / 10 ** minorDigits(arr.currency) : undefined;

/** Every column; the first names the account. */
export const columns = (): Own[] => [
  {
    id: "name",
    label: m.account(),
    width: 220,
    value: ({ account }) => account.name,
    text: ({ account }) => account.name,
  },
  picked("tier", m.tier(), words.successTier, ({ account }) => account.success_tier, {
    descending: true,
  }),
  picked("priority", m.priority(), words.priority, ({ account }) => account.priority, {
    width: 86,
  }),
  picked("stage", m.stage(), words.lifecycleStage, ({ account }) => account.lifecycle_stage, {
    width: 140,
  }),
  {
    id: "arr",
    label: m.arr(),
    width: 116,
    value: amount,
    text: ({ account }) => (account.arr ? money(account.arr) : none),
    copy: (row) => (row.account.arr ? `${String(amount(row))} ${row.account.arr.currency}` : ""),
    end: true,
    descending: true,
  },
  {
    id: "renews",
    label: m.renews_in(),
    width: 100,
    value: ({ renewsIn }) => renewsIn,
    text: ({ renewsIn }) =>
      renewsIn === undefined ? none : m.days_short({ days: String(renewsIn) }),
    copy: ({ renewsIn }) => String(renewsIn ?? ""),
    end: true,
  },
  picked("plan", m.plan(), words.planStatus, ({ plans }) => plans[0]?.status ?? null, {
    width: 136,
  }),
  {
    id: "renewal",
    label: m.renewal_date(),
    width: 120,
    value: ({ account }) => account.renewal_date ?? undefined,
    text: ({ account }) => (account.renewal_date ? day(account.renewal_date) : none),
    copy: ({ account }) => account.renewal_date ?? "",
  },
  {
    id: "touch",
    label: m.last_touch(),
    width: 120,
    value: ({ account }) => account.last_touch ?? undefined,
    text: ({ account }) =>
      account.last_touch ? nearness(account.last_touch, session.today) : none,
    copy: ({ account }) => account.last_touch ?? "",
  },
  picked(
    "sentiment",
    m.account_sentiment(),
    words.accountSentiment,
    ({ account }) => account.sentiment,
  ),
  picked(
    "subscription",
    m.subscription(),
    words.subscriptionPlan,
    ({ account }) => account.subscription_plan,
  ),
  {
    id: "seats",
    label: m.seats(),
    width: 120,
    value: ({ account }) => account.licensed_seats ?? undefined,
    text: ({ account }) =>
      account.licensed_seats === null ? none : number(account.licensed_seats),
    copy: ({ account }) => String(account.licensed_seats ?? ""),
    end: true,
    descending: true,
  },
  picked("hosting", m.hosting(), words.hosting, ({ account }) => account.hosting, { width: 170 }),
  written("segment", m.segment(), ({ segment }) => segment),
  written("region", m.region(), ({ region }) => region),
  written("industry", m.industry(), ({ industry }) => industry),
  written(
    "country",
    m.me_country(),
    ({ country }) => countries().find(({ value }) => value === country)?.label ?? "",
  ),
];

/** The default view. */
export const ALL: View = {
  sort: [{ id: "name", desc: false }],
  filters: {},
  group: null,
  columns: ["name", "tier", "priority", "stage", "arr", "renews", "plan", "touch"],
};
