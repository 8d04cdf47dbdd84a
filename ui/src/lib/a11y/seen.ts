// What appears because of something the person just did must be on the screen.

/** An attachment: brings the element into view, moving no further than needed. */
export function seen(element: Element): void {
  element.scrollIntoView({ block: "nearest" });
}
