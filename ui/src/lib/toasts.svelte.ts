// Messages about what happened out of sight, with the way to take it back.

export interface Toast {
  id: number;
  text: string;
  tone: "plain" | "bad";
  action?: { label: string; run: () => void };
}

const STAYS = 8000;

class Toasts {
  items = $state.raw<Toast[]>([]);
  #next = 1;

  show(text: string, action?: Toast["action"], tone: Toast["tone"] = "plain"): void {
    const toast: Toast = { id: this.#next++, text, tone, ...(action ? { action } : {}) };
    // One at a time: an older message about the same list would only be in the way.
    this.items = [toast];
    setTimeout(() => {
      this.drop(toast.id);
    }, STAYS);
  }

  drop(id: number): void {
    this.items = this.items.filter((toast) => toast.id !== id);
  }
}

export const toasts = new Toasts();
