// A file that is being taken in: which, what it would change, and taking it in. Nothing is changed before.
import { errorWords } from "$lib/errors";
import type { ImportKind, ImportReport } from "$lib/gen/wire";
import { m } from "$lib/paraglide/messages.js";
import { rpc } from "$lib/rpc";
import { toasts } from "$lib/toasts.svelte";
import { undo } from "$lib/undo.svelte";

/** The kinds of file that can be taken in, by their endings. */
const KINDS: Record<string, ImportKind> = {
  json: "template",
  md: "plan-markdown",
  xlsx: "workbook",
};

/** The endings that a file dialog offers. */
export const endings = Object.keys(KINDS);

/** What kind of file a path names, null for one that cannot be taken in. */
export const kindOf = (path: string): ImportKind | null =>
  KINDS[path.trim().split(".").pop()?.toLowerCase() ?? ""] ?? null;

class Importing {
  /** True while the dialog is open. */
  open = $state(false);
  path = $state("");
  /** Whether the file's value is taken where both were changed. */
  take = $state(false);
  report = $state.raw<ImportReport | null>(null);
  refused = $state<string | null>(null);
  busy = $state(false);

  /** What the report says can be taken in. */
  readonly ready = $derived(
    this.report !== null &&
      this.report.problems.length === 0 &&
      this.report.new + this.report.changed > 0,
  );

  start(): void {
    this.open = true;
    this.path = "";
    this.take = false;
    this.forget();
  }

  close(): void {
    this.open = false;
    this.forget();
  }

  /** Another file: what was said of the last is not true of it. */
  forget(): void {
    this.report = null;
    this.refused = null;
  }

  /** Asks what the file would change. */
  async look(): Promise<void> {
    this.forget();
    const kind = kindOf(this.path);
    if (!kind) {
      this.refused = m.import_no_kind();
      return;
    }
    await this.#ask(async () => {
      this.report = await rpc("import.preview", this.#request(kind));
    });
  }

  /** Takes it in. */
  async apply(): Promise<void> {
    const kind = kindOf(this.path);
    if (!kind || !this.ready) return;
    await this.#ask(async () => {
      const report = await rpc("import.apply", this.#request(kind));
      this.close();
      const said = m.import_done({ made: String(report.new), changed: String(report.changed) });
      toasts.show(said, { label: m.undo(), run: () => void undo.start("undo") });
    });
  }

  #request(kind: ImportKind) {
    const conflicts = this.take ? ("take" as const) : ("keep" as const);
    return { kind, path: this.path.trim(), conflicts };
  }

  async #ask(question: () => Promise<void>): Promise<void> {
    if (this.busy) return;
    this.busy = true;
    try {
      await question();
    } catch (thrown) {
      this.refused = errorWords(thrown);
    } finally {
      this.busy = false;
    }
  }
}

export const importing = new Importing();
