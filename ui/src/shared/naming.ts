// Whether a typed name belongs to a known person. Names are stored as text, so that nobody has to be entered as a contact
// first. The user is asked once about an unknown name, so that a few letters are not saved as a name by mistake.
import { foldWords } from "$lib/format/fold";
import { RpcError } from "$lib/rpc";
import { SvelteSet } from "svelte/reactivity";

/** A person who can be named; `note` is their title or role. */
export interface KnownPerson {
  text: string;
  note: string;
}

/** Unknown names that the user confirmed since the window opened. */
const accepted = new SvelteSet<string>();

/** Accepts `name` from now on. */
export const acceptName = (name: string): void => {
  accepted.add(foldWords(name));
};

/** Whether two names are equal, apart from case, accents and spaces. */
export const isSame = (one: string, other: string): boolean => foldWords(one) === foldWords(other);

/** Whether to ask about `name`: no known person has it, and the user has not confirmed it. */
export function isUnknownName(name: string, people: readonly KnownPerson[]): boolean {
  const typed = foldWords(name);
  return typed !== "" && !accepted.has(typed) && !people.some(({ text }) => isSame(text, name));
}

/** The people whom `name` could mean: a word of their name begins like a word of it, or the other way round. */
export function similarNames(name: string, people: readonly KnownPerson[]): KnownPerson[] {
  const words = foldWords(name).split(" ").filter(Boolean);
  const begins = (one: KnownPerson) =>
    foldWords(one.text)
      .split(" ")
      .some((part) => words.some((word) => part.startsWith(word) || word.startsWith(part)));
  return people.filter(begins).slice(0, 3);
}

/** The error for an unknown name, shaped as the core's errors are. */
export const unknownName = (field: string, name: string): RpcError =>
  new RpcError("invalid", "nobody is called so", field, { reason: "nobody", name: name.trim() });

/** Whether `thrown` is that error. */
export const refusesUnknownName = (thrown: unknown): boolean =>
  thrown instanceof RpcError && thrown.details.reason === "nobody";
