// The error for a baseline and target that contradict the direction of their criterion.
import type { Direction } from "$lib/gen/wire";
import { RpcError } from "$lib/rpc";

export interface DirectionConflict {
  baseline: number;
  target: number;
  direction: Direction;
}

/** The values of such an error, with the direction that would fit; null for any other error. */
export function directionConflict(thrown: unknown): DirectionConflict | null {
  if (thrown === null) return null;
  const { reason, baseline, target } = RpcError.from(thrown).details;
  if (reason !== "wrong_way" || typeof baseline !== "number" || typeof target !== "number")
    return null;
  const direction = target > baseline ? "higher_is_better" : "lower_is_better";
  return { baseline, target, direction };
}
