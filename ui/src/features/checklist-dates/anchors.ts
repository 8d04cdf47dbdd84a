// Anchors: the named days that steps count from, such as the kickoff. Their names, and which of them a template needs.
import type { ChecklistTemplate } from "$lib/model";
import { m } from "$lib/paraglide/messages.js";

/** The anchors that exist in every checklist. */
const KNOWN: Record<string, () => string> = {
  contract: m.anchor_contract,
  kickoff: m.anchor_kickoff,
  first_login: m.anchor_first_login,
  go_live: m.anchor_go_live,
};

/** The keys of these anchors. */
export const KNOWN_ANCHORS = Object.keys(KNOWN);

/** The name of an anchor; `own` has the template's names. */
export const anchorWords = (key: string, own: Record<string, string>): string =>
  own[key] ?? KNOWN[key]?.() ?? key.replaceAll("_", " ");

type Content = Pick<ChecklistTemplate, "anchors" | "phases">;

/** A template's names for anchors of its own. */
export const ownAnchors = ({ anchors }: Content): Record<string, string> =>
  Object.fromEntries(anchors.flatMap(({ key, title }) => (title ? [[key, title]] : [])));

/** The anchors that the steps of a template count from, in the order of the steps. */
export function neededAnchors({ phases }: Content): string[] {
  const from = phases.flatMap(({ steps }) => steps.map((step) => step.from));
  const keys = from.flatMap((text) => (text.startsWith("anchor:") ? [text.slice(7)] : []));
  return [...new Set(keys)];
}
