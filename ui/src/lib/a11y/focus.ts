// Where the focus goes when the focused element disappears: a dialog closes, a row is deleted, a room is left.
// It goes to the nearest pane or room around it that still exists, so that it is never lost.

/** The elements that take the focus when something inside them loses it. */
const PLACES = ".pane, main";

/** Moves the focus from a field to the pane or room around it, where single letters are shortcuts again. */
export function leaveField(field: HTMLElement): void {
  field.blur();
  field.closest<HTMLElement>(PLACES)?.focus({ preventScroll: true });
}

/** Watches the window; returns how to stop. */
export function keepFocus(): () => void {
  let around: HTMLElement[] = [];
  const remember = (event: FocusEvent) => {
    around = event.composedPath().filter((each) => each instanceof HTMLElement);
  };
  const nowhere = () => document.activeElement === null || document.activeElement === document.body;
  const look = () => {
    if (around[0]?.isConnected !== false || !nowhere()) return;
    const place =
      around.find((each) => each.isConnected && each.matches(PLACES)) ??
      document.querySelector<HTMLElement>("main");
    // If there is no room yet, the observer calls this again when one appears.
    place?.focus({ preventScroll: true });
  };
  const observer = new MutationObserver(() => {
    // The code that removed the element may want the focus somewhere else, and sets it first.
    requestAnimationFrame(look);
  });
  observer.observe(document.body, { childList: true, subtree: true });
  addEventListener("focusin", remember);
  return () => {
    observer.disconnect();
    removeEventListener("focusin", remember);
  };
}
