// Which new record is being named in a dialog, wherever it was asked for: a button, a letter, the palette.
import type { AccountId } from "$lib/model";

/** What can be made from its name alone. */
export type Making =
  { kind: "account" } | { kind: "plan" | "contact" | "task"; account: AccountId; name: string };

class Maker {
  now = $state.raw<Making | null>(null);

  start(making: Making): void {
    this.now = making;
  }

  stop(): void {
    this.now = null;
  }
}

export const maker = new Maker();
