// A file that is being taken in: which, what is said about it, what it would change, and taking it in. Nothing is
// changed before.
import { errorWords } from "$lib/errors";
import type {
  DateOrder,
  FieldChoice,
  ImportAsk,
  ImportKind,
  ImportReport,
  ImportRequest,
  Mark,
} from "$lib/gen/wire";
import type { AccountId, ChecklistId } from "$lib/model";
import { m } from "$lib/paraglide/messages.js";
import { rpc } from "$lib/rpc";
import { toasts } from "$lib/toasts.svelte";
import { undo } from "$lib/undo.svelte";

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

class Importing {
  /** True while the dialog is open. */
  open = $state(false);
  path = $state("");
  /** What somebody said the file holds. */
  wanted = $state<ImportKind | null>(null);
  /** Whether the file's value is taken where both were changed. */
  take = $state(false);
  /** Whether an account that is here becomes what the file says. */
  replace = $state(false);
  /** Whether rows of another workspace's copy are the records of the same names. */
  byName = $state(false);
  /** What was said of columns: the heading, and the field, or nothing to pass it over. */
  map = $state.raw<Record<string, string>>({});
  /** What becomes of fields that were changed here and in the file. */
  choices = $state.raw<Record<string, FieldChoice>>({});
  dates = $state<DateOrder | null>(null);
  currency = $state("");
  /** The mark of fractions in amounts that can be read in two ways. */
  decimal = $state<Mark | null>(null);
  account = $state<AccountId | null>(null);
  checklist = $state<ChecklistId | null>(null);
  report = $state.raw<ImportReport | null>(null);
  refused = $state<string | null>(null);
  busy = $state(false);
  /** True where something was said since, so that the report is not true any more. */
  stale = $state(false);
  /** What was asked of this file so far: an answer can be changed. */
  asked = $state.raw<ImportAsk[]>([]);

  /** What the file can hold. */
  readonly kinds = $derived(kindsOf(this.path));
  /** What it is taken to hold. */
  readonly kind = $derived(
    this.kinds.find((kind) => kind === this.wanted) ?? this.kinds[0] ?? null,
  );

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
    this.map = {};
    this.choices = {};
    this.dates = null;
    this.currency = "";
    this.decimal = null;
    this.replace = false;
    this.byName = false;
    this.asked = [];
    this.forget();
  }

  /** What was found is not true any more. */
  forget(): void {
    this.report = null;
    this.refused = null;
  }

  /** Says what a column means, and looks again. */
  async say(heading: string, field: string): Promise<void> {
    this.map = { ...this.map, [heading]: field };
    await this.look();
  }

  /** Says what becomes of a field that was changed on both sides, and looks again. */
  async choose(key: string, choice: FieldChoice): Promise<void> {
    this.choices = { ...this.choices, [key]: choice };
    await this.look();
  }

  /** Asks what the file would change. */
  async look(): Promise<void> {
    this.refused = null;
    const request = this.#request();
    if (!request) {
      this.report = null;
      this.refused = m.import_no_kind();
      return;
    }
    await this.#ask(async () => {
      this.report = await rpc("import.preview", request);
      this.stale = false;
      this.asked = [...new Set([...this.asked, ...this.report.asks])];
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
    const { kind, account, checklist, dates, decimal } = this;
    if (!kind) return null;
    const currency = this.currency.trim();
    return {
      kind,
      path: this.path.trim(),
      conflicts: this.take ? "take" : "keep",
      map: this.map,
      ...(account && kind === "contacts" ? { account_id: account } : {}),
      ...(this.replace && kind === "account" ? { replace: true } : {}),
      ...(this.byName ? { by_name: true } : {}),
      ...(kind === "account" ? { choices: this.choices } : {}),
      ...(checklist && kind === "checklist" ? { checklist_id: checklist } : {}),
      ...(dates ? { dates } : {}),
      ...(currency ? { currency } : {}),
      ...(decimal ? { decimal } : {}),
    };
  }

  async #ask(question: () => Promise<void>): Promise<void> {
    if (this.busy) return;
    this.busy = true;
    try {
      await question();
    } catch (thrown) {
      this.report = null;
      this.refused = errorWords(thrown);
    } finally {
      this.busy = false;
    }
  }
}

export const importing = new Importing();
