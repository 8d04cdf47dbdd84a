// The verbs for accounts and plans that are named in the palette, or that were used last: all their rooms and
// documents, from everywhere.
import { foldedName } from "$lib/format/fold";
import type { Account, Plan } from "$lib/model";
import { m } from "$lib/paraglide/messages.js";
import { links, router, type AccountSection } from "$lib/router.svelte";
import { safe } from "$lib/safe.svelte";
import { session } from "$lib/session.svelte";
import type { Verb } from "$lib/verbs.svelte";
import { transferVerb } from "$features/import/verbs";
import { accountCreateVerbs } from "$features/frame/frame-verbs";
import { wordsOf } from "$features/palette/match";
import { exportingVerb } from "$features/plans/outline-verbs";
import { remove } from "$features/records/remove";

/** The most accounts to list verbs for: a name does not mean more. */
const MOST = 6;

/** The accounts that a text names, those with most of its words first; then those at hand. */
export function accountsIn(text: string, all: Account[], atHand: Account[]): Account[] {
  const words = wordsOf(text).filter((word) => word.length > 1);
  const named = all
    .map((account) => ({
      account,
      hits: words.filter((word) => ` ${foldedName(account)}`.includes(` ${word}`)).length,
    }))
    .filter(({ account, hits }) => hits > 0 && safe.shows(account.id))
    .sort((one, other) => other.hits - one.hits);
  const near = (atHand.length > 0 ? atHand : all).filter(({ id }) => safe.shows(id));
  return [...new Set([...named.map(({ account }) => account), ...near])].slice(0, MOST);
}

const goTo = (link: string) => () => {
  router.go(link);
};

/** The tabs of an account's room, without those that the customer may not see. */
function parts({ id, name }: Account): Verb[] {
  const part = (section: Exclude<AccountSection, "overview">, words: string): Verb => ({
    id: `part ${section} ${id}`,
    label: m.verb_part({ part: words, account: name }),
    of: name,
    quiet: true,
    run: goTo(links.account(id, section)),
  });
  return [
    part("timeline", m.account_timeline()),
    part("people", m.people()),
    part("onboarding", m.onboarding()),
    part("profile", m.account_profile()),
    ...(safe.on ? [] : [part("command-plan", m.kind_command_plan())]),
    {
      id: `documents ${id}`,
      label: m.verb_documents({ account: name }),
      of: name,
      quiet: true,
      run: goTo(links.documents(id)),
    },
  ];
}

/** A plan's rooms and its documents. */
function pages(plan: Plan, account: Account): Verb[] {
  const words = { plan: plan.title, account: account.name };
  const of = `${plan.title}, ${account.name}`;
  const { id } = plan;
  const room = (name: "roadmap" | "versions", label: string, link: string): Verb => ({
    id: `${name} ${id}`,
    label,
    of,
    quiet: true,
    run: goTo(link),
  });
  return [
    { ...exportingVerb({ plan, account }), quiet: true },
    room("roadmap", m.verb_roadmap(words), links.roadmap(id)),
    ...(safe.on ? [] : [room("versions", m.verb_versions(words), links.versions(id))]),
  ];
}

/** Deleting what is named. */
function deleting(account: Account, plans: Plan[]): Verb[] {
  const verb = (kind: "account" | "plan", id: string, title: string, run: () => void): Verb => ({
    id: `delete-${kind} ${id}`,
    label: m.verb_delete({ title }),
    of: title,
    quiet: true,
    run,
  });
  return [
    ...plans.map((plan) =>
      verb("plan", plan.id, `${plan.title}, ${account.name}`, () => {
        void remove("plan", plan, plan.title);
      }),
    ),
    verb("account", account.id, account.name, () => {
      void remove("account", account, account.name);
    }),
  ];
}

/** All verbs of the accounts that `text` names, or of those at hand, and of their plans. */
export function namedVerbs(
  text: string,
  { all, atHand, plans }: { all: Account[]; atHand: Account[]; plans: Plan[] },
): Verb[] {
  return accountsIn(text, all, atHand).flatMap((account) => {
    const own = plans.filter(({ account_id }) => account_id === account.id);
    const changing = session.readOnly
      ? []
      : [
          ...accountCreateVerbs(account, true),
          ...(safe.on ? [] : [transferVerb(account, true), ...deleting(account, own)]),
        ];
    return [...own.flatMap((plan) => pages(plan, account)), ...parts(account), ...changing];
  });
}
