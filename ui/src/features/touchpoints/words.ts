// Texts for the timeline: the kind of an entry, and its details.
import { day } from "$lib/format/dates";
import { measure } from "$lib/format/numbers";
import type { TimelineEntry, TimelineKind } from "$lib/gen/wire";
import { touchpointType, workshopState } from "$lib/i18n/words";
import { m } from "$lib/paraglide/messages.js";
import { fieldWords } from "$lib/i18n/fields";

export const timelineKind: Record<TimelineKind, () => string> = {
  touchpoint: m.timeline_touchpoints,
  workshop: m.timeline_workshops,
  reading: m.timeline_readings,
  date_change: m.timeline_dates,
};

/** The word beside the day: the type of a touchpoint, a workshop with its state, a reading, a moved date. */
export function kindWord(entry: TimelineEntry): string {
  switch (entry.kind) {
    case "touchpoint":
      return touchpointType[entry.touchpoint_type]();
    case "workshop":
      return m.workshop_in_state({ state: workshopState[entry.state]() });
    case "reading":
      return m.kind_reading();
    case "date_change":
      return m.timeline_date_moved();
  }
}

/** The details that only this kind of entry has; empty if its text says all. */
export function entryDetail(entry: TimelineEntry): string {
  if (entry.kind === "reading") {
    const value = measure(entry.value, entry.criterion_kind);
    return entry.criterion_kind === "percent" || !entry.unit ? value : `${value} ${entry.unit}`;
  }
  if (entry.kind !== "date_change") return "";
  const { field, old, new: now, others } = entry;
  const moved = { field: fieldWords(field), old: day(old), now: now ? day(now) : m.no_value() };
  return others === 0
    ? m.timeline_moved(moved)
    : m.timeline_moved_with({ ...moved, count: String(others) });
}
