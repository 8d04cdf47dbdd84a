// The account that is being handed over to a colleague: which one, where the file goes, and what was written to it.
import { errorWords } from "$lib/errors";
import type { AccountExported } from "$lib/gen/wire";
import type { AccountId } from "$lib/model";
import { rpc } from "$lib/rpc";
import { session } from "$lib/session.svelte";
import { exportPath } from "$features/document/export-path";

/** An account's id and name. */
export interface AccountName {
  id: AccountId;
  name: string;
}

class AccountTransfer {
  /** The account; null while the dialog is closed. */
  now = $state.raw<AccountName | null>(null);
  path = $state("");
  /** Whether the brief is printed as well. */
  brief = $state(true);
  done = $state.raw<AccountExported | null>(null);
  refused = $state<string | null>(null);
  busy = $state(false);

  start(account: AccountName): void {
    this.now = account;
    // The day distinguishes two files of the same account.
    const today = session.status?.today ?? "";
    this.path = exportPath(session.status?.workspace?.path ?? "", account.name, today, "cairn");
    this.done = null;
    this.refused = null;
  }

  stop(): void {
    this.now = null;
  }

  /** Writes the file, and the brief beside it. */
  async write(): Promise<void> {
    if (!this.now || this.busy) return;
    this.busy = true;
    this.refused = null;
    this.done = null;
    try {
      const { id } = this.now;
      const { brief, path } = this;
      this.done = await rpc("account.export", { id, path: path.trim(), brief });
    } catch (thrown) {
      this.refused = errorWords(thrown);
    } finally {
      this.busy = false;
    }
  }
}

export const accountTransfer = new AccountTransfer();
