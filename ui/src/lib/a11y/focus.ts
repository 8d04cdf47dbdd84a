// Where the focus goes when what had it goes away: a dialog closes, a row is deleted, a room is left.
// It goes to the nearest place around it that is still there, never nowhere.

/** The places that take the focus for what stands in them. */
const PLACES = ".pane, main";

/** Leaves a field for the place that it stands in, where plain letters are the window's again. */
export function leave(field: HTMLElement): void {
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
    // Where no room is there yet, the one that comes is looked at in its turn.
    place?.focus({ preventScroll: true });
  };
  const observer = new MutationObserver(() => {
    // Whoever took it away may have a better place in mind, and gives it the focus first.
    requestAnimationFrame(look);
  });
  observer.observe(document.body, { childList: true, subtree: true });
  addEventListener("focusin", remember);
  return () => {
    observer.disconnect();
    removeEventListener("focusin", remember);
  };
}
