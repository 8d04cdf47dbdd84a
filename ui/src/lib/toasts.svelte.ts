// Messages about what happened out of sight, with the way to take it back.

export interface Toast {
  id: number;
  text: string;
  tone: "plain" | "bad";
  action?: Action | undefined;
  /** A way to what the message is about. */
  lead?: Action | undefined;
}

interface Action {
  label: string;
  run: () => void;
}

/** How long a message stays, in ms, and one with something to press: whoever reads slowly has to get there. */
const STAYS = 8000;
const STAYS_TO_BE_PRESSED = 20_000;

class Toasts {
  items = $state.raw<Toast[]>([]);
  #next = 1;
  #going = new Map<number, ReturnType<typeof setTimeout>>();
  #held = false;

  show(text: string, action?: Action, tone: Toast["tone"] = "plain", lead?: Action): void {
    // One at a time: an older message about the same list would only be in the way.
    for (const { id } of this.items) this.drop(id);
    this.#put({ text, tone, action, lead });
  }

  /** Says something more about what the message that is there tells. */
  add(text: string, action: Toast["action"]): void {
    for (const { id } of this.items.slice(0, -1)) this.drop(id);
    this.#put({ text, tone: "plain", action });
  }

  #put(told: Omit<Toast, "id">): void {
    const toast = { id: this.#next++, ...told };
    this.items = [...this.items, toast];
    this.#letGo(toast);
  }

  /** None goes while somebody is at one of them; the time of all begins anew after that. */
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
    // With the last one, its button goes too: nobody tells that the hand has left it.
    if (this.items.length === 0) this.#held = false;
  }
}

export const toasts = new Toasts();
