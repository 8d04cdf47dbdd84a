// The user's answers about a file that is being imported: the meaning of columns and values, skipped rows, and which
// value wins. After each answer the file is checked again.
import type { DateOrder, FieldChoice, ImportRequest, ImportRow, Mark } from "$lib/gen/wire";

const isSame = (one: ImportRow, other: ImportRow): boolean =>
  one.row === other.row && one.sheet === other.sheet;

export abstract class Choices {
  /** Whether the file's value wins if both were changed. */
  take = $state(false);
  /** Whether an existing account is replaced by the one in the file. */
  replace = $state(false);
  /** Whether rows of another workspace's copy are matched to records by name. */
  byName = $state(false);
  /** Which value wins for fields that were changed here and in the file. */
  fields = $state.raw<Record<string, FieldChoice>>({});
  /** The chosen columns: the heading and the field, or nothing to ignore the column. */
  map = $state.raw<Record<string, string>>({});
  /** The chosen values: by field, the text in the file and what it means. */
  values = $state.raw<Record<string, Record<string, string>>>({});
  /** The rows to skip. */
  skip = $state.raw<ImportRow[]>([]);
  /** Rows that are records, though they do not look like it. */
  keep = $state.raw<ImportRow[]>([]);
  /** Whether all rows with a problem are skipped. */
  skipProblems = $state(false);
  encoding = $state<string | null>(null);
  dates = $state<DateOrder | null>(null);
  currency = $state("");
  /** The decimal mark of amounts that can be read in two ways. */
  decimal = $state<Mark | null>(null);
  /** True if the user skipped rows. */
  readonly skips = $derived(this.skipProblems || this.skip.length > 0);

  /** Checks what the file would change. */
  abstract check(): Promise<void>;

  /** Forgets the answers, as they were about another file. */
  protected clear(): void {
    this.map = {};
    this.values = {};
    this.skip = [];
    this.keep = [];
    this.skipProblems = false;
    this.encoding = null;
    this.dates = null;
    this.currency = "";
    this.decimal = null;
    this.replace = false;
    this.byName = false;
    this.fields = {};
  }

  /** All answers, as fields of a request. */
  protected choices(): Omit<ImportRequest, "path"> {
    const { dates, decimal, encoding } = this;
    const currency = this.currency.trim();
    return {
      conflicts: this.take ? "take" : "keep",
      map: this.map,
      values: this.values,
      skip: this.skip,
      keep: this.keep,
      skip_problems: this.skipProblems,
      replace: this.replace,
      choices: this.fields,
      ...(this.byName ? { by_name: true } : {}),
      ...(encoding ? { encoding } : {}),
      ...(dates ? { dates } : {}),
      ...(currency ? { currency } : {}),
      ...(decimal ? { decimal } : {}),
    };
  }

  /** Sets the meaning of a column. */
  async setColumn(heading: string, field: string): Promise<void> {
    this.map = { ...this.map, [heading]: field };
    await this.check();
  }

  /** Sets the meaning of a value wherever it occurs. */
  async setValue(field: string, value: string, meaning: string): Promise<void> {
    this.values = { ...this.values, [field]: { ...this.values[field], [value]: meaning } };
    await this.check();
  }

  /** Sets which value wins for a field that was changed on both sides. */
  async choose(key: string, choice: FieldChoice): Promise<void> {
    this.fields = { ...this.fields, [key]: choice };
    await this.check();
  }

  /** Skips rows. */
  async skipRows(rows: ImportRow[]): Promise<void> {
    this.skip = [...this.skip, ...rows];
    await this.check();
  }

  /** Whether the user skipped a row. */
  isSkipped(row: ImportRow): boolean {
    return this.skip.some((skipped) => isSame(skipped, row));
  }

  /** Includes a row that is left out: a skipped one is checked again, any other is a record. */
  async includeRow(row: ImportRow): Promise<void> {
    if (this.isSkipped(row)) {
      this.skip = this.skip.filter((skipped) => !isSame(skipped, row));
      await this.check();
    } else await this.markAsRecords([row]);
  }

  /** Marks rows as records. */
  async markAsRecords(rows: ImportRow[]): Promise<void> {
    this.keep = [...this.keep, ...rows];
    await this.check();
  }

  /** Unmarks all rows that were marked as records. */
  async unmarkRecords(): Promise<void> {
    this.keep = [];
    await this.check();
  }

  /** Skips all rows with a problem. */
  async skipProblemRows(): Promise<void> {
    this.skipProblems = true;
    await this.check();
  }

  /** Skips no row any more. */
  async skipNone(): Promise<void> {
    this.skip = [];
    this.skipProblems = false;
    await this.check();
  }
}
