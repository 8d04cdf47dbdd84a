// The preview of a document: asks for the visible pages, keeps the last picture of a page until the next one is ready,
// and drops answers to outdated requests.
import { errorWords } from "$lib/errors";
import type { DrawnPage, Preview as Answer } from "$lib/gen/wire";
import { hasSections } from "$features/document/entries";
import type { Audience, DocumentKind, Paper, Redaction, Section } from "$lib/model";
import { rpc, RpcError } from "$lib/rpc";

/** What to print; null leaves the choice to the settings of the account and the user. */
export interface PreviewOptions {
  document: DocumentKind;
  audience: Audience;
  paper: Paper | null;
  /** The sections to print; null for all. */
  sections: Section[] | null;
  /** What is redacted. */
  redact: readonly Redaction[];
}

/** A page on the screen: its size in points, and its picture. */
export interface Sheet {
  width: number;
  height: number;
  url: string;
}

/** Scrolling asks for many pages one after another; they are requested together, this many ms later. */
const TOGETHER = 60;

/** The options as a request's fields. */
export const requestFields = ({ document, audience, paper, sections, redact }: PreviewOptions) => ({
  document,
  audience,
  ...(paper ? { paper } : {}),
  ...(sections && hasSections(document) ? { sections } : {}),
  ...(redact.length > 0 ? { redact: [...redact] } : {}),
});

/** Makes a picture of a page, decoded so that it appears without a flash. Scripts in an image never run. */
async function picture({ page, svg, width, height }: DrawnPage): Promise<[number, Sheet]> {
  const url = URL.createObjectURL(new Blob([svg], { type: "image/svg+xml" }));
  const image = new Image();
  image.src = url;
  await image.decode().catch(() => undefined);
  return [page, { url, width, height }];
}

/** Releases a picture, once its successor is on the screen. */
function releasePicture(sheet: Sheet | undefined): void {
  if (!sheet) return;
  setTimeout(() => {
    URL.revokeObjectURL(sheet.url);
  }, 1000);
}

export class Preview {
  /** The last answer about the document as a whole. */
  found = $state.raw<Omit<Answer, "drawn"> | null>(null);
  sheets = $state.raw<(Sheet | undefined)[]>([]);
  /** True while a visible page is being drawn. */
  busy = $state(false);
  error = $state<string | null>(null);

  #order: { id: string; options: PreviewOptions } | null = null;
  /** Identifies the wanted document and its options: answers for others are dropped, and their pages drawn again. */
  #state = "";
  /** True until the wanted document has been requested once. */
  #fresh = false;
  #pages: readonly number[] = [];
  #later: readonly number[] = [];
  #drawn: number[] = [];
  /** Pages that were requested and not answered yet. */
  #coming: number[] = [];
  #timer: ReturnType<typeof setTimeout> | null = null;

  /**
   * Asks for `pages` of the document with these options and version, and for `later` afterwards: visible pages come
   * before thumbnails. Pages that are drawn already are not requested again until options or version change.
   */
  want(
    id: string,
    options: PreviewOptions,
    version: number,
    pages: readonly number[],
    later: readonly number[] = [],
  ): void {
    const state = JSON.stringify([id, options, version]);
    if (state !== this.#state) {
      this.#state = state;
      this.#fresh = true;
      this.#drawn = [];
      this.#coming = [];
    }
    this.#order = { id, options };
    this.#pages = pages;
    this.#later = later;
    this.#schedule();
  }

  /** The pages to request next: first the visible ones; the others only if nothing else is requested. */
  #next(): number[] {
    const open = (page: number) => !this.#drawn.includes(page) && !this.#coming.includes(page);
    const there = (page: number) => this.#fresh || page < this.sheets.length;
    const pages = this.#pages.filter(open).filter(there);
    if (pages.length > 0 || this.#coming.length > 0) return pages;
    return this.#fresh ? [] : this.#later.filter(open).filter(there);
  }

  #schedule(): void {
    if (this.#timer !== null || (!this.#fresh && this.#next().length === 0)) return;
    this.#timer = setTimeout(() => {
      this.#timer = null;
      const pages = this.#next();
      if (this.#order && (this.#fresh || pages.length > 0)) void this.#ask(this.#order, pages);
    }, TOGETHER);
  }

  async #ask(
    { id, options }: { id: string; options: PreviewOptions },
    pages: number[],
  ): Promise<void> {
    const state = this.#state;
    this.#fresh = false;
    this.#coming.push(...pages);
    this.busy = pages.some((page) => this.#pages.includes(page));
    try {
      const { drawn, ...found } = await rpc("document.preview", {
        ...requestFields(options),
        id,
        pages,
      });
      if (state !== this.#state) return;
      const made = await Promise.all(drawn.map(picture));
      if (state !== this.#state) {
        for (const [, sheet] of made) releasePicture(sheet);
        return;
      }
      this.#show(found, made);
      this.#done(pages);
      this.error = null;
      this.#schedule();
    } catch (thrown) {
      if (state !== this.#state) return;
      this.#done(pages);
      // A newer request replaced it.
      if (RpcError.from(thrown).code !== "cancelled") this.error = errorWords(thrown);
    }
  }

  #done(pages: number[]): void {
    this.#coming = this.#coming.filter((page) => !pages.includes(page));
    this.busy = this.#coming.some((page) => this.#pages.includes(page));
  }

  #show(found: Omit<Answer, "drawn">, made: [number, Sheet][]): void {
    const sheets = Array.from({ length: found.pages }, (_, page) => this.sheets[page]);
    for (const old of this.sheets.slice(found.pages)) releasePicture(old);
    for (const [page, sheet] of made) {
      releasePicture(sheets[page]);
      sheets[page] = sheet;
      this.#drawn.push(page);
    }
    this.sheets = sheets;
    this.found = found;
  }

  /** Releases all pictures. */
  stop(): void {
    this.#state = "";
    if (this.#timer !== null) clearTimeout(this.#timer);
    for (const sheet of this.sheets) releasePicture(sheet);
    this.sheets = [];
  }
}
