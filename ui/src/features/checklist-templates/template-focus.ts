// Where the focus goes in the outline of a template when steps and phases move about or go.
import { refetched } from "$lib/query";
import { tick } from "svelte";

/**
 * Puts the focus on the first of some places in `root` that there is: as soon as a change is drawn, so that the next
 * key does not go astray, and again once the answer is drawn, unless somebody went elsewhere meanwhile.
 */
export async function focusAfter(
  change: Promise<unknown>,
  root: HTMLElement | undefined,
  places: readonly string[],
): Promise<void> {
  const focus = () => {
    const found = places.map((place) => root?.querySelector<HTMLElement>(place));
    found.find((element) => element)?.focus();
  };
  await tick();
  focus();
  await change;
  await refetched();
  await tick();
  // What was redrawn under the focus leaves it to the page, or to a place around the outline.
  if (document.activeElement?.contains(root ?? null) ?? true) focus();
}

/** The line of a step. */
export const stepLine = (key: string): string => `[data-step="${CSS.escape(key)}"] button`;

const section = (at: number) => `section:nth-of-type(${String(at + 1)})`;
/** The first verb of a phase moves it up, the second one down. */
export const phaseVerb = (at: number, way: "up" | "down"): string =>
  `${section(at)} header .verbs button:nth-child(${way === "up" ? "1" : "2"})`;
/** The title of a phase. */
export const phaseTitle = (at: number): string => `${section(at)} header :is(input, textarea)`;
/** What adds a step to a phase. */
export const stepAdder = (at: number): string => `${section(at)} > .adder :is(input, button)`;
/** What adds a phase. */
export const PHASE_ADDER = ":scope > .adder :is(input, button)";
