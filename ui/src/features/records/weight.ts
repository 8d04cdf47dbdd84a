// How much is below a record, in words: `5 plans, 41 tasks`.
import { number } from "$lib/format/numbers";
import type { CarriedKind } from "$lib/gen/wire";
import { countWords } from "$lib/gen/words";

/** Empty if there is nothing that a user would miss. */
export const weightWords = (under: CarriedKind[]): string =>
  under
    .flatMap(({ kind, count }) => {
      const words = countWords[kind];
      if (!words) return [];
      return count === 1 ? words[0]() : words[1]({ count: number(count) });
    })
    .join(", ");
