// How much of the table there is room for beside the bars.

/** What is looked at beside the dates. */
export interface ExtraColumns {
  /** The room of each task before the plan's end moves. */
  slack: boolean;
  /** How much later it stands than in a baseline. */
  variance: boolean;
}

export interface TableColumns extends ExtraColumns {
  /** Of the whole table, in pixels. */
  width: number;
  owner: boolean;
  start: boolean;
  due: boolean;
  days: boolean;
}

/** The width of a column of days, in pixels. */
const DAYS = 56;

/** The table's share of a roadmap that is `width` wide: all of it, the title and the due date, the title. */
export function tableColumnsFor(width: number, { slack, variance }: ExtraColumns): TableColumns {
  const extra = (Number(slack) + Number(variance)) * DAYS;
  if (width >= 960) {
    // With more columns than that the bars keep their room: where a bar starts it shows itself.
    const start = extra === 0 || width >= 1240;
    const all = { owner: true, start, due: true, days: true, slack, variance };
    return { ...all, width: 580 + extra - (start ? 0 : 90) };
  }
  const less = { owner: false, start: false, days: false, variance: false };
  // Where there is room for one column besides the title, it is the one that was asked for.
  if (width >= 640) return { ...less, width: 340 + (slack ? DAYS : 0), due: true, slack };
  return { ...less, width: 190, due: false, slack: false };
}
