// The keys that work everywhere. Knows what they do, not whether they apply now: Rooms.svelte checks that.
import { plainLetter, typesInto } from "$lib/a11y/keys";
import type { Account } from "$lib/model";
import { overlay } from "$lib/overlay.svelte";
import { preferences } from "$lib/preferences.svelte";
import { router } from "$lib/router.svelte";
import { safe } from "$lib/safe.svelte";
import { session } from "$lib/session.svelte";
import { undo } from "$lib/undo.svelte";
import { quickLog, toggleSafe } from "$features/frame/frame-verbs";

type Run = () => void;

/** Alt and an arrow go back and forward in the history. */
function passing(key: string): Run | null {
  const by = key === "ArrowLeft" ? -1 : key === "ArrowRight" ? 1 : 0;
  return by === 0
    ? null
    : () => {
        history.go(by);
      };
}

function single(event: KeyboardEvent, here: Account | null): Run | null {
  const letter = preferences.singleLetters ? plainLetter(event) : null;
  if (letter === "?")
    return () => {
      overlay.open("shortcuts");
    };
  // On the roadmap this key links two bars.
  const logs = letter === "l" && router.route.room !== "roadmap" && !session.readOnly;
  return logs && (here || !safe.on)
    ? () => {
        quickLog(here);
      }
    : null;
}

/** What a key does everywhere, given the open account; null for nothing. */
export function windowKey(
  event: KeyboardEvent,
  account: string | null,
  here: Account | null,
): Run | null {
  if (event.altKey && !event.ctrlKey && !event.metaKey && !event.shiftKey)
    return event.defaultPrevented || typesInto(event.target) ? null : passing(event.key);
  if (!(event.ctrlKey || event.metaKey)) return single(event, here);
  if (event.altKey || event.isComposing) return null;
  const key = event.key.toLowerCase();
  if (key === "k" && !event.shiftKey)
    return () => {
      if (overlay.now === "palette") overlay.close();
      else overlay.open("palette");
    };
  if (key === "h" && event.shiftKey)
    return () => {
      toggleSafe(account);
    };
  // Inside a field these keys belong to the field.
  if (typesInto(event.target)) return null;
  if (key === "z") return () => void undo.start(event.shiftKey ? "redo" : "undo");
  if (key === "y") return () => void undo.start("redo");
  return null;
}
