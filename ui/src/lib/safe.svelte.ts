// The customer-safe screen: whether a customer may be looking at this screen, and which one. While it
// is on, nothing is shown that is not theirs to see: other accounts, ARR, health, sentiment, renewal,
// tier, priority, internal notes. Kept in the window's storage, not in the workspace: it must hold
// before the first paint after a reload, and in a read-only workspace too.

const KEY = "cairn.safe";

class Safe {
  /** Switched on by the person. */
  #chosen = $state(false);
  /** Rooms that ask for it while they are open. */
  #held = $state(0);
  /** The account whose customer may be looking; null until one is open. */
  #account = $state<string | null>(null);

  constructor() {
    try {
      const kept = localStorage.getItem(KEY);
      this.#chosen = kept !== null;
      this.#account = kept || null;
    } catch {
      // Storage can be refused; then it is off, as after every first start.
    }
  }

  /** True while only what the customer may see is on the screen. */
  get on(): boolean {
    return this.#chosen || this.#held > 0;
  }

  /** Switched on by the person, so that nothing but the person may lift it. */
  get chosen(): boolean {
    return this.#chosen;
  }

  /** Whose screen it is: the one account that is shown while it is on; null for none yet. */
  get account(): string | null {
    return this.#account;
  }

  /** Whether `account` may be on the screen. */
  shows(account: string | null): boolean {
    return !this.on || (account !== null && account === this.#account);
  }

  /** The room of `account` is open: the first one while it is on is the customer's own. */
  enter(account: string): void {
    if (!this.on || this.#account !== null) return;
    this.#account = account;
    this.#keep();
  }

  /** On or off, by the person; `account` is the one that is open, if one is. */
  toggle(account: string | null): void {
    const on = !this.on;
    this.#chosen = on;
    this.#held = 0;
    this.#account = on ? account : null;
    this.#keep();
  }

  /** Switches it on for as long as a room needs it, for `account`; answers how to let go. */
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
      // It is on all the same, until the reload.
    }
  }
}

/** One per window. */
export const safe = new Safe();
