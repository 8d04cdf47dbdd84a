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

const STAYS = 8000;

class Toasts {
  items = $state.raw<Toast[]>([]);
  #next = 1;

  show(text: string, action?: Action, tone: Toast["tone"] = "plain", lead?: Action): void {
    // One at a time: an older message about the same list would only be in the way.
    this.items = [this.#made({ text, tone, action, lead })];
  }

  /** Says something more about what the message that is there tells. */
  add(text: string, action: Toast["action"]): void {
    this.items = [...this.items.slice(-1), this.#made({ text, tone: "plain", action })];
  }

  #made(told: Omit<Toast, "id">): Toast {
    const toast = { id: this.#next++, ...told };
    setTimeout(() => {
      this.drop(toast.id);
    }, STAYS);
    return toast;
  }

  drop(id: number): void {
    this.items = this.items.filter((toast) => toast.id !== id);
  }
}

export const toasts = new Toasts();
