// Whether a typed name is somebody's. Names are text, so that nobody has to be entered first; what is nobody's is
// asked about once, so that a fragment does not stay for a name.
import { foldWords } from "$lib/format/fold";
import { RpcError } from "$lib/rpc";
import { SvelteSet } from "svelte/reactivity";

/** Somebody who can be named, told from others by their title or role. */
export interface Known {
  text: string;
  note: string;
}

/** What somebody said is a name, for this sitting. */
const vouched = new SvelteSet<string>();

/** Takes `name` for a name from now on. */
export const vouch = (name: string): void => {
  vouched.add(foldWords(name));
};

/** Whether two names are the same to a reader. */
export const isSame = (one: string, other: string): boolean => foldWords(one) === foldWords(other);

/** Whether `name` is to be asked about: it is nobody's, and nobody said that it is meant. */
export function isNobody(name: string, people: readonly Known[]): boolean {
  const typed = foldWords(name);
  return typed !== "" && !vouched.has(typed) && !people.some(({ text }) => isSame(text, name));
}

/** Who could be meant by a fragment: those in whose name one of its words begins a word. */
export function near(name: string, people: readonly Known[]): Known[] {
  const words = foldWords(name).split(" ").filter(Boolean);
  const begins = (one: Known) =>
    foldWords(one.text)
      .split(" ")
      .some((part) => words.some((word) => part.startsWith(word) || word.startsWith(part)));
  return people.filter(begins).slice(0, 3);
}

/** The refusal of a name that is nobody's, as the core words it. */
export const nobody = (field: string, name: string): RpcError =>
  new RpcError("invalid", "nobody is called so", field, { reason: "nobody", name: name.trim() });

/** Whether something was refused because a name is nobody's. */
export const isAboutNobody = (thrown: unknown): boolean =>
  thrown instanceof RpcError && thrown.details.reason === "nobody";
