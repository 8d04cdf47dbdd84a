// What is found out at a kickoff, while it is typed, and the change of the account that it becomes.
import type { Account, Level, ToolArea, ToolUse } from "$lib/model";
import type * as W from "$lib/gen/wire";

export interface FoundTool {
  tool: string;
  satisfaction: Level | null;
  appetite: Level | null;
  contract_end: string | null;
}

/** Somebody who was met for the first time. */
export interface Met {
  name: string;
  title: string;
}

export interface FoundOut {
  hosting: W.Hosting | null;
  provider: W.Provider | null;
  deployer: W.Deployer | null;
  high_availability: W.YesNo | null;
  air_gapped: W.YesNo | null;
  product_version: string;
  reference_architecture: string;
  backup_and_dr: string;
  tools: Partial<Record<ToolArea, FoundTool>>;
  people: Met[];
}

export const nothingFound = (): FoundOut => ({
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
});

export const blankTool = (): FoundTool => ({
  tool: "",
  satisfaction: null,
  appetite: null,
  contract_end: null,
});

type Learned = NonNullable<Partial<W.Account>>;

/** The fields of the account that change: only what was said. A tool takes the place of what its area had. */
export function learned(found: FoundOut, account: Pick<Account, "tool_stack">): Learned {
  const { tools, people: _, ...facts } = found;
  const said = Object.entries(facts).filter(
    ([, value]) => value !== null && (typeof value !== "string" || value.trim() !== ""),
  );
  const named: ToolUse[] = (Object.entries(tools) as [ToolArea, FoundTool][])
    .filter(([, { tool }]) => tool.trim() !== "")
    .map(([area, tool]) => ({ area, ...tool, tool: tool.tool.trim() }));
  const kept = account.tool_stack.filter((use) => !named.some(({ area }) => area === use.area));
  return {
    ...(Object.fromEntries(said) as Learned),
    ...(named.length > 0 ? { tool_stack: [...kept, ...named] } : {}),
  };
}
