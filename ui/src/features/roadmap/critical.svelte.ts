// The critical path of one roadmap: loaded while it is switched on; the choice is stored.
import { workspacePreferences } from "$lib/workspace-preferences.svelte";
import type { PlanId } from "$lib/model";
import { ask } from "$lib/query";
import type { Result } from "$lib/rpc";

const KEY = "roadmap_critical";

export class CriticalPath {
  readonly #path: { data: Result<"plan.critical_path"> | undefined };

  constructor(readonly plan: () => PlanId) {
    this.#path = ask("plan.critical_path", () => (this.on ? { id: plan() } : null));
  }

  /** Whether the critical path is shown. */
  readonly on: boolean = $derived.by(() => workspacePreferences.get(KEY) === true);
  // None of these is changed after it is made.
  /* eslint-disable svelte/prefer-svelte-reactivity */
  /** The slack of each task in working days, while it is shown. */
  readonly slack: ReadonlyMap<string, number | null> = $derived.by(() => {
    const tasks = (this.on && this.#path.data?.tasks) || [];
    return new Map(tasks.map(({ id, slack_days }): [string, number | null] => [id, slack_days]));
  });
  /** The tasks and the dependencies on the critical path, while it is shown. */
  readonly marked: ReadonlySet<string> = $derived.by(() => {
    const { data } = this.#path;
    if (!this.on || !data) return new Set<string>();
    const tasks = data.tasks.filter(({ critical }) => critical).map(({ id }) => id as string);
    return new Set<string>([...tasks, ...data.tight]);
  });
  /* eslint-enable svelte/prefer-svelte-reactivity */

  set(on: boolean): void {
    workspacePreferences.set(KEY, on ? true : null);
  }
}
