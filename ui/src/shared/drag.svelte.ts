// Drags a row by its handle: follows the pointer, shows where the row would go, and reports where it was dropped. Rows
// have `data-row="<kind> <id>"`, their lists `data-list="<kind> <parent>"`. By keyboard, Alt and the arrow keys move a
// row.

export interface Drop {
  kind: string;
  id: string;
  /** The list it was dropped in. */
  parent: string;
  /** The row before it; null for the first place. */
  after: string | null;
}
/** The place of the line between two rows, in pixels of the window. */
export interface Mark {
  left: number;
  top: number;
  width: number;
}

const EDGE = 48;
const STEP = 10;

const parts = (text: string | undefined) => {
  const [kind = "", id = ""] = (text ?? "").split(" ");
  return { kind, id };
};
const within = (y: number, { top, bottom }: DOMRect) => Math.max(top - y, y - bottom, 0);

/** The drop place in `list` at height `y`, and the line that shows it. */
function place(
  list: HTMLElement,
  row: HTMLElement,
  y: number,
): { after: string | null; mark: Mark } {
  const { kind } = parts(row.dataset.row);
  const rows = [...list.querySelectorAll<HTMLElement>(`[data-row^="${kind} "]`)].filter(
    (each) => each.closest("[data-list]") === list,
  );
  const others = rows.filter((each) => each !== row);
  const box = list.getBoundingClientRect();
  const middle = (each: HTMLElement) => {
    const { top, height } = each.getBoundingClientRect();
    return top + height / 2;
  };
  const at = others.findIndex((each) => middle(each) > y);
  const before = at < 0 ? others.at(-1) : others[at - 1];
  const top = before?.getBoundingClientRect().bottom ?? others[0]?.getBoundingClientRect().top;
  return {
    after: before ? parts(before.dataset.row).id : null,
    mark: { left: box.left, width: box.width, top: top ?? box.top },
  };
}

export class Drag {
  mark = $state.raw<Mark | null>(null);
  #ondrop: (drop: Drop) => void;
  #across: readonly string[];

  /** `across` names the kinds that may change their parent. */
  constructor(across: readonly string[], ondrop: (drop: Drop) => void) {
    this.#across = across;
    this.#ondrop = ondrop;
  }

  /** Begins a drag with the pointer on a row's handle. */
  start(event: PointerEvent): void {
    const handle = event.currentTarget as HTMLElement;
    const row = handle.closest<HTMLElement>("[data-row]");
    const own = row?.parentElement?.closest<HTMLElement>("[data-list]");
    if (!row || !own || event.button !== 0) return;
    event.preventDefault();
    const { kind, id } = parts(row.dataset.row);
    const scroller = handle.closest<HTMLElement>("[data-scroller]");
    let drop: Drop | null = null;
    let y = event.clientY;

    const aim = () => {
      const lists = this.#across.includes(kind)
        ? [...document.querySelectorAll<HTMLElement>(`[data-list^="${kind} "]`)]
        : [own];
      const near = lists
        .map((list) => ({ list, far: within(y, list.getBoundingClientRect()) }))
        .sort((a, b) => a.far - b.far)[0];
      if (!near) return;
      const { after, mark } = place(near.list, row, y);
      drop = { kind, id, parent: parts(near.list.dataset.list).id, after };
      this.mark = mark;
    };
    const roll = () => {
      const box = scroller?.getBoundingClientRect();
      if (!box) return;
      const by = y < box.top + EDGE ? -STEP : y > box.bottom - EDGE ? STEP : 0;
      if (by === 0) return;
      scroller?.scrollBy(0, by);
      aim();
    };
    const follow = (moved: PointerEvent) => {
      y = moved.clientY;
      aim();
    };
    const timer = setInterval(roll, 16);
    const end = (dropped: boolean) => {
      clearInterval(timer);
      handle.removeEventListener("pointermove", follow);
      removeEventListener("keydown", cancel, true);
      delete row.dataset.dragged;
      this.mark = null;
      if (dropped && drop) this.#ondrop(drop);
    };
    const cancel = (pressed: KeyboardEvent) => {
      if (pressed.key !== "Escape") return;
      pressed.preventDefault();
      pressed.stopPropagation();
      end(false);
    };
    // A drop must not also count as a click, which would open the row.
    handle.addEventListener("click", (clicked) => clicked.stopPropagation(), { once: true });
    row.dataset.dragged = "";
    handle.setPointerCapture(event.pointerId);
    handle.addEventListener("pointermove", follow);
    handle.addEventListener(
      "pointerup",
      () => {
        end(true);
      },
      { once: true },
    );
    handle.addEventListener(
      "pointercancel",
      () => {
        end(false);
      },
      { once: true },
    );
    addEventListener("keydown", cancel, true);
  }
}
