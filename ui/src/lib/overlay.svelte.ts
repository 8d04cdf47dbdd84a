// What is open on top of the rooms: the palette or the sheet of shortcuts. One at a time.

export type Over = "palette" | "shortcuts";

class Overlay {
  now = $state<Over | null>(null);
  /** The text in the palette when it opens. */
  text = "";

  open(over: Over, text = ""): void {
    this.text = text;
    this.now = over;
  }

  close(): void {
    this.now = null;
  }
}

export const overlay = new Overlay();
