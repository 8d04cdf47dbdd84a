// A file that is being taken in: which, what is said about it, what it would change, and taking it in. Nothing is
// changed before.
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

/** The kinds of file that can be taken in, by their endings; the likeliest first. */
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

/** What a file of this path can hold; nothing for one that cannot be taken in. */
export const kindsOf = (path: string): ImportKind[] =>
  KINDS[path.trim().split(".").pop()?.toLowerCase() ?? ""] ?? [];

/** What is known where an import is begun. */
interface Start {
  kind?: ImportKind;
  account?: AccountId;
  checklist?: ChecklistId;
}

class Importing extends Choices {
  /** True while the dialog is open. */
  open = $state(false);
  path = $state("");
  /** What somebody said the file holds. */
  wanted = $state<ImportKind | null>(null);
  account = $state<AccountId | null>(null);
  checklist = $state<ChecklistId | null>(null);
  report = $state.raw<ImportReport | null>(null);
  refused = $state<string | null>(null);
  busy = $state(false);
  /** How far it is, once it takes long enough to be told. */
  progress = $state.raw<ImportProgress | null>(null);
  /** True where something was said since, so that the report is not true any more. */
  stale = $state(false);
  /** True where something was said while it was looked. */
  #again = false;
  /** What was asked of this file so far: an answer can be changed. */
  asked = $state.raw<ImportAsk[]>([]);

  /** What the file can hold. */
  readonly kinds = $derived(kindsOf(this.path));
  /** What it was said to hold, as far as it can. */
  readonly said = $derived(this.kinds.find((kind) => kind === this.wanted) ?? null);
  /** What it is taken to hold: a file that Cairn wrote says so itself. */
  readonly kind = $derived(this.report?.kind ?? this.said ?? this.kinds[0] ?? null);

  /** What the report says can be taken in. */
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
    this.another();
  }

  close(): void {
    this.open = false;
    this.another();
  }

  /** Another file: what was said of the last is not true of it. */
  another(): void {
    this.clear();
    this.asked = [];
    this.forget();
  }

  /** What was found is not true any more. */
  forget(): void {
    this.report = null;
    this.refused = null;
  }

  /** Reads the file as another kind, and looks again. */
  async readAs(kind: ImportKind): Promise<void> {
    this.wanted = kind;
    this.map = {};
    await this.look();
  }

  /** Ends what is under way. */
  async stop(): Promise<void> {
    await rpc("import.cancel", {});
  }

  /** Asks what the file would change; once more where something was said meanwhile. */
  async look(): Promise<void> {
    if (this.busy) {
      this.#again = true;
      return;
    }
    do {
      this.#again = false;
      await this.#look();
    } while (this.#again);
  }

  async #look(): Promise<void> {
    this.refused = null;
    const request = this.#request();
    if (!request) {
      this.report = null;
      this.refused = m.import_no_kind();
      return;
    }
    await this.#ask(async () => {
      const report = await rpc("import.preview", request);
      // Another file was named meanwhile.
      if (request.path !== this.path.trim()) return;
      this.report = report;
      // What was said while it was looked is not in it.
      this.stale = JSON.stringify(this.#request()) !== JSON.stringify(request);
      this.asked = [...new Set([...this.asked, ...report.asks])];
    });
  }

  /** Takes it in. */
  async apply(): Promise<void> {
    const request = this.#request();
    if (!request || !this.ready) return;
    await this.#ask(async () => {
      const report = await rpc("import.apply", request);
      this.close();
      const said = m.import_done({ made: String(report.new), changed: String(report.changed) });
      toasts.show(said, { label: m.undo(), run: () => void undo.start("undo") });
    });
  }

  #request(): ImportRequest | null {
    const { said, kind, account, checklist } = this;
    if (!kind) return null;
    return {
      path: this.path.trim(),
      ...this.choices(),
      ...(said ? { kind: said } : {}),
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
