// What the palette offers while the roadmap is open.
import type { Outline } from "$lib/model";
import { m } from "$lib/paraglide/messages.js";
import type { Verb } from "$lib/verbs.svelte";
import { exportingVerb } from "$features/plans/outline-verbs";
import type { Board } from "$features/roadmap/board.svelte";
import { scrollToToday } from "$features/roadmap/scroll-to";

export function roadmapVerbs(outline: Outline, board: Board): Verb[] {
  const { critical } = board;
  return [
    exportingVerb(outline),
    {
      id: "roadmap-today",
      label: m.verb_roadmap_today(),
      keys: "t",
      run: () => {
        scrollToToday(board);
      },
    },
    {
      id: "roadmap-critical",
      label: critical.on ? m.verb_roadmap_critical_off() : m.verb_roadmap_critical(),
      keys: "c",
      run: () => {
        critical.set(!critical.on);
      },
    },
    {
      id: "roadmap-fit",
      label: m.zoom_fit_plan(),
      keys: "0",
      run: () => void board.setZoom("fit"),
    },
  ];
}
