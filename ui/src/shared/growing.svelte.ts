// Lets a text area be as tall as its text; WebKit has no `field-sizing` yet.
import type { Attachment } from "svelte/attachments";

/** Follows `text` with the height, and the width with it. */
export const growing =
  (text: () => string): Attachment<HTMLTextAreaElement> =>
  (area) => {
    const fit = () => {
      area.style.height = "auto";
      area.style.height = `${area.scrollHeight + area.offsetHeight - area.clientHeight}px`;
    };
    $effect(() => {
      text();
      fit();
    });
    const observer = new ResizeObserver(fit);
    observer.observe(area);
    return () => {
      observer.disconnect();
    };
  };
