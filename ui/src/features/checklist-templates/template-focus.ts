// Where the focus goes in the outline of a template when steps and phases are moved or removed.
import { refetched } from "$lib/query";
import { tick } from "svelte";

/**
 * Focuses the first of some elements in `root` that exists: once as soon as a change is drawn, so that the next key
 * press is not lost, and once more when the answer is drawn, unless the user moved the focus meanwhile.
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
  // If the focused element was redrawn, the focus is at the page or at an element around the outline.
  if (document.activeElement?.contains(root ?? null) ?? true) focus();
}

/** The line of a step. */
export const stepLine = (key: string): string => `[data-step="${CSS.escape(key)}"] button`;

const section = (at: number) => `section:nth-of-type(${String(at + 1)})`;
/** The first button of a phase moves it up, the second one down. */
export const phaseVerb = (at: number, way: "up" | "down"): string =>
  `${section(at)} header .verbs button:nth-child(${way === "up" ? "1" : "2"})`;
/** The title of a phase. */
export const phaseTitle = (at: number): string => `${section(at)} header :is(input, textarea)`;
/** The button that adds a step to a phase. */
export const stepAdder = (at: number): string => `${section(at)} > .adder :is(input, button)`;
/** The button that adds a phase. */
export const PHASE_ADDER = ":scope > .adder :is(input, button)";
