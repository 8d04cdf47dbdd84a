// The checklists of an account as its room needs them: all of them, the open one, its steps, and the step in the pane.
import type { AccountId, ChecklistId, ChecklistStepId } from "$lib/model";
import { ask } from "$lib/query";
import type { Detail } from "$lib/router.svelte";
import { recordsShown } from "$lib/safe-fields";
import { inOrder } from "$features/checklists/runs";

const all = { limit: 100_000 };

export class AccountRuns {
  #where: () => { detail: Detail | null } | null;
  #list;
  #one;
  #steps;

  /** `where` returns what is open in the tab, and null while another tab is shown. */
  constructor(account: AccountId, where: () => { detail: Detail | null } | null) {
    this.#where = where;
    this.#list = ask("checklist.list", () =>
      where() ? { filter: { account_id: account }, page: all } : null,
    );
    this.#one = ask("checklist_step.get", () => {
      const id = this.#open("checklist_step");
      return id ? { id: id as ChecklistStepId } : null;
    });
    this.#steps = ask("checklist_step.list", () => {
      const id = this.run?.id;
      return id ? { filter: { checklist_id: id }, page: all } : null;
    });
  }

  #open(kind: Detail["kind"]): string | null {
    const detail = this.#where()?.detail;
    return detail?.kind === kind ? detail.id : null;
  }

  /** The checklists in order; undefined until they are loaded. */
  get runs() {
    return this.#list.data && inOrder(this.#list.data.items);
  }

  /** The open checklist: the one in the address, the one of the open step, or the first. */
  get run() {
    const step = this.#open("checklist_step");
    const named = step
      ? this.#one.data?.checklist_id
      : (this.#open("checklist") as ChecklistId | null);
    if (step && !named) return undefined;
    return named ? this.runs?.find(({ id }) => id === named) : this.runs?.[0];
  }

  /** All steps of the open checklist in order; undefined until they are loaded. */
  get steps() {
    return this.#steps.data?.items;
  }

  /** The open step, if it may be shown. */
  get step() {
    const id = this.#open("checklist_step");
    return id
      ? recordsShown("checklist_step", this.steps ?? []).find((step) => step.id === id)
      : undefined;
  }

  /** Defined once it is known whether what the address names exists. */
  get data(): unknown {
    if (!this.#list.data) return undefined;
    return this.#open("checklist_step") && !this.#one.error ? this.#one.data && this.steps : true;
  }
  get isFetching(): boolean {
    return this.#list.isFetching || this.#one.isFetching || this.#steps.isFetching;
  }

  /** Resolves when the steps are shown as they are after a change. */
  fresh = (): Promise<unknown> => this.#steps.refetch();
}
