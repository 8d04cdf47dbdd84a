// Makes a text area as tall as its text, as WebKit has no `field-sizing` yet.
import type { Attachment } from "svelte/attachments";

/** Adjusts the height when `text` or the width changes. */
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
