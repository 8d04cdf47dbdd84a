// Leads to a field that something is said about: opens its record if need be, and gives it the focus.
import { router } from "$lib/router.svelte";

/** About a second of frames: a pane that was not open has to be fetched and drawn. */
const FRAMES = 60;

/** Goes to `link` (null: stay here) and focuses the first of `field` in the pane. */
export function focusField(field: string, link: string | null): void {
  if (link) router.go(link);
  let left = FRAMES;
  const look = () => {
    const row = document.querySelector<HTMLElement>(`.pane [data-field="${CSS.escape(field)}"]`);
    const input = row?.querySelector<HTMLElement>("input, textarea, button");
    if (input) {
      input.scrollIntoView({ block: "center" });
      input.focus();
    } else if (--left > 0) requestAnimationFrame(look);
  };
  requestAnimationFrame(look);
}
