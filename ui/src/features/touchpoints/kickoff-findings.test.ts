import { describe, expect, it } from "vitest";
import {
  noTool,
  accountChanges,
  peopleMet,
  noFindings,
} from "$features/touchpoints/kickoff-findings";

const tool = (area: "ci" | "agile", name: string) => ({ area, ...noTool(), tool: name });

describe("what is found out at a kickoff", () => {
  it("changes nothing where nothing was said", () => {
    const found = { ...noFindings(), product_version: " ", tools: { ci: noTool() } };
    expect(accountChanges(found, { tool_stack: [tool("ci", "Jenkins")] })).toEqual({});
  });

  it("changes what was said, and puts a new tool beside what its area had", () => {
    const found = {
      ...noFindings(),
      provider: "aws" as const,
      tools: { ci: { ...noTool(), tool: " GitLab CI ", appetite: "low" as const } },
      people: [{ name: "Lea Moor", title: "", persona: null }],
    };
    expect(
      accountChanges(found, { tool_stack: [tool("ci", "Jenkins"), tool("agile", "Jira")] }),
    ).toEqual({
      provider: "aws",
      tool_stack: [
        tool("ci", "Jenkins"),
        tool("agile", "Jira"),
        { ...tool("ci", "GitLab CI"), appetite: "low" },
      ],
    });
  });

  it("adds to a tool that is known, and forgets nothing of it", () => {
    const jenkins = {
      ...tool("ci", "Jenkins"),
      satisfaction: "low" as const,
      contract_end: "2027-03-31",
    };
    const found = {
      ...noFindings(),
      tools: { ci: { ...noTool(), tool: "jenkins", appetite: "high" as const } },
    };
    expect(accountChanges(found, { tool_stack: [jenkins] })).toEqual({
      tool_stack: [{ ...jenkins, appetite: "high" }],
    });
  });

  it("takes along who is typed and not added yet", () => {
    const next = { name: "Lea Moor", title: "CTO", persona: "champion" as const };
    expect(peopleMet({ ...noFindings(), next })).toEqual([next]);
    expect(peopleMet(noFindings())).toEqual([]);
  });
});
