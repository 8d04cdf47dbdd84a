// Isolates texts that are written right to left, by Unicode's marks: within a sentence they would reorder the dates,
// numbers and words around them. Every message isolates its parameters (`vite.config.ts`); texts without such letters
// stay unchanged.

/** Letters of the scripts that run right to left, and the marks that change the direction of any letters. */
const TURNS =
  /[\u0590-\u08ff\u200f\u202b\u202e\u2067\ufb1d-\ufdff\ufe70-\ufefc\u{10800}-\u{10fff}\u{1e800}-\u{1efff}]/u;
const FIRST_STRONG_ISOLATE = "\u2068";
const POP_ISOLATE = "\u2069";

/** `value` for use within other text. */
export const isolated = <T>(value: T): T | string =>
  typeof value === "string" && TURNS.test(value)
    ? `${FIRST_STRONG_ISOLATE}${value}${POP_ISOLATE}`
    : value;

/** The parts that are not empty, in this order whatever their scripts are. */
export const joined = (
  parts: readonly (string | null | undefined | false)[],
  between: string,
): string => parts.filter(Boolean).map(isolated).join(between);

/** `text` as it is stored or searched: the marks are only for the screen. */
export const plain = (text: string): string => text.replace(/[\u2066-\u2069]/gu, "");
