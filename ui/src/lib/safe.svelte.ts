// The customer-safe screen: whether a customer may be looking at this screen, and which one. While it is on, nothing is
// shown that they may not see: other accounts, ARR, health, sentiment, renewal, tier, priority, internal notes. Stored
// in the web view, not in the workspace: it must hold before the first paint after a reload, and in a read-only
// workspace too.

const KEY = "cairn.safe";

class Safe {
  /** Switched on by the user. */
  #chosen = $state(false);
  /** The rooms that need it while they are open. */
  #held = $state(0);
  /** The account of the customer who may be looking; null until an account is open. */
  #account = $state<string | null>(null);

  constructor() {
    try {
      const kept = localStorage.getItem(KEY);
      this.#chosen = kept !== null;
      this.#account = kept || null;
    } catch {
      // The browser can refuse its storage; then it is off, as after every first start.
    }
  }

  /** True while only what the customer may see is on the screen. */
  get on(): boolean {
    return this.#chosen || this.#held > 0;
  }

  /** Switched on by the user: then only the user can switch it off. */
  get chosen(): boolean {
    return this.#chosen;
  }

  /** The one account that is shown while it is on; null for none yet. */
  get account(): string | null {
    return this.#account;
  }

  /** Whether `account` may be shown. */
  shows(account: string | null): boolean {
    return !this.on || (account !== null && account === this.#account);
  }

  /** Records that the room of `account` is open: the first one that is opened while it is on is the customer's. */
  enter(account: string): void {
    if (!this.on || this.#account !== null) return;
    this.#account = account;
    this.#keep();
  }

  /** Switches it on or off, by the user; `account` is the one that is open, if any. */
  toggle(account: string | null): void {
    const on = !this.on;
    this.#chosen = on;
    this.#held = 0;
    this.#account = on ? account : null;
    this.#keep();
  }

  /** Switches it on for `account` as long as a room needs it; returns the function that releases it. */
  hold(account: string): () => void {
    this.#account ??= account;
    this.#held += 1;
    let holding = true;
    return () => {
      if (!holding) return;
      holding = false;
      this.#held = Math.max(0, this.#held - 1);
      if (!this.on) this.#account = null;
    };
  }

  #keep(): void {
    try {
      if (this.#chosen) localStorage.setItem(KEY, this.#account ?? "");
      else localStorage.removeItem(KEY);
    } catch {
      // It is on nevertheless, until the page is reloaded.
    }
  }
}

/** One per window. */
export const safe = new Safe();
