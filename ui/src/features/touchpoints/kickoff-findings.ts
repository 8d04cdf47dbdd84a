// The findings of a kickoff as they are typed, and the changes of the account that follow from them.
import type { Account, Level, Persona, ToolArea, ToolUse } from "$lib/model";

import type * as W from "$lib/gen/wire";

export interface ToolFinding {
  tool: string;
  satisfaction: Level | null;
  appetite: Level | null;
  contract_end: string | null;
}

/** A person who was met for the first time. */
export interface PersonMet {
  name: string;
  title: string;
  persona: Persona | null;
}

export interface KickoffFindings {
  hosting: W.Hosting | null;
  provider: W.Provider | null;
  deployer: W.Deployer | null;
  high_availability: W.YesNo | null;
  air_gapped: W.YesNo | null;
  product_version: string;
  reference_architecture: string;
  backup_and_dr: string;
  tools: Partial<Record<ToolArea, ToolFinding>>;
  people: PersonMet[];
  /** The person who is typed and not in the list yet; logging includes them. */
  next: PersonMet;
}

export const noPerson = (): PersonMet => ({ name: "", title: "", persona: null });

export const noFindings = (): KickoffFindings => ({
  hosting: null,
  provider: null,
  deployer: null,
  high_availability: null,
  air_gapped: null,
  product_version: "",
  reference_architecture: "",
  backup_and_dr: "",
  tools: {},
  people: [],
  next: noPerson(),
});

export const noTool = (): ToolFinding => ({
  tool: "",
  satisfaction: null,
  appetite: null,
  contract_end: null,
});

/** All people who were met, including the one who is only typed yet. */
export function peopleMet({ people, next }: KickoffFindings): PersonMet[] {
  return next.name.trim() ? [...people, next] : people;
}

/** The same for the request, without empty fields. */
export const peopleToSend = (found: KickoffFindings): W.MetPerson[] =>
  peopleMet(found).map(({ persona, ...who }) => (persona ? { ...who, persona } : who));

/** Whether anything was filled in. */
export function hasFindings(found: KickoffFindings): boolean {
  const named = Object.values(found.tools).some(({ tool }) => tool.trim() !== "");
  return named || peopleMet(found).length > 0 || facts(found).length > 0;
}

/** The fields of the technical context that were filled in. */
function facts({ tools: _, people: _people, next: _next, ...filled }: KickoffFindings) {
  return Object.entries(filled).filter(
    ([, value]) => value !== null && (typeof value !== "string" || value.trim() !== ""),
  );
}

type AccountChanges = NonNullable<Partial<W.Account>>;

/**
 * The fields of the account that change: only what was filled in. A tool that its area has already is updated; another
 * one is added beside it, as most customers replace theirs one team at a time.
 */
export function accountChanges(
  found: KickoffFindings,
  account: Pick<Account, "tool_stack">,
): AccountChanges {
  const named = (Object.entries(found.tools) as [ToolArea, ToolFinding][])
    .map(([area, { tool, ...more }]) => ({ area, tool: tool.trim(), ...more }))
    .filter(({ tool }) => tool !== "");
  const same = (one: ToolUse) => (other: ToolUse) =>
    one.area === other.area && one.tool.toLowerCase() === other.tool.trim().toLowerCase();
  const known = account.tool_stack.map((use) => {
    const filled = named.find((one) => same(one)(use));
    return filled ? { ...use, ...filledOnly(filled) } : use;
  });
  const fresh = named.filter((one) => !account.tool_stack.some(same(one)));
  return {
    ...(Object.fromEntries(facts(found)) as AccountChanges),
    ...(named.length > 0 ? { tool_stack: [...known, ...fresh] } : {}),
  };
}

const filledOnly = ({ satisfaction, appetite, contract_end }: ToolFinding) => ({
  ...(satisfaction && { satisfaction }),
  ...(appetite && { appetite }),
  ...(contract_end && { contract_end }),
});
