// The window's cache of the workspace: one entry per command and request, dropped when a write changes a kind of record
// that the command reads.
import {
  createQueries,
  createQuery,
  keepPreviousData,
  QueryClient,
  type CreateQueryOptions,
  type CreateQueryResult,
} from "@tanstack/svelte-query";
import { untrack } from "svelte";
import { COMMANDS, type Kind } from "$lib/gen/wire";
import {
  onChanged,
  rpc,
  type CommandName,
  type Request,
  type Result,
  type RpcError,
} from "$lib/rpc";

export const queryClient = new QueryClient({
  defaultOptions: {
    // The file is on this computer: an answer is right, or it is an error, so nothing is retried. It stays right until
    // a write, or until the session's poll reports one.
    queries: { retry: false, staleTime: Infinity, gcTime: 5 * 60_000, networkMode: "always" },
  },
});

/** Whether the answer of command `name` depends on one of these kinds of record. */
export function reads(name: CommandName, kinds: readonly Kind[]): boolean {
  const own: readonly Kind[] = COMMANDS[name].reads;
  return own.some((kind) => kinds.includes(kind));
}

let stale: Promise<unknown> = Promise.resolve();

onChanged((_, changed) => {
  const asked = queryClient.invalidateQueries({
    predicate: ({ queryKey }) => reads(queryKey[0] as CommandName, changed),
  });
  stale = Promise.allSettled([stale, asked]);
});

/** Resolves when everything on the screen has been fetched again after the writes so far. */
export async function refetched(): Promise<void> {
  // A later write cancels the fetches of an earlier one and starts its own.
  for (let last; last !== stale;) {
    last = stale;
    await last;
  }
}

/** A command's answer as reactive state; nothing is asked while the request is null. With `keeps`, the answer to the request
 * before stays while another one is on its way. */
export function ask<N extends CommandName>(
  name: N,
  request: () => Request<N> | null,
  { keeps = false } = {},
) {
  const answer = createQuery<Result<N>, RpcError>(
    () => {
      const now = request();
      return {
        queryKey: [name, now],
        queryFn: () => rpc(name, now as Request<N>),
        enabled: now !== null,
        ...(keeps ? { placeholderData: keepPreviousData } : {}),
      };
    },
    () => queryClient,
  );
  // An answer tells only of what was read of it before. Both are read here, so that a screen which looks at the error first,
  // and at the data only later, is told of the data too.
  untrack(() => [answer.data, answer.error]);
  return answer;
}

/** The answers of one command to several requests, in order, as reactive state. */
export function askAll<N extends CommandName>(name: N, requests: () => Request<N>[]) {
  return createQueries<
    CreateQueryOptions<Result<N>, RpcError>[],
    CreateQueryResult<Result<N>, RpcError>[]
  >(
    () => ({
      queries: requests().map((now) => ({ queryKey: [name, now], queryFn: () => rpc(name, now) })),
    }),
    () => queryClient,
  );
}
