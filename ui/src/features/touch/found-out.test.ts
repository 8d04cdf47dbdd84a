import { describe, expect, it } from "vitest";
import { blankTool, learned, nothingFound } from "$features/touch/found-out";

const tool = (area: "ci" | "agile", name: string) => ({ area, ...blankTool(), tool: name });

describe("what is found out at a kickoff", () => {
  it("changes nothing where nothing was said", () => {
    const found = { ...nothingFound(), product_version: " ", tools: { ci: blankTool() } };
    expect(learned(found, { tool_stack: [tool("ci", "Jenkins")] })).toEqual({});
  });

  it("changes what was said, and puts a tool in the place of what its area had", () => {
    const found = {
      ...nothingFound(),
      provider: "aws" as const,
      tools: { ci: { ...blankTool(), tool: " GitLab CI ", appetite: "low" as const } },
      people: [{ name: "Lea Moor", title: "" }],
    };
    expect(learned(found, { tool_stack: [tool("ci", "Jenkins"), tool("agile", "Jira")] })).toEqual({
      provider: "aws",
      tool_stack: [tool("agile", "Jira"), { ...tool("ci", "GitLab CI"), appetite: "low" }],
    });
  });
});
