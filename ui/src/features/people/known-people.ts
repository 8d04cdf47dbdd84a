// The people who can be named in a field: the customer's people who have not left, and ours.
import type { Account, AccountId, Contact, Me, Side } from "$lib/model";
import { rpc } from "$lib/rpc";
import { isSame, type KnownPerson } from "$shared/naming";
import { getContext, setContext } from "svelte";

/** The people of both sides, and their account; none outside of an account's rooms. */
interface Sides extends Record<Side, KnownPerson[]> {
  account: AccountId | null;
  /** Those who left the customer, and when. */
  left: { name: string; on: string }[];
}

const KEY = Symbol("people");
const NOBODY: Sides = { account: null, ours: [], customer: [], left: [] };

const once = (people: KnownPerson[]) =>
  people.filter(
    ({ text }, index) => text && people.findIndex((one) => one.text === text) === index,
  );

/** The people of both sides by name, each once. */
export function knownPeople(account: Account, contacts: Contact[], me: Me | null): Sides {
  const team = account.account_team.map(({ name, role }) => ({ text: name, note: role }));
  return {
    account: account.id,
    ours: once([...(me ? [{ text: me.name, note: me.title }] : []), ...team]),
    customer: once(
      contacts
        .filter(({ left_on }) => left_on === null)
        .map(({ name, title }) => ({ text: name, note: title })),
    ),
    left: contacts.flatMap(({ name, left_on }) => (left_on === null ? [] : { name, on: left_on })),
  };
}

/**
 * The day on which a person of this name left the customer; null if nobody did, or if somebody with the name is still
 * there.
 */
export function leftOn({ customer, left }: Sides, name: string): string | null {
  if (!name.trim() || customer.some(({ text }) => isSame(text, name))) return null;
  return left.find((one) => isSame(one.name, name))?.on ?? null;
}

/** Provides the people to the fields of a room. */
export function providePeople(people: () => Sides | undefined): void {
  setContext(KEY, people);
}

/** The people of the surrounding room; none outside one. */
export function people(): () => Sides {
  const given = getContext<(() => Sides | undefined) | undefined>(KEY);
  return () => given?.() ?? NOBODY;
}

/** Returns the function that adds a contact; undefined if that is not possible here. */
export function addPerson(
  { account }: Sides,
  side: Side,
): ((name: string) => Promise<unknown>) | undefined {
  if (!account || side === "ours") return undefined;
  return (name) => rpc("contact.create", { account_id: account, name });
}

/** All people who can be named in a room, on both sides; undefined outside of an account's rooms. */
export const everybody = ({ account, ours, customer }: Sides): KnownPerson[] | undefined =>
  account ? once([...ours, ...customer]) : undefined;
