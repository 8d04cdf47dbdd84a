// The import of a file: which file, the user's answers about it, what it would change, and applying it. Nothing is
// changed before that.
import { errorWords } from "$lib/errors";
import type {
  ImportAsk,
  ImportKind,
  ImportProgress,
  ImportReport,
  ImportRequest,
} from "$lib/gen/wire";
import type { AccountId, ChecklistId } from "$lib/model";
import { m } from "$lib/paraglide/messages.js";
import { rpc, RpcError } from "$lib/rpc";
import { toasts } from "$lib/toasts.svelte";
import { undo } from "$lib/undo.svelte";
import { Choices } from "$features/import/choices.svelte";

/** The kinds of file that can be imported, by their endings; the likeliest first. */
const KINDS: Record<string, ImportKind[]> = {
  cairn: ["account"],
  csv: ["accounts", "contacts"],
  json: ["template"],
  md: ["plan-markdown", "checklist"],
  tsv: ["accounts", "contacts"],
  txt: ["accounts", "contacts"],
  xlsx: ["workbook", "checklist", "accounts", "contacts"],
};

/** The endings that a file dialog offers. */
export const endings = Object.keys(KINDS);

/** The kinds that a file of this path can be; none if it cannot be imported. */
export const kindsOf = (path: string): ImportKind[] =>
  KINDS[path.trim().split(".").pop()?.toLowerCase() ?? ""] ?? [];

/** What is known where an import is started. */
interface Start {
  kind?: ImportKind;
  account?: AccountId;
  checklist?: ChecklistId;
}

class Importing extends Choices {
  /** True while the dialog is open. */
  open = $state(false);
  path = $state("");
  /** The kind that the user chose. */
  wanted = $state<ImportKind | null>(null);
  account = $state<AccountId | null>(null);
  checklist = $state<ChecklistId | null>(null);
  report = $state.raw<ImportReport | null>(null);
  refused = $state<string | null>(null);
  busy = $state(false);
  /** The progress, once it takes long enough to be shown. */
  progress = $state.raw<ImportProgress | null>(null);
  /** True if an answer changed since the report, so that it is outdated. */
  stale = $state(false);
  /** True if an answer changed while the file was being checked. */
  #again = false;
  /** The questions about this file so far: an answer can be changed. */
  asked = $state.raw<ImportAsk[]>([]);

  /** The kinds that the file can be. */
  readonly kinds = $derived(kindsOf(this.path));
  /** The kind that the user chose, if the file can be that. */
  readonly chosenKind = $derived(this.kinds.find((kind) => kind === this.wanted) ?? null);
  /** The kind that is assumed: a file that Cairn wrote says so itself. */
  readonly kind = $derived(this.report?.kind ?? this.chosenKind ?? this.kinds[0] ?? null);

  /** Whether the report allows the import. */
  readonly ready = $derived(
    this.report !== null &&
      !this.stale &&
      this.report.problems.length === 0 &&
      (this.report.new + this.report.changed > 0 ||
        this.report.lines.some(({ what }) => what === "gone")),
  );

  start({ kind, account, checklist }: Start = {}): void {
    this.open = true;
    this.path = "";
    this.wanted = kind ?? null;
    this.account = account ?? null;
    this.checklist = checklist ?? null;
    this.take = false;
    this.fileChanged();
  }

  close(): void {
    this.open = false;
    this.fileChanged();
  }

  /** Another file was chosen: forgets the answers. */
  fileChanged(): void {
    this.clear();
    this.asked = [];
    this.dropReport();
  }

  /** Drops the report, as it is not true any more. */
  dropReport(): void {
    this.report = null;
    this.refused = null;
  }

  /** Reads the file as another kind, and checks again. */
  async readAs(kind: ImportKind): Promise<void> {
    this.wanted = kind;
    this.map = {};
    await this.check();
  }

  /** Cancels what is running. */
  async stop(): Promise<void> {
    await rpc("import.cancel", {});
  }

  /** Checks what the file would change; again if an answer changed meanwhile. */
  async check(): Promise<void> {
    if (this.busy) {
      this.#again = true;
      return;
    }
    do {
      this.#again = false;
      await this.#checkOnce();
    } while (this.#again);
  }

  async #checkOnce(): Promise<void> {
    this.refused = null;
    const request = this.#request();
    if (!request) {
      this.report = null;
      this.refused = m.import_no_kind();
      return;
    }
    await this.#ask(async () => {
      const report = await rpc("import.preview", request);
      // Another file was chosen meanwhile.
      if (request.path !== this.path.trim()) return;
      this.report = report;
      // The answers that were given meanwhile are not in it.
      this.stale = JSON.stringify(this.#request()) !== JSON.stringify(request);
      this.asked = [...new Set([...this.asked, ...report.asks])];
    });
  }

  /** Applies the import. */
  async apply(): Promise<void> {
    const request = this.#request();
    if (!request || !this.ready) return;
    await this.#ask(async () => {
      const report = await rpc("import.apply", request);
      this.close();
      const words = m.import_done({ made: String(report.new), changed: String(report.changed) });
      toasts.show(words, { label: m.undo(), run: () => void undo.start("undo") });
    });
  }

  #request(): ImportRequest | null {
    const { chosenKind, kind, account, checklist } = this;
    if (!kind) return null;
    return {
      path: this.path.trim(),
      ...this.choices(),
      ...(chosenKind ? { kind: chosenKind } : {}),
      ...(account && kind === "contacts" ? { account_id: account } : {}),
      ...(checklist && kind === "checklist" ? { checklist_id: checklist } : {}),
    };
  }

  async #ask(question: () => Promise<void>): Promise<void> {
    if (this.busy) return;
    this.busy = true;
    const watched = setInterval(() => {
      void this.#watch();
    }, 400);
    try {
      await question();
    } catch (thrown) {
      this.report = null;
      this.refused =
        RpcError.from(thrown).code === "cancelled" ? m.import_cancelled() : errorWords(thrown);
    } finally {
      clearInterval(watched);
      this.busy = false;
      this.progress = null;
    }
  }

  async #watch(): Promise<void> {
    const progress = await rpc("import.progress", {});
    if (this.busy) this.progress = progress;
  }
}

export const importing = new Importing();
