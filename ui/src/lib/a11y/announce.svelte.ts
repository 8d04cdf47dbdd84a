// Announcements for screen readers about what is otherwise only visible, such as a row that changed places.

class Announcer {
  text = $state("");

  /** Announces `text`, even if it is the same as before. */
  say(text: string): void {
    this.text = this.text === text ? `${text}\u00a0` : text;
  }
}

export const announcer = new Announcer();
