// What the window knows about the open file: its status, its user, what can be undone, when it was last saved, and
// whether somebody else wrote to it.
import { setRegion } from "$lib/format/locale";
import { setDateOrder } from "$lib/format/order.svelte";
import type { Status } from "$lib/model";
import { queryClient } from "$lib/query";
import { onChanged, rpc, RpcError } from "$lib/rpc";

const EVERY = 2000;

class Session {
  /** Null until the first answer. */
  status = $state.raw<Status | null>(null);
  /** The error of the last request for the status; null if it was answered. */
  failed = $state.raw<RpcError | null>(null);
  /** When this window last saved a change; null before the first. */
  savedAt = $state.raw<Date | null>(null);

  /** The number of operations of this window since the last status. */
  #own = 0;

  readonly today = $derived(this.status?.today ?? "");
  readonly readOnly = $derived(this.status?.workspace?.read_only ?? false);

  /** Takes a new status; fetches everything again if there were more operations than this window's own. */
  take(status: Status): void {
    const before = this.status;
    const own = this.#own;
    this.#own = 0;
    this.status = status;
    this.failed = null;
    setDateOrder(status.me?.date_order ?? null);
    setRegion(status.me?.country ?? status.guess.country);
    if (!before) return;
    const elsewhere = status.last_op - before.last_op !== own;
    const otherFile = before.workspace?.path !== status.workspace?.path;
    if (elsewhere || otherFile || before.today !== status.today) {
      void queryClient.invalidateQueries();
    }
  }

  async refresh(): Promise<Status | null> {
    try {
      this.take(await rpc("workspace.status", {}));
    } catch (thrown) {
      this.failed = RpcError.from(thrown);
    }
    return this.status;
  }

  /** Asks for the status regularly until the returned function is called. */
  watch(): () => void {
    const onFocus = () => {
      void this.refresh();
      void queryClient.invalidateQueries();
    };
    const stopListening = onChanged(() => {
      this.#own += 1;
      this.savedAt = new Date();
      void this.refresh();
    });
    const timer = setInterval(() => void this.refresh(), EVERY);
    addEventListener("focus", onFocus);
    void this.refresh();
    return () => {
      stopListening();
      clearInterval(timer);
      removeEventListener("focus", onFocus);
    };
  }
}

export const session = new Session();
