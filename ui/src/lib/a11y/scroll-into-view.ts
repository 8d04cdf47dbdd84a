// What appears because of something the user just did must be visible.

/** An attachment: scrolls the element into view, no further than needed. */
export function scrollIntoView(element: Element): void {
  element.scrollIntoView({ block: "nearest" });
}
