import { RpcError } from "$lib/rpc";
import { turned } from "$features/plans/turned";
import { describe, expect, it } from "vitest";

const refusal = (details: Record<string, unknown>) =>
  new RpcError("invalid", "no", "target", details);

describe("a value that turns the way round", () => {
  it("is offered with the direction that it has", () => {
    const down = turned(refusal({ reason: "wrong_way", baseline: 20, target: 5 }));
    expect(down).toEqual({ baseline: 20, target: 5, direction: "lower_is_better" });
    const up = turned(refusal({ reason: "wrong_way", baseline: 5, target: 20 }));
    expect(up?.direction).toBe("higher_is_better");
  });

  it("is no other refusal", () => {
    expect(turned(null), "nothing was refused").toBeNull();
    expect(turned(refusal({ reason: "not_finite" })), "something else was").toBeNull();
  });
});
