import { describe, expect, it } from "vitest";
import { blankTool, learned, met, nothingFound } from "$features/touchpoints/found-out";

const tool = (area: "ci" | "agile", name: string) => ({ area, ...blankTool(), tool: name });

describe("what is found out at a kickoff", () => {
  it("changes nothing where nothing was said", () => {
    const found = { ...nothingFound(), product_version: " ", tools: { ci: blankTool() } };
    expect(learned(found, { tool_stack: [tool("ci", "Jenkins")] })).toEqual({});
  });

  it("changes what was said, and puts a new tool beside what its area had", () => {
    const found = {
      ...nothingFound(),
      provider: "aws" as const,
      tools: { ci: { ...blankTool(), tool: " GitLab CI ", appetite: "low" as const } },
      people: [{ name: "Lea Moor", title: "", persona: null }],
    };
    expect(learned(found, { tool_stack: [tool("ci", "Jenkins"), tool("agile", "Jira")] })).toEqual({
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
      ...nothingFound(),
      tools: { ci: { ...blankTool(), tool: "jenkins", appetite: "high" as const } },
    };
    expect(learned(found, { tool_stack: [jenkins] })).toEqual({
      tool_stack: [{ ...jenkins, appetite: "high" }],
    });
  });

  it("takes along who is typed and not added yet", () => {
    const next = { name: "Lea Moor", title: "CTO", persona: "champion" as const };
    expect(met({ ...nothingFound(), next })).toEqual([next]);
    expect(met(nothingFound())).toEqual([]);
  });
});
