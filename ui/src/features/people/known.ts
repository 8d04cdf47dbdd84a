// Who can be named in a field: the customer's people who are still there, and ours.
import type { Account, Contact, Me, Side } from "$lib/model";
import { getContext, setContext } from "svelte";

/** Somebody who can be named, told from others by their title or role. */
export interface Known {
  text: string;
  note: string;
}
interface Sides extends Record<Side, Known[]> {
  /** Who left the customer, with the day. */
  left: { name: string; on: string }[];
}

const KEY = Symbol("people");
const NOBODY: Sides = { ours: [], customer: [], left: [] };

const once = (people: Known[]) =>
  people.filter(
    ({ text }, index) => text && people.findIndex((one) => one.text === text) === index,
  );

/** Both sides' people by name, each once. */
export function known(account: Account, contacts: Contact[], me: Me | null): Sides {
  const team = account.account_team.map(({ name, role }) => ({ text: name, note: role }));
  return {
    ours: once([...(me ? [{ text: me.name, note: me.title }] : []), ...team]),
    customer: once(
      contacts
        .filter(({ left_on }) => left_on === null)
        .map(({ name, title }) => ({ text: name, note: title })),
    ),
    left: contacts.flatMap(({ name, left_on }) => (left_on === null ? [] : { name, on: left_on })),
  };
}

const folded = (name: string) => name.trim().toLocaleLowerCase();

/** The day on which somebody of this name left the customer; null where nobody did, or somebody of the name is there. */
export function leftOn({ customer, left }: Sides, name: string): string | null {
  const named = folded(name);
  if (!named || customer.some(({ text }) => folded(text) === named)) return null;
  return left.find((one) => folded(one.name) === named)?.on ?? null;
}

/** Gives the fields of a room their people. */
export function providePeople(people: () => Sides | undefined): void {
  setContext(KEY, people);
}

/** The people of the room that this stands in; nobody outside one. */
export function people(): () => Sides {
  const given = getContext<(() => Sides | undefined) | undefined>(KEY);
  return () => given?.() ?? NOBODY;
}
