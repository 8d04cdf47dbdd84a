// How much of the table there is room for beside the bars.

export interface Room {
  /** Of the whole table, in pixels. */
  width: number;
  owner: boolean;
  start: boolean;
  due: boolean;
  days: boolean;
}

/** The table's share of a roadmap that is `width` wide: all of it, the title and the due date, the title. */
export function roomFor(width: number): Room {
  if (width >= 960) return { width: 580, owner: true, start: true, due: true, days: true };
  if (width >= 640) return { width: 340, owner: false, start: false, due: true, days: false };
  return { width: 190, owner: false, start: false, due: false, days: false };
}
