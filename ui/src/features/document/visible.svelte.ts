// Which pages of a scrolled list are visible.
import type { Attachment } from "svelte/attachments";

/**
 * Watches the elements of `list` with `data-page`, and reports which are visible. Pages within half a screen count too,
 * so that scrolling meets a drawn page.
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
