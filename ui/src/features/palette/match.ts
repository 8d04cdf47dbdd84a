// Which verbs a typed text means, best first, and where it stands in a name. Any script: words are
// compared without case and accents.
import { fold } from "$lib/format/fold";
import type { SearchPiece } from "$lib/gen/wire";
import { m } from "$lib/paraglide/messages.js";
import { verbWords } from "$lib/verb-words";
import type { Verb } from "$lib/verbs.svelte";

/** How early a word stands: at the beginning, at the start of a word, or inside one; null for nowhere. */
function place(label: string, word: string): number | null {
  const at = label.indexOf(word);
  if (at < 0) return null;
  if (at === 0) return 0;
  return /[\p{L}\p{N}]/u.test(label[at - 1] ?? "") && !label.includes(` ${word}`) ? 2 : 1;
}

/** The common words for each verb, folded once: thousands of accounts share those of one. */
const folded = new Map<string, string>();
function commonWords(id: Verb["id"]): string {
  const words = verbWords(id);
  const known = folded.get(words) ?? fold(words);
  folded.set(words, known);
  return known;
}

/** A common word that the label does not say stands behind one that it does. */
const UNSAID = 1.5;

/** Where a word stands in what a verb is called: its label, or the common words for it. */
const called = (label: string, common: string, word: string): number | null =>
  place(label, word) ?? (` ${common}`.includes(` ${word}`) ? UNSAID : null);

/** The words of a text, less the small ones that only hold it together. */
export function wordsOf(text: string): string[] {
  const all = fold(text)
    .split(/[\s,]+/)
    .filter(Boolean);
  const small = fold(m.palette_small_words()).split(" ");
  const telling = all.filter((word) => !small.includes(word));
  return telling.length > 0 ? telling : all;
}

/**
 * The verbs that every word of `text` is about, in any order: by the label, by the common words for it, or by the
 * name of their target, which alone means the target. Those where the words stand first come first.
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

/** `title` with every word of `text` marked in it; null where one does not occur. */
export function markedIn(title: string, text: string): SearchPiece[] | null {
  const letters = [...title];
  // Folding can change how many there are: every folded letter remembers where it came from.
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
