// The entries of the palette: verbs and records in one shape, and those that were used last.
import { errorWords } from "$lib/errors";
import type { Kind, SearchHit, SearchPiece } from "$lib/gen/wire";
import { recordTitle } from "$lib/format/dates";
import { foldedName, foldWords } from "$lib/format/fold";
import { kindWords } from "$lib/gen/words";
import { workspacePreferences } from "$lib/workspace-preferences.svelte";
import type { Account } from "$lib/model";
import { router } from "$lib/router.svelte";
import { safe } from "$lib/safe.svelte";
import { toasts } from "$lib/toasts.svelte";
import { markedIn } from "$features/palette/match";
import { placeOfFound } from "$features/palette/home";
import type { Verb } from "$lib/verbs.svelte";

/** The fields of a record that the palette remembers. */
export type Found = Pick<SearchHit, "kind" | "id" | "title" | "account" | "account_id" | "plan_id">;

export interface Entry {
  /** Unique among the entries. */
  key: string;
  /** The verb or the record's name, with the matched words marked. */
  label: SearchPiece[];
  /** For a record its kind and account, for a verb its shortcut. */
  kind?: Kind;
  account?: string;
  keys?: string;
  context?: SearchPiece[];
  run: () => void;
}

const KEY = "recent.palette";
const MOST = 6;

type Recent = { verb: string } | { record: Found };

const recent = (): Recent[] => {
  const list = workspacePreferences.get(KEY);
  return Array.isArray(list) ? (list as Recent[]) : [];
};
const keyOf = (one: Recent) => ("verb" in one ? `verb ${one.verb}` : `record ${one.record.id}`);

function remember(one: Recent): void {
  workspacePreferences.set(
    KEY,
    [one, ...recent().filter((other) => keyOf(other) !== keyOf(one))].slice(0, MOST),
  );
}

/** The kinds that the customer may find: their own plans and outcomes, without the text around a match. */
const SAFE: Kind[] = ["plan", "objective", "criterion"];
const shown = ({ kind, account_id }: Found) =>
  !safe.on || (SAFE.includes(kind) && safe.shows(account_id));

const plain = (text: string): SearchPiece[] => [{ text, hit: false }];

export const verbEntry = (verb: Verb): Entry => ({
  key: `verb ${verb.id}`,
  label: plain(verb.label),
  ...(verb.keys ? { keys: verb.keys } : {}),
  run: () => {
    remember({ verb: verb.id });
    verb.run();
  },
});

/** The entry of a record; `text` is what it was found by, empty if it was not searched for. */
function recordEntry(record: Found, context: SearchPiece[], text: string): Entry {
  const { kind, id, title, account, account_id, plan_id } = record;
  const name = recordTitle(kind, title) || kindWords[kind]();
  const label = markedIn(name, text);
  return {
    key: `record ${id}`,
    label: label ?? plain(name),
    kind,
    // An account's name is shown only once.
    account: kind === "account" ? "" : account,
    context: safe.on || label ? [] : context,
    run: () => {
      remember({ record: { kind, id, title, account, account_id, plan_id } });
      placeOfFound(record).then(
        (place) => {
          if (place) router.go(place);
        },
        (thrown: unknown) => {
          toasts.show(errorWords(thrown), undefined, "bad");
        },
      );
    },
  };
}

export const hitEntries = (hits: SearchHit[], text: string): Entry[] =>
  hits.filter(shown).map((hit) => recordEntry(hit, hit.context, text));

/**
 * The number of letters from which the beginning of an account's name counts as its whole name, as few people type its
 * legal form.
 */
const BEGINS = 4;

/** The records whose whole name was typed: they come before all verbs. */
export function wholeEntries(
  text: string,
  accounts: Pick<Account, "id" | "name">[],
  hits: SearchHit[],
): Entry[] {
  const typed = foldWords(text);
  if (!typed) return [];
  const begins = (name: string) => typed.length >= BEGINS && name.startsWith(`${typed} `);
  const named = accounts
    .filter((account) => foldedName(account) === typed || begins(foldedName(account)))
    .map(({ id, name }): Found => ({
      ...{ kind: "account", id, title: name, account: name, account_id: id, plan_id: null },
    }));
  const found = hits.filter(({ title, id }) => {
    return foldWords(title) === typed && !named.some((one) => one.id === id);
  });
  return [...named, ...found].filter(shown).map((one) => recordEntry(one, [], text));
}

/** The entries that were used last and are available now, newest first. */
export function recentEntries(verbs: Verb[]): Entry[] {
  return recent().flatMap((one) => {
    if ("record" in one) return shown(one.record) ? recordEntry(one.record, [], "") : [];
    const verb = verbs.find(({ id }) => id === one.verb);
    return verb ? verbEntry(verb) : [];
  });
}
