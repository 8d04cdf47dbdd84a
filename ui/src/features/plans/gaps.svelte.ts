// What the core found missing when an outcome was to be accepted, until the next attempt.
import type { ObjectiveId } from "$lib/model";
import { SvelteMap } from "svelte/reactivity";

/** The missing fields, by objective. */
export const gaps = new SvelteMap<ObjectiveId, string[]>();
