// Normalises text so that a typed part of it can be found.

/** `text` without case, accents and marks of direction. */
export const fold = (text: string): string =>
  text
    .normalize("NFKD")
    .replace(/[\p{M}\p{Bidi_Control}]/gu, "")
    .toLocaleLowerCase();

/** The same, with the spaces trimmed and collapsed. */
export const foldWords = (text: string): string => fold(text).replace(/\s+/gu, " ").trim();

const names = new WeakMap<object, string>();

/** The normalised name of a record, computed once. */
export function foldedName(record: { name: string }): string {
  const known = names.get(record) ?? foldWords(record.name);
  names.set(record, known);
  return known;
}
