// Which columns of the table fit beside the bars.

/** Optional columns. */
export interface ExtraColumns {
  /** The slack of each task before the plan's end moves. */
  slack: boolean;
  /** How much later each row ends than in a baseline. */
  variance: boolean;
}

export interface TableColumns extends ExtraColumns {
  /** The width of the whole table, in pixels. */
  width: number;
  owner: boolean;
  start: boolean;
  due: boolean;
  days: boolean;
}

/** The width of a column of days, in pixels. */
const DAYS = 56;

/** The columns for a roadmap of a width: all, or the title and the due date, or the title. */
export function tableColumnsFor(width: number, { slack, variance }: ExtraColumns): TableColumns {
  const extra = (Number(slack) + Number(variance)) * DAYS;
  if (width >= 960) {
    // More columns would take too much space from the bars, and the bar itself shows its start.
    const start = extra === 0 || width >= 1240;
    const all = { owner: true, start, due: true, days: true, slack, variance };
    return { ...all, width: 580 + extra - (start ? 0 : 90) };
  }
  const less = { owner: false, start: false, days: false, variance: false };
  // If only one column besides the title fits, it is the one that was asked for.
  if (width >= 640) return { ...less, width: 340 + (slack ? DAYS : 0), due: true, slack };
  return { ...less, width: 190, due: false, slack: false };
}
