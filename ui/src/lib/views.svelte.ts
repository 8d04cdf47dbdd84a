// How a table is shown: sorting, filters, groups, columns. A view can be saved under a name; the present one is stored
// too, so that the table opens as it was left.
import { workspacePreferences } from "$lib/workspace-preferences.svelte";
import { same } from "$lib/records";

export interface View {
  sort: { id: string; desc: boolean }[];
  /** The values to show, by column. */
  filters: Record<string, string[]>;
  group: string | null;
  /** The shown columns in their order. */
  columns: string[];
}

interface Stored {
  /** The saved view in use, null for the table's own. */
  name: string | null;
  /** The view as it is now. */
  view: View;
  saved: Record<string, View>;
}

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === "object" && value !== null && !Array.isArray(value);
const texts = (value: unknown): string[] =>
  Array.isArray(value) ? value.filter((one) => typeof one === "string") : [];

/** A stored view without columns that no longer exist; `all` if it cannot be read. */
export function readView(value: unknown, all: View, ids: readonly string[]): View {
  if (!isRecord(value)) return all;
  const known = (id: unknown): id is string => typeof id === "string" && ids.includes(id);
  const columns = texts(value.columns).filter(
    (id, index, all) => known(id) && all.indexOf(id) === index,
  );
  const sort = Array.isArray(value.sort) ? value.sort.filter(isRecord) : [];
  return {
    sort: sort.flatMap(({ id, desc }) => (known(id) ? { id, desc: desc === true } : [])),
    filters: Object.fromEntries(
      Object.entries(isRecord(value.filters) ? value.filters : {})
        .filter(([id]) => known(id))
        .map(([id, wanted]) => [id, texts(wanted)]),
    ),
    group: known(value.group) ? value.group : null,
    columns: columns.length > 0 ? columns : all.columns,
  };
}

/** The views of one table. */
export class Views {
  #key: string;
  #all: View;
  #ids: readonly string[];
  #stored = $derived.by((): Stored => {
    const stored = workspacePreferences.get(this.#key);
    const fields = isRecord(stored) ? stored : {};
    const saved = Object.entries(isRecord(fields.saved) ? fields.saved : {}).map(
      ([name, view]) => [name, readView(view, this.#all, this.#ids)] as const,
    );
    const name = typeof fields.name === "string" ? fields.name : null;
    return {
      name: saved.some(([own]) => own === name) ? name : null,
      view: readView(fields.view, this.#all, this.#ids),
      saved: Object.fromEntries(saved),
    };
  });

  /** `table` names the table, `all` is its own view, `ids` are its columns. */
  constructor(table: string, all: View, ids: readonly string[]) {
    this.#key = `views.${table}`;
    this.#all = all;
    this.#ids = ids;
  }

  get now(): View {
    return this.#stored.view;
  }
  /** The saved view in use, null for the table's own. */
  get name(): string | null {
    return this.#stored.name;
  }
  get names(): string[] {
    return Object.keys(this.#stored.saved);
  }
  /** Whether the view differs from what is saved under its name. */
  get changed(): boolean {
    return !same(this.now, this.#base(this.name));
  }

  /** Changes the view. */
  change(changes: Partial<View>): void {
    this.#keep({ ...this.#stored, view: { ...this.now, ...changes } });
  }
  /** Switches to a saved view, or to the table's own, as it was saved. */
  choose(name: string | null): void {
    this.#keep({ ...this.#stored, name, view: this.#base(name) });
  }
  /** Saves the present view. */
  save(name: string): void {
    const { saved, view } = this.#stored;
    this.#keep({ name, view, saved: { ...saved, [name]: view } });
  }
  /** Deletes a saved view; the table's own takes its place. */
  remove(name: string): void {
    const saved = Object.fromEntries(
      Object.entries(this.#stored.saved).filter(([own]) => own !== name),
    );
    this.#keep({ name: null, view: this.#all, saved });
  }

  #base(name: string | null): View {
    return (name !== null && this.#stored.saved[name]) || this.#all;
  }
  #keep(stored: Stored): void {
    workspacePreferences.set(this.#key, stored);
  }
}
