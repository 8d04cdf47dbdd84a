// The question before a record goes under which others hang.
import type { Kind } from "$lib/gen/wire";
import { rpc } from "$lib/rpc";
import { weightWords } from "$features/records/weight";

interface Asking {
  title: string;
  /** What goes along, counted. */
  along: string;
  answer: (yes: boolean) => void;
}

class RemoveQuestion {
  /** What waits for a yes; null when nothing does. */
  asking = $state.raw<Asking | null>(null);

  /** True at once where nothing hangs under the record, else once somebody said yes. */
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
