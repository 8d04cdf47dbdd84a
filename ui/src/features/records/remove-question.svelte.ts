// The question before a record is deleted that has others below it.
import type { Kind } from "$lib/gen/wire";
import { rpc } from "$lib/rpc";
import { weightWords } from "$features/records/weight";

interface Asking {
  title: string;
  /** What would be deleted with it, counted. */
  along: string;
  answer: (yes: boolean) => void;
}

class RemoveQuestion {
  /** The open question; null for none. */
  asking = $state.raw<Asking | null>(null);

  /** True at once if nothing is below the record, else once the user agreed. */
  async allowed(kind: Kind, id: string, title: string): Promise<boolean> {
    const { under } = await rpc("bin.preview", { kind, ids: [id] });
    const along = weightWords(under);
    if (!along) return true;
    this.asking?.answer(false);
    return await new Promise((resolve) => {
      const answer = (yes: boolean) => {
        this.asking = null;
        resolve(yes);
      };
      this.asking = { title, along, answer };
    });
  }
}

export const removeQuestion = new RemoveQuestion();
