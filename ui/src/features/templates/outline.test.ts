import type { TemplateContent } from "$lib/gen/wire";
import { changed, outlineRows } from "$features/templates/outline";
import { describe, expect, it } from "vitest";

const content = {
  plan_type: "stage_adoption",
  weeks: 12,
  strategy: "",
  objectives: [
    {
      key: "ship",
      title: "Ship every week",
      start_day: 0,
      due_day: 40,
      when: [{ field: "hosting", is: ["dedicated"], not: [] }],
      criteria: [{ key: "lead", name: "Lead time", target_day: 40, when: [] }],
      initiatives: [
        {
          key: "pilot",
          title: "Pilot",
          due_day: 20,
          when: [],
          tasks: [
            { key: "choose", title: "Choose", start_day: 0, due_day: 4, after: [], when: [] },
            {
              key: "build",
              title: "Build",
              start_day: 5,
              due_day: 9,
              after: [{ key: "choose", lag_days: 0 }],
              when: [],
            },
          ],
        },
      ],
    },
  ],
} as unknown as TemplateContent;

describe("a template's outline", () => {
  it("lists parents before children, and says what a task waits for", () => {
    const rows = outlineRows(content);
    expect(rows.map(({ title, depth }) => [title, depth])).toEqual([
      ["Ship every week", 0],
      ["Lead time", 1],
      ["Pilot", 1],
      ["Choose", 2],
      ["Build", 2],
    ]);
    expect(rows.at(-1)?.after).toEqual(["Choose"]);
    expect(rows[0]?.conditional).toBe(true);
  });

  it("changes one row and leaves the others as they are", () => {
    const now = changed(
      changed(content, "lead", "title", "Lead time, days"),
      "build",
      "due_day",
      12,
    );
    const rows = outlineRows(now);
    expect(rows.find(({ key }) => key === "lead")?.title).toBe("Lead time, days");
    expect(rows.find(({ key }) => key === "build")?.days.due_day).toBe(12);
    expect(rows.find(({ key }) => key === "choose")).toEqual(outlineRows(content)[3]);
  });
});
