// What can be done with a whole checklist, by the buttons in its head and from the palette.
import { errorWords } from "$lib/errors";
import type { Checklist } from "$lib/model";
import { m } from "$lib/paraglide/messages.js";
import { update } from "$lib/records";
import { safe } from "$lib/safe.svelte";
import { session } from "$lib/session.svelte";
import { toasts } from "$lib/toasts.svelte";
import { verbs, type Verb } from "$lib/verbs.svelte";
import { importing } from "$features/import/importing.svelte";

class RunHead {
  /** The dialog that is open. */
  asking = $state<"anchors" | "close" | null>(null);

  /** Makes it the account's primary checklist, which is shown first. */
  async makePrimary(run: Checklist): Promise<void> {
    const { is_primary } = run;
    try {
      await update("checklist", run, { is_primary: true }, { is_primary });
    } catch (thrown) {
      toasts.show(errorWords(thrown), undefined, "bad");
    }
  }

  /** Reopens a closed checklist. */
  async reopen(run: Checklist): Promise<void> {
    try {
      await update("checklist", run, { closed_on: null }, { closed_on: run.closed_on });
    } catch (thrown) {
      toasts.show(errorWords(thrown), undefined, "bad");
    }
  }

  /** Imports a copy that was edited outside of Cairn. */
  bringBack({ id }: Checklist): void {
    importing.start({ kind: "checklist", checklist: id });
  }

  /** Offers its verbs until the returned function is called. */
  offer(run: Checklist): (() => void) | undefined {
    if (session.readOnly) return undefined;
    const { id, title } = run;
    const verb = (asking: "anchors" | "close", label: string): Verb => ({
      id: `checklist-${asking} ${id}`,
      label,
      run: () => {
        this.asking = asking;
      },
    });
    const closed = run.closed_on !== null;
    const dated = Object.keys(run.anchors).length > 0 && !closed;
    return verbs.offer((): Verb[] => [
      ...(dated ? [verb("anchors", m.verb_anchors({ title }))] : []),
      ...(closed && !safe.on
        ? [
            {
              id: `checklist-reopen ${id}` as const,
              label: m.verb_run_reopen({ title }),
              run: () => void this.reopen(run),
            },
          ]
        : []),
      ...(closed || safe.on ? [] : [verb("close", m.verb_run_close({ title }))]),
      ...(closed || safe.on
        ? []
        : [
            {
              id: `checklist-import ${id}` as const,
              label: m.verb_run_import({ title }),
              run: () => {
                this.bringBack(run);
              },
            },
          ]),
    ]);
  }
}

export const runHead = new RunHead();
