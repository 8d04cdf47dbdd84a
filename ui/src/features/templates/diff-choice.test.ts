import type { MadePart, TemplateLine } from "$lib/gen/wire";
import { blockedBy, choices, counted } from "$features/templates/choose-parts";
import { decided, idsOf, type Decision } from "$features/templates/diff-choice";
import { describe, expect, it } from "vitest";

const line = (id: string, needs: string[] = []) => ({ id, needs }) as unknown as TemplateLine;
const part = (key: string, kind: string, under: string | null) =>
  ({ key, kind, under }) as unknown as MadePart;

describe("deciding about lines", () => {
  const lines = [
    line("objective"),
    line("initiative", ["objective"]),
    line("task", ["initiative"]),
  ];
  const none: Record<string, Decision> = {};

  it("takes over what a part hangs under", () => {
    const now = decided(lines, none, "task", "accept");
    expect(idsOf(now, "accept").sort()).toEqual(["initiative", "objective", "task"]);
  });

  it("leaves what hangs under a part that is not taken", () => {
    const now = decided(lines, decided(lines, none, "task", "accept"), "objective", "decline");
    expect(now).toEqual({ objective: "decline", initiative: "later", task: "later" });
  });
});

describe("choosing parts", () => {
  const made = [
    part("ship", "objective", null),
    part("lead", "criterion", "ship"),
    part("pilot", "initiative", "ship"),
    part("choose", "task", "pilot"),
    part("choose>build", "dependency", null),
  ];

  it("lists what can be chosen with its depth", () => {
    expect(choices(made).map(({ part: { key }, depth }) => [key, depth])).toEqual([
      ["ship", 0],
      ["lead", 1],
      ["pilot", 1],
      ["choose", 2],
    ]);
  });

  it("leaves out what hangs under a part that is not wanted", () => {
    const without = new Set(["ship"]);
    expect(blockedBy(made, without, made[3] as MadePart)?.key).toBe("ship");
    expect(counted(made, without, "task")).toBe(0);
    expect(counted(made, new Set(), "task")).toBe(1);
  });
});
