// Matches a typed text to verbs, best first, and marks it in a name. Works in any script: words are compared without
// case and accents.
import { fold } from "$lib/format/fold";
import type { SearchPiece } from "$lib/gen/wire";
import { m } from "$lib/paraglide/messages.js";
import { verbWords } from "$lib/verb-words";
import type { Verb } from "$lib/verbs.svelte";

/** How early a word occurs: at the beginning, at the start of a word, or inside one; null if it does not. */
function place(label: string, word: string): number | null {
  const at = label.indexOf(word);
  if (at < 0) return null;
  if (at === 0) return 0;
  return /[\p{L}\p{N}]/u.test(label[at - 1] ?? "") && !label.includes(` ${word}`) ? 2 : 1;
}

/** The search words of each verb, normalised once: all accounts share those of one verb. */
const folded = new Map<string, string>();
function commonWords(id: Verb["id"]): string {
  const words = verbWords(id);
  const known = folded.get(words) ?? fold(words);
  folded.set(words, known);
  return known;
}

/** The penalty for a match that is only in the search words, not in the label. */
const UNSAID = 1.5;

/** Where a word occurs in a verb: in its label, or in its search words. */
const called = (label: string, common: string, word: string): number | null =>
  place(label, word) ?? (` ${common}`.includes(` ${word}`) ? UNSAID : null);

/** The words of a text, without filler words. */
export function wordsOf(text: string): string[] {
  const all = fold(text)
    .split(/[\s,]+/)
    .filter(Boolean);
  const small = fold(m.palette_small_words()).split(" ");
  const telling = all.filter((word) => !small.includes(word));
  return telling.length > 0 ? telling : all;
}

/**
 * The verbs that match every word of `text`, in any order: by the label, the search words, or the name of the target,
 * which alone means the target itself. Matches near the beginning come first.
 */
export function matching(verbs: Verb[], text: string): Verb[] {
  const words = wordsOf(text);
  const ranked = verbs.flatMap((verb) => {
    const [label, common] = [fold(verb.label), commonWords(verb.id)];
    const places = words.map((word) => called(label, common, word));
    if (places.some((each) => each === null)) return [];
    const bare = verb.of ? label.replace(fold(verb.of), "") : label;
    if (words.length > 0 && !words.some((word) => called(bare, common, word) !== null)) return [];
    return { verb, rank: places.reduce<number>((sum, each) => sum + (each ?? 0), 0) };
  });
  return ranked.sort((a, b) => a.rank - b.rank).map(({ verb }) => verb);
}

/** `title` with every word of `text` marked in it; null if one does not occur. */
export function markedIn(title: string, text: string): SearchPiece[] | null {
  const letters = [...title];
  // Normalising can change the number of letters: every normalised letter remembers where it came from.
  const folded = letters.flatMap((letter, at) => [...fold(letter)].map((one) => ({ one, at })));
  const whole = folded.map(({ one }) => one).join("");
  const hit = new Set<number>();
  for (const word of fold(text).split(/\s+/).filter(Boolean)) {
    const from = [...whole.slice(0, Math.max(0, whole.indexOf(word)))].length;
    if (!whole.includes(word)) return null;
    for (const { at } of folded.slice(from, from + [...word].length)) hit.add(at);
  }
  const pieces: SearchPiece[] = [];
  letters.forEach((letter, at) => {
    const last = pieces.at(-1);
    if (last?.hit === hit.has(at)) last.text += letter;
    else pieces.push({ text: letter, hit: hit.has(at) });
  });
  return hit.size > 0 ? pieces : null;
}
