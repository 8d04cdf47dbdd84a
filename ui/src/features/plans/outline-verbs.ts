// The verbs of a plan, with their targets, and finding the field that adds a row.
import type { Outline, Plan } from "$lib/model";
import { m } from "$lib/paraglide/messages.js";
import { links, router } from "$lib/router.svelte";
import type { Letter } from "$lib/shortcuts";
import type { Verb } from "$lib/verbs.svelte";
import { initiativeOf, objectiveOf, positionOf } from "$features/plans/siblings";
import { tick } from "svelte";

/** Focuses the field that adds a `kind` to the record `parent`. */
export function focusAdder(root: HTMLElement | undefined, kind: string, parent: string): void {
  const adder = root?.querySelector(`[data-adder="${kind} ${CSS.escape(parent)}"]`);
  const input = adder?.querySelector("input");
  if (input) input.focus();
  else adder?.querySelector("button")?.click();
  adder?.querySelector("input")?.scrollIntoView({ block: "nearest" });
}

/** For each letter, the parent of the row that it adds, given the row `at`; null if there is none. */
export const TARGETS: Partial<
  Record<Letter, { kind: string; parent: (o: Outline, at: string) => string | null }>
> = {
  n: { kind: "objective", parent: ({ plan }) => plan.id },
  c: {
    kind: "criterion",
    parent: (o, at) => objectiveOf(o, at) ?? o.objectives.at(-1)?.objective.id ?? null,
  },
  i: {
    kind: "initiative",
    parent: (o, at) => objectiveOf(o, at) ?? o.objectives.at(-1)?.objective.id ?? null,
  },
  t: {
    kind: "task",
    parent: (o, at) =>
      objectiveOf(o, at) === null
        ? (o.objectives.flatMap(({ initiatives }) => initiatives).at(-1)?.initiative.id ?? null)
        : initiativeOf(o, at),
  },
};

/**
 * All verbs that add something to the plan. Those for the row `at` show their letter; the others are found by typing.
 */
export function addingVerbs(
  outline: Outline,
  at: string,
  root: () => HTMLElement | undefined,
): Verb[] {
  const { plan, account, objectives } = outline;
  const add = (
    kind: "objective" | "criterion" | "initiative" | "task",
    parent: string,
    label: string,
    letter: Letter,
  ): Verb => {
    const near = TARGETS[letter]?.parent(outline, at) === parent;
    return {
      id: `add-${kind} ${parent}`,
      label,
      ...(near ? { keys: letter } : { quiet: true }),
      run: () => {
        focusAdder(root(), kind, parent);
      },
    };
  };
  const reading = (id: string, name: string): Verb => ({
    id: `add-reading ${id}`,
    label: m.verb_add_reading({ criterion: name }),
    ...(id === at ? { keys: "r" } : { quiet: true }),
    run: () => {
      router.go(links.plan(plan.id, { kind: "criterion", id }));
      // The pane appears a moment after the address has changed.
      setTimeout(() => {
        void tick().then(() =>
          document.querySelector<HTMLElement>("[data-new-reading] input")?.focus(),
        );
      });
    },
  });
  return [
    add(
      "objective",
      plan.id,
      m.verb_add_objective({ plan: plan.title, account: account.name }),
      "n",
    ),
    ...objectives.flatMap(({ objective, criteria, initiatives }) => [
      add("criterion", objective.id, m.verb_add_criterion({ objective: objective.title }), "c"),
      add("initiative", objective.id, m.verb_add_initiative({ objective: objective.title }), "i"),
      ...initiatives.map(({ initiative }) =>
        add("task", initiative.id, m.verb_add_task({ initiative: initiative.title }), "t"),
      ),
      ...criteria.map(({ criterion }) => reading(criterion.id, criterion.name)),
    ]),
  ];
}

/** The verbs that move the row `at`, which has the focus or had it last. */
export function movingVerbs(
  outline: Outline,
  at: string,
  move: (id: string, way: "up" | "down") => void,
): Verb[] {
  const title = positionOf(outline, at)?.row.title;
  if (title === undefined) return [];
  const verb = (way: "up" | "down", label: string): Verb => ({
    id: `move-${way}`,
    label,
    keys: `alt+${way}`,
    run: () => {
      move(at, way);
    },
  });
  return [verb("up", m.verb_move_up({ title })), verb("down", m.verb_move_down({ title }))];
}

/** Opens the document room of the plan. */
export const exportingVerb = ({
  plan,
  account,
}: {
  plan: Pick<Plan, "id" | "title">;
  account: { name: string };
}): Verb => ({
  id: `export ${plan.id}`,
  label: m.verb_export({ plan: plan.title, account: account.name }),
  of: `${plan.title}, ${account.name}`,
  run: () => {
    router.go(links.document(plan.id));
  },
});
