// Short messages about what happened off the screen, with a button to undo it.

export interface Toast {
  id: number;
  text: string;
  tone: "plain" | "bad";
  action?: Action | undefined;
  /** A link to what the message is about. */
  lead?: Action | undefined;
}

interface Action {
  label: string;
  run: () => void;
}

/** How long a message stays, in ms; longer if it has a button, as slow readers need time to reach it. */
const STAYS = 8000;
const STAYS_TO_BE_PRESSED = 20_000;

class Toasts {
  items = $state.raw<Toast[]>([]);
  #next = 1;
  #going = new Map<number, ReturnType<typeof setTimeout>>();
  #held = false;

  show(text: string, action?: Action, tone: Toast["tone"] = "plain", lead?: Action): void {
    // One at a time: an older message about the same list would be in the way.
    for (const { id } of this.items) this.drop(id);
    this.#put({ text, tone, action, lead });
  }

  /** Shows one more message about the same change, below the last one. */
  add(text: string, action: Toast["action"]): void {
    for (const { id } of this.items.slice(0, -1)) this.drop(id);
    this.#put({ text, tone: "plain", action });
  }

  #put(told: Omit<Toast, "id">): void {
    const toast = { id: this.#next++, ...told };
    this.items = [...this.items, toast];
    this.#letGo(toast);
  }

  /** No message disappears while the pointer or the focus is on one; afterwards the time of all starts again. */
  hold(held: boolean): void {
    this.#held = held;
    for (const toast of this.items) this.#letGo(toast);
  }

  #letGo(toast: Toast): void {
    clearTimeout(this.#going.get(toast.id));
    if (this.#held) return;
    const stays = toast.action || toast.lead ? STAYS_TO_BE_PRESSED : STAYS;
    this.#going.set(
      toast.id,
      setTimeout(() => {
        this.drop(toast.id);
      }, stays),
    );
  }

  drop(id: number): void {
    clearTimeout(this.#going.get(id));
    this.#going.delete(id);
    this.items = this.items.filter((toast) => toast.id !== id);
    // The last message takes its button along, and no event says that the pointer has left it.
    if (this.items.length === 0) this.#held = false;
  }
}

export const toasts = new Toasts();
