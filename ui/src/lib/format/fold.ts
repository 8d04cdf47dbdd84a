// Text as it is compared when somebody types a part of it.

/** `text` without case, accents and marks of direction, letter by letter. */
export const fold = (text: string): string =>
  text
    .normalize("NFKD")
    .replace(/[\p{M}\p{Bidi_Control}]/gu, "")
    .toLocaleLowerCase();

/** The same without the spaces around it and the doubled ones in it. */
export const foldWords = (text: string): string => fold(text).replace(/\s+/gu, " ").trim();

const names = new WeakMap<object, string>();

/** The name of a record as it is looked for, folded once. */
export function foldedName(record: { name: string }): string {
  const known = names.get(record) ?? foldWords(record.name);
  names.set(record, known);
  return known;
}
