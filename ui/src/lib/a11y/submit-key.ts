// Ctrl Enter submits a dialog, from any of its fields.

/**
 * Handles a key event of a dialog: clicks the button that submits its form; a button that waits for something ignores
 * that.
 */
export function submitKey(event: KeyboardEvent & { currentTarget: HTMLElement }): void {
  if (event.key !== "Enter" || !(event.ctrlKey || event.metaKey) || event.isComposing) return;
  const button = event.currentTarget.querySelector<HTMLButtonElement>("button[type=submit][form]");
  if (!button) return;
  event.preventDefault();
  event.stopPropagation();
  button.click();
}
