import type { OnboardingTargets } from "$lib/gen/wire";
import { heldTarget, ownTarget, withTarget } from "$features/settings/targets";
import { expect, it } from "vitest";

const handbook: OnboardingTargets = {
  success_tier: null,
  time_to_engage: 14,
  kickoff: 14,
  second_call: 30,
  time_to_first_value: 30,
  time_to_onboard: 45,
  stuck_after: 14,
  not_engaged_after: 90,
};

it("a tier that says something has a line, and none once it says nothing", () => {
  const said = withTarget([], "signature", "kickoff", 10, handbook);
  expect(said).toEqual([{ ...handbook, success_tier: "signature", kickoff: 10 }]);
  expect(ownTarget(said, "signature", "kickoff", handbook)).toBe(10);
  expect(ownTarget(said, "signature", "second_call", handbook)).toBeNull();
  expect(withTarget(said, "signature", "kickoff", null, handbook)).toEqual([]);
  expect(withTarget(said, "signature", "kickoff", 14, handbook), "as the handbook").toEqual([]);
});
it("what a tier does not say follows the line for all", () => {
  const tier = withTarget([], "essentials", "kickoff", 21, handbook);
  const both = withTarget(tier, null, "time_to_onboard", 60, handbook);
  expect(both.map(({ success_tier }) => success_tier)).toEqual([null, "essentials"]);
  expect(both[1]).toMatchObject({ kickoff: 21, time_to_onboard: 60 });
  expect(heldTarget(both, "advanced", "time_to_onboard", handbook)).toBe(60);
  expect(heldTarget(both, null, "time_to_onboard", handbook)).toBe(45);
  const back = withTarget(both, null, "time_to_onboard", null, handbook);
  expect(back).toEqual([{ ...handbook, success_tier: "essentials", kickoff: 21 }]);
});
