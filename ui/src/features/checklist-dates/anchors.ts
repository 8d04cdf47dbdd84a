// The days that steps count from: how they are called, which of them a template needs.
import type { ChecklistTemplate } from "$lib/model";
import { m } from "$lib/paraglide/messages.js";

/** Those that every checklist knows. */
const KNOWN: Record<string, () => string> = {
  contract: m.anchor_contract,
  kickoff: m.anchor_kickoff,
  first_login: m.anchor_first_login,
  go_live: m.anchor_go_live,
};

/** The keys of those. */
export const KNOWN_ANCHORS = Object.keys(KNOWN);

/** What an anchor is called, `own` being the names that the template gives. */
export const anchorWords = (key: string, own: Record<string, string>): string =>
  own[key] ?? KNOWN[key]?.() ?? key.replaceAll("_", " ");

type Content = Pick<ChecklistTemplate, "anchors" | "phases">;

/** The names that a template gives to anchors of its own. */
export const ownAnchors = ({ anchors }: Content): Record<string, string> =>
  Object.fromEntries(anchors.flatMap(({ key, title }) => (title ? [[key, title]] : [])));

/** The anchors that steps of a template count from, in the order in which they are met. */
export function neededAnchors({ phases }: Content): string[] {
  const from = phases.flatMap(({ steps }) => steps.map((step) => step.from));
  const keys = from.flatMap((text) => (text.startsWith("anchor:") ? [text.slice(7)] : []));
  return [...new Set(keys)];
}
