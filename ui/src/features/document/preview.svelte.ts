// The pages of a document as they will be printed: asks for those that can be seen, keeps the last
// drawing while the next is made, and drops answers that a newer question has overtaken.
import { errorWords } from "$lib/errors";
import type { DrawnPage, Preview as Answer } from "$lib/gen/wire";
import type { Audience, DocumentKind, Paper, PlanId, Section } from "$lib/model";
import { rpc, RpcError } from "$lib/rpc";

/** What is asked for; null leaves the choice to the plan's account and the person. */
export interface Wish {
  document: DocumentKind;
  audience: Audience;
  paper: Paper | null;
  /** All parts where null. */
  sections: Section[] | null;
}

/** A page on the screen: its size in points, and its picture. */
export interface Sheet {
  width: number;
  height: number;
  url: string;
}

/** Scrolling asks for many pages one after another; they are asked for together, this many ms later. */
const TOGETHER = 60;

/** The wish as a request's fields. */
export const asked = ({ document, audience, paper, sections }: Wish) => ({
  document,
  audience,
  ...(paper ? { paper } : {}),
  ...(sections && document === "success-plan" ? { sections } : {}),
});

/** Makes a picture of a page, ready to be shown without a flash. Scripts in an image never run. */
async function picture({ svg, width, height }: DrawnPage): Promise<Sheet> {
  const url = URL.createObjectURL(new Blob([svg], { type: "image/svg+xml" }));
  const image = new Image();
  image.src = url;
  await image.decode().catch(() => undefined);
  return { url, width, height };
}

export class Preview {
  /** What was last answered of the document as a whole. */
  found = $state.raw<Omit<Answer, "drawn"> | null>(null);
  sheets = $state.raw<(Sheet | undefined)[]>([]);
  busy = $state(false);
  error = $state<string | null>(null);

  /** Grows with every question, so that an answer knows whether it is still wanted. */
  #turn = 0;
  /** Which document the pages were drawn for; a page of an older one is drawn anew. */
  #state = "";
  #drawn: number[] = [];
  #timer: ReturnType<typeof setTimeout> | undefined;

  /**
   * Asks for `pages` of what `wish` and `version` say. Pages that are there already are not asked for
   * again until one of the two changes.
   */
  want(id: PlanId, wish: Wish, version: number, pages: number[]): void {
    const state = JSON.stringify([id, wish, version]);
    const changed = state !== this.#state;
    if (changed) this.#drawn = [];
    this.#state = state;
    const missing = pages.filter((page) => !this.#drawn.includes(page));
    if (!changed && missing.length === 0) return;
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => void this.#ask(id, wish, missing), TOGETHER);
  }

  async #ask(id: PlanId, wish: Wish, pages: number[]): Promise<void> {
    const turn = ++this.#turn;
    this.busy = true;
    try {
      const { drawn, ...found } = await rpc("document.preview", { ...asked(wish), id, pages });
      const made = await Promise.all(drawn.map(async (page) => [page.page, await picture(page)]));
      if (turn !== this.#turn) return;
      this.#show(found, made as [number, Sheet][]);
      this.error = null;
    } catch (thrown) {
      // A newer question took its place.
      if (turn !== this.#turn || RpcError.from(thrown).code === "cancelled") return;
      this.error = errorWords(thrown);
    } finally {
      if (turn === this.#turn) this.busy = false;
    }
  }

  #show(found: Omit<Answer, "drawn">, made: [number, Sheet][]): void {
    const sheets = Array.from({ length: found.pages }, (_, page) => this.sheets[page]);
    for (const gone of this.sheets.slice(found.pages)) this.#forget(gone);
    for (const [page, sheet] of made) {
      this.#forget(sheets[page]);
      sheets[page] = sheet;
      this.#drawn.push(page);
    }
    this.sheets = sheets;
    this.found = found;
  }

  #forget(sheet: Sheet | undefined): void {
    // Once the picture that takes its place is on the screen.
    if (sheet)
      setTimeout(() => {
        URL.revokeObjectURL(sheet.url);
      }, 1000);
  }

  /** Lets go of every picture. */
  stop(): void {
    this.#turn += 1;
    clearTimeout(this.#timer);
    for (const sheet of this.sheets) this.#forget(sheet);
    this.sheets = [];
  }
}
