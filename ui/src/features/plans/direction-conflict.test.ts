import { RpcError } from "$lib/rpc";
import { directionConflict } from "$features/plans/direction-conflict";
import { describe, expect, it } from "vitest";

const refusal = (details: Record<string, unknown>) =>
  new RpcError("invalid", "no", "target", details);

describe("a value that turns the way round", () => {
  it("is offered with the direction that it has", () => {
    const down = directionConflict(refusal({ reason: "wrong_way", baseline: 20, target: 5 }));
    expect(down).toEqual({ baseline: 20, target: 5, direction: "lower_is_better" });
    const up = directionConflict(refusal({ reason: "wrong_way", baseline: 5, target: 20 }));
    expect(up?.direction).toBe("higher_is_better");
  });

  it("is no other refusal", () => {
    expect(directionConflict(null), "nothing was refused").toBeNull();
    expect(directionConflict(refusal({ reason: "not_finite" })), "something else was").toBeNull();
  });
});
