// What is found out at a kickoff, while it is typed, and the change of the account that it becomes.
import type { Account, Level, Persona, ToolArea, ToolUse } from "$lib/model";

import type * as W from "$lib/gen/wire";

export interface ToolFinding {
  tool: string;
  satisfaction: Level | null;
  appetite: Level | null;
  contract_end: string | null;
}

/** Somebody who was met for the first time. */
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
  /** Who is typed and not in the list yet; whoever logs takes them along. */
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

/** Everybody who was met, also who is only typed yet. */
export function peopleMet({ people, next }: KickoffFindings): PersonMet[] {
  return next.name.trim() ? [...people, next] : people;
}

/** The same as they are sent: what nobody said is left out. */
export const peopleToSend = (found: KickoffFindings): W.MetPerson[] =>
  peopleMet(found).map(({ persona, ...who }) => (persona ? { ...who, persona } : who));

/** Whether anything was found out. */
export function hasFindings(found: KickoffFindings): boolean {
  const named = Object.values(found.tools).some(({ tool }) => tool.trim() !== "");
  return named || peopleMet(found).length > 0 || facts(found).length > 0;
}

/** The technical context that was said. */
function facts({ tools: _, people: _people, next: _next, ...said }: KickoffFindings) {
  return Object.entries(said).filter(
    ([, value]) => value !== null && (typeof value !== "string" || value.trim() !== ""),
  );
}

type AccountChanges = NonNullable<Partial<W.Account>>;

/**
 * The fields of the account that change: only what was said. A tool that the area has already learns what is new of it;
 * another one stands beside it, since most customers replace theirs one team at a time.
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
    const said = named.find((one) => same(one)(use));
    return said ? { ...use, ...whatIsSaid(said) } : use;
  });
  const fresh = named.filter((one) => !account.tool_stack.some(same(one)));
  return {
    ...(Object.fromEntries(facts(found)) as AccountChanges),
    ...(named.length > 0 ? { tool_stack: [...known, ...fresh] } : {}),
  };
}

const whatIsSaid = ({ satisfaction, appetite, contract_end }: ToolFinding) => ({
  ...(satisfaction && { satisfaction }),
  ...(appetite && { appetite }),
  ...(contract_end && { contract_end }),
});
