// What lies over every room: the palette or the sheet of shortcuts. One at a time.

export type Over = "palette" | "shortcuts";

class Overlay {
  now = $state<Over | null>(null);

  open(over: Over): void {
    this.now = over;
  }

  close(): void {
    this.now = null;
  }
}

export const overlay = new Overlay();
