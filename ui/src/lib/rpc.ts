// The only way from the window to a command of the core. Adds the request id to writes, turns errors into RpcError, and
// tells listeners which kinds of record a write changed. Does not cache (query.ts) and does not word errors
// (errors.ts).
import { host } from "$host";
import { COMMANDS, type Failure, type Kind, type RpcSchema } from "$lib/gen/wire";
import { v7 as uuidv7 } from "uuid";

export type CommandName = keyof RpcSchema;
export type Request<N extends CommandName> = RpcSchema[N][0];
export type Result<N extends CommandName> = RpcSchema[N][1];

/** An error of a command: `code` is for programs, `field` names the input that it is about. */
export class RpcError extends Error {
  constructor(
    readonly code: Failure["code"],
    message: string,
    readonly field: string | null = null,
    readonly details: Record<string, unknown> = {},
  ) {
    super(message);
    this.name = "RpcError";
  }

  /** Anything that was thrown, as an RpcError; what is no error of a command becomes `internal`. */
  static from(thrown: unknown): RpcError {
    if (thrown instanceof RpcError) return thrown;
    if (typeof thrown === "object" && thrown !== null && "code" in thrown && "message" in thrown) {
      const { code, message, field, details } = thrown as Failure;
      return new RpcError(code, message, field ?? null, details ?? {});
    }
    return new RpcError("internal", String(thrown));
  }
}

type Listener = (name: CommandName, changed: readonly Kind[]) => void;
const listeners = new Set<Listener>();

/** Calls `listener` after every command that changed records; returns how to stop. */
export function onChanged(listener: Listener): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

const writing = new Set<Promise<unknown>>();

/** Resolves when every write that was sent has its answer. */
export async function writesFinished(): Promise<void> {
  await Promise.allSettled(writing);
}

/** Runs a command. Rejects with {@link RpcError}. */
export async function rpc<N extends CommandName>(name: N, request: Request<N>): Promise<Result<N>> {
  if (COMMANDS[name].access !== "write") return call(name, request);
  const answer = call(name, { ...request, request_id: uuidv7() });
  writing.add(answer);
  try {
    return await answer;
  } finally {
    writing.delete(answer);
  }
}

async function call<N extends CommandName>(name: N, request: object): Promise<Result<N>> {
  try {
    const { result, changed } = await host.call(name, request);
    if (changed.length > 0) for (const listener of listeners) listener(name, changed);
    return result as Result<N>;
  } catch (thrown) {
    throw RpcError.from(thrown);
  }
}
