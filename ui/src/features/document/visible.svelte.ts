// Which of a scrolled list's pages can be seen.
import type { Attachment } from "svelte/attachments";

/**
 * Watches the elements of `list` that carry `data-page`, and tells which are in sight. Pages within half
 * a screen count too, so that scrolling meets a drawn page.
 */
export const watching =
  (pages: () => number, seen: (pages: number[]) => void): Attachment<HTMLElement> =>
  (list) => {
    let inSight: number[] = [];
    const observer = new IntersectionObserver(
      (entries) => {
        for (const { target, isIntersecting } of entries) {
          const page = Number((target as HTMLElement).dataset.page);
          inSight = inSight.filter((one) => one !== page);
          if (isIntersecting) inSight.push(page);
        }
        seen(inSight.filter((page) => page < pages()).sort((a, b) => a - b));
      },
      { root: list, rootMargin: "50% 0px" },
    );
    $effect(() => {
      pages();
      inSight = [];
      observer.disconnect();
      for (const page of list.querySelectorAll("[data-page]")) observer.observe(page);
    });
    return () => {
      observer.disconnect();
    };
  };
