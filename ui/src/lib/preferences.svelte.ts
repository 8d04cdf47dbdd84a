// The user's choices for this computer: theme, density, rail, single letters, reminders. Stored in the web view, not in the
// workspace: they are not about the work, and the first paint needs them (public/theme.js). Preferences that are about the
// work: workspace-preferences.svelte.ts.

export type Theme = "system" | "light" | "dark";
export type Density = "compact" | "default" | "comfortable";

/** The height of a row in CSS pixels: what `--row` is in each density (tokens.css). */
const ROWS: Record<Density, number> = { compact: 28, default: 32, comfortable: 40 };

function read(key: string): string | null {
  try {
    return localStorage.getItem(`cairn.${key}`);
  } catch {
    return null;
  }
}

class Preferences {
  theme = $state<Theme>((read("theme") as Theme | null) ?? "system");
  density = $state<Density>((read("density") as Density | null) ?? "default");
  readonly row = $derived(ROWS[this.density] ?? ROWS.default);
  railOpen = $state(read("rail") !== "closed");
  singleLetters = $state(read("single_letters") !== "off");
  reminders = $state(read("reminders") === "on");

  setTheme(theme: Theme): void {
    this.theme = theme;
    localStorage.setItem("cairn.theme", theme);
    if (theme === "system") delete document.documentElement.dataset.theme;
    else document.documentElement.dataset.theme = theme;
  }

  setDensity(density: Density): void {
    this.density = density;
    localStorage.setItem("cairn.density", density);
    document.documentElement.dataset.density = density;
  }

  toggleRail(): void {
    this.railOpen = !this.railOpen;
    localStorage.setItem("cairn.rail", this.railOpen ? "open" : "closed");
  }

  setSingleLetters(on: boolean): void {
    this.singleLetters = on;
    localStorage.setItem("cairn.single_letters", on ? "on" : "off");
  }

  setReminders(on: boolean): void {
    this.reminders = on;
    localStorage.setItem("cairn.reminders", on ? "on" : "off");
  }

  /** The reminders that were shown already, as `setReminded` stored them; empty at first. */
  get reminded(): string {
    return read("reminded") ?? "";
  }

  setReminded(text: string): void {
    localStorage.setItem("cairn.reminded", text);
  }
}

export const preferences = new Preferences();
