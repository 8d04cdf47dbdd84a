// Ctrl Enter does what a dialog is for, from any of its fields.

/** Handles a key of a dialog: presses the button that submits its form, unless that waits for something. */
export function submitKey(event: KeyboardEvent & { currentTarget: HTMLElement }): void {
  if (event.key !== "Enter" || !(event.ctrlKey || event.metaKey) || event.isComposing) return;
  const button = event.currentTarget.querySelector<HTMLButtonElement>("button[type=submit][form]");
  if (!button) return;
  event.preventDefault();
  event.stopPropagation();
  button.click();
}
