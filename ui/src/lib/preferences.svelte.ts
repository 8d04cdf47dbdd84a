// The person's own choices for this window: theme, rail, single letters. Kept in
// the window's storage, not in the workspace: they belong to the screen, not to the work.

export type Theme = "system" | "light" | "dark";

function read(key: string): string | null {
  try {
    return localStorage.getItem(`cairn.${key}`);
  } catch {
    return null;
  }
}

class Preferences {
  theme = $state<Theme>((read("theme") as Theme | null) ?? "system");
  railOpen = $state(read("rail") !== "closed");
  singleLetters = $state(read("single_letters") !== "off");

  setTheme(theme: Theme): void {
    this.theme = theme;
    localStorage.setItem("cairn.theme", theme);
    if (theme === "system") delete document.documentElement.dataset.theme;
    else document.documentElement.dataset.theme = theme;
  }

  toggleRail(): void {
    this.railOpen = !this.railOpen;
    localStorage.setItem("cairn.rail", this.railOpen ? "open" : "closed");
  }

  setSingleLetters(on: boolean): void {
    this.singleLetters = on;
    localStorage.setItem("cairn.single_letters", on ? "on" : "off");
  }
}

export const preferences = new Preferences();
