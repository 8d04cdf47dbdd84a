// What a screen reader says about something that shows only by moving: a row that changed places.

class Announcer {
  text = $state("");

  /** Says `text`, also where it is the same as before. */
  say(text: string): void {
    this.text = this.text === text ? `${text}\u00a0` : text;
  }
}

export const announcer = new Announcer();
