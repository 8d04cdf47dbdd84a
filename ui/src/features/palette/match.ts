// Which verbs a typed text means, best first, and where it stands in a name. Any script: words are
// compared without case and accents.
import type { SearchPiece } from "$lib/gen/wire";
import type { Verb } from "$lib/verbs.svelte";

/** `text` without case and accents. */
export const fold = (text: string): string =>
  text.normalize("NFKD").replace(/\p{M}/gu, "").toLocaleLowerCase();

/** How early a word stands: at the beginning, at the start of a word, or inside one; null for nowhere. */
function place(label: string, word: string): number | null {
  const at = label.indexOf(word);
  if (at < 0) return null;
  if (at === 0) return 0;
  return /[\p{L}\p{N}]/u.test(label[at - 1] ?? "") && !label.includes(` ${word}`) ? 2 : 1;
}

/** The verbs whose label holds every word of `text`, those where the words stand first before the rest. */
export function matching(verbs: Verb[], text: string): Verb[] {
  const words = fold(text).split(/\s+/).filter(Boolean);
  const ranked = verbs.flatMap((verb) => {
    const label = fold(verb.label);
    const places = words.map((word) => place(label, word));
    if (places.some((each) => each === null)) return [];
    const own = verb.own && fold(verb.own);
    if (own && !words.some((word) => own.includes(word))) return [];
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
