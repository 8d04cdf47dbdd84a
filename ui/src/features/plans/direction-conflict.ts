// Baseline and target that were refused because they turn the way round, with the direction that they have.
import type { Direction } from "$lib/gen/wire";
import { RpcError } from "$lib/rpc";

export interface DirectionConflict {
  baseline: number;
  target: number;
  direction: Direction;
}

/** What a refusal says of them; null where it is about something else. */
export function directionConflict(thrown: unknown): DirectionConflict | null {
  if (thrown === null) return null;
  const { reason, baseline, target } = RpcError.from(thrown).details;
  if (reason !== "wrong_way" || typeof baseline !== "number" || typeof target !== "number")
    return null;
  const direction = target > baseline ? "higher_is_better" : "lower_is_better";
  return { baseline, target, direction };
}
