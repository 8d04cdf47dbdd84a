// Moves the focus to a field of a record: opens the record's pane first if needed.
import { router } from "$lib/router.svelte";

/** About a second: a pane that was not open has to be loaded and drawn. */
const FRAMES = 60;

/** Goes to `link` (null: stay here) and focuses the first input of `field` in the pane. */
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
