// What somebody says about a file that is being taken in: what its words mean, which rows are skipped, and what gives
// way. Each word is followed by another look.
import type { DateOrder, FieldChoice, ImportRequest, ImportRow, Mark } from "$lib/gen/wire";

const isSame = (one: ImportRow, other: ImportRow): boolean =>
  one.row === other.row && one.sheet === other.sheet;

export abstract class Choices {
  /** Whether the file's value is taken where both were changed. */
  take = $state(false);
  /** Whether an account that is here becomes what the file says. */
  replace = $state(false);
  /** Whether rows of another workspace's copy are the records of the same names. */
  byName = $state(false);
  /** What becomes of fields that were changed here and in the file. */
  fields = $state.raw<Record<string, FieldChoice>>({});
  /** What was said of columns: the heading, and the field, or nothing to pass it over. */
  map = $state.raw<Record<string, string>>({});
  /** What was said of values: by field, what stands there and what is meant. */
  values = $state.raw<Record<string, Record<string, string>>>({});
  /** Rows that are skipped. */
  skip = $state.raw<ImportRow[]>([]);
  /** Rows that are records, though they look like none. */
  keep = $state.raw<ImportRow[]>([]);
  /** Whether every row with a problem is skipped. */
  skipProblems = $state(false);
  encoding = $state<string | null>(null);
  dates = $state<DateOrder | null>(null);
  currency = $state("");
  /** The mark of fractions in amounts that can be read in two ways. */
  decimal = $state<Mark | null>(null);
  /** True where rows are skipped by choice. */
  readonly skips = $derived(this.skipProblems || this.skip.length > 0);

  /** Asks what the file would change. */
  abstract look(): Promise<void>;

  /** What was said of another file is not true of this one. */
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

  /** All of it, as a request says it. */
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

  /** Says what a column means. */
  async say(heading: string, field: string): Promise<void> {
    this.map = { ...this.map, [heading]: field };
    await this.look();
  }

  /** Says what a value means wherever it stands. */
  async mean(field: string, value: string, meant: string): Promise<void> {
    this.values = { ...this.values, [field]: { ...this.values[field], [value]: meant } };
    await this.look();
  }

  /** Says what becomes of a field that was changed on both sides. */
  async choose(key: string, choice: FieldChoice): Promise<void> {
    this.fields = { ...this.fields, [key]: choice };
    await this.look();
  }

  /** Skips rows. */
  async leave(rows: ImportRow[]): Promise<void> {
    this.skip = [...this.skip, ...rows];
    await this.look();
  }

  /** True of a row that was skipped by choice. */
  isSkipped(row: ImportRow): boolean {
    return this.skip.some((skipped) => isSame(skipped, row));
  }

  /** Takes a row that is left out: one that was skipped is looked at again, any other is a record. */
  async takeRow(row: ImportRow): Promise<void> {
    if (this.isSkipped(row)) {
      this.skip = this.skip.filter((skipped) => !isSame(skipped, row));
      await this.look();
    } else await this.keepRows([row]);
  }

  /** Says that rows are records. */
  async keepRows(rows: ImportRow[]): Promise<void> {
    this.keep = [...this.keep, ...rows];
    await this.look();
  }

  /** Says of no row any more that it is a record. */
  async keepNone(): Promise<void> {
    this.keep = [];
    await this.look();
  }

  /** Skips every row with a problem. */
  async leaveProblems(): Promise<void> {
    this.skipProblems = true;
    await this.look();
  }

  /** Skips nothing any more. */
  async takeAgain(): Promise<void> {
    this.skip = [];
    this.skipProblems = false;
    await this.look();
  }
}
