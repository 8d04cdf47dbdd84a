// The user's own wordings of the documents' labels, stored in the brand by language and label.
import type { Codec } from "$lib/codecs";
import type { Brand } from "$lib/model";
import { m } from "$lib/paraglide/messages.js";

type Labels = Brand["labels"];

/**
 * Reads a typed wording: it must contain every part in braces, as those are filled in; an empty text removes the
 * wording.
 */
export const labelCodec = (own: string): Codec<string> => ({
  write: (value) => value,
  read(text) {
    const value = text.trim();
    const lost = (own.match(/\{\w+\}/g) ?? []).find((part) => !value.includes(part));
    return value && lost ? { refused: m.label_lacks({ part: lost }) } : { value };
  },
});

/** The user's own wordings in one language. */
export const ownLabels = (labels: Labels, lang: string): Partial<Record<string, string>> =>
  labels[lang] ?? {};

/** The wordings with one changed; an empty text removes it, and a language without any is removed too. */
export function withLabel(labels: Labels, lang: string, key: string, text: string): Labels {
  const rest = (from: Record<string, string>, without: string) =>
    Object.entries(from).filter(([name]) => name !== without);
  const own = Object.fromEntries(rest(labels[lang] ?? {}, key));
  if (text) own[key] = text;
  const others = Object.entries(labels).filter(([name]) => name !== lang);
  return Object.fromEntries(Object.keys(own).length > 0 ? [...others, [lang, own]] : others);
}
