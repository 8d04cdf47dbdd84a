// Keeps a text that is written right to left to itself: in the middle of a sentence it would turn the dates, numbers
// and words around it about. Every message isolates what it takes in (`vite.config.ts`); what has no such letter stays as it is.

/** Letters of the scripts that run right to left, and the marks that turn the direction whatever the letters are. */
const TURNS =
  /[\u0590-\u08ff\u200f\u202b\u202e\u2067\ufb1d-\ufdff\ufe70-\ufefc\u{10800}-\u{10fff}\u{1e800}-\u{1efff}]/u;
const FIRST_STRONG_ISOLATE = "\u2068";
const POP_ISOLATE = "\u2069";

/** `value` as it stands within other text. */
export const isolated = <T>(value: T): T | string =>
  typeof value === "string" && TURNS.test(value)
    ? `${FIRST_STRONG_ISOLATE}${value}${POP_ISOLATE}`
    : value;

/** Those of `parts` that say something, in this order whatever their scripts are. */
export const joined = (
  parts: readonly (string | null | undefined | false)[],
  between: string,
): string => parts.filter(Boolean).map(isolated).join(between);

/** `text` as it is stored or looked for: isolates are for the screen alone. */
export const plain = (text: string): string => text.replace(/[\u2066-\u2069]/gu, "");
