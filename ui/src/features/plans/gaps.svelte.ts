// What the program said is missing before an outcome can be accepted, until it is tried again.
import type { ObjectiveId } from "$lib/model";
import { SvelteMap } from "svelte/reactivity";

/** The missing fields, by objective. */
export const gaps = new SvelteMap<ObjectiveId, string[]>();
