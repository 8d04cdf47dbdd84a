// A record's address in the room that is open: the pane of the outline, of the roadmap, of the pages.
import { links, type Detail, type Route } from "$lib/router.svelte";

/** The link to `detail` in the plan's room of `route`; null in a room that shows no plan. */
export function paneLink(route: Route, detail: Detail | null): string | null {
  if (route.room === "plan") return links.plan(route.id, detail);
  if (route.room === "roadmap") return links.roadmap(route.id, detail);
  return route.room === "document" ? links.document(route.id, detail) : null;
}
