// The link that opens a record in the pane of the present room: the outline, the roadmap or the document.
import { links, type Detail, type Route } from "$lib/router.svelte";

/** The link to `detail` in the room of `route`; null if that room shows no plan. */
export function paneLink(route: Route, detail: Detail | null): string | null {
  if (route.room === "plan") return links.plan(route.id, detail);
  if (route.room === "roadmap") return links.roadmap(route.id, detail);
  return route.room === "document" ? links.document(route.id, detail) : null;
}
