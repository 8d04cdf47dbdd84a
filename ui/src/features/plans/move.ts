// Moves a row of the outline, by key or by its handle. Announces where it went, and keeps the focus on it.
import { announcer } from "$lib/a11y/announce.svelte";
import { errorWords } from "$lib/errors";
import type { Outline } from "$lib/model";
import { m } from "$lib/paraglide/messages.js";
import { rpc, type Request } from "$lib/rpc";
import { toasts } from "$lib/toasts.svelte";
import { positionOf, type Place, type Row } from "$features/plans/siblings";
import { tick } from "svelte";

/** The row's own link in the outline. */
export const linkOf = (root: HTMLElement | undefined, id: string): HTMLElement | null =>
  root?.querySelector<HTMLElement>(`[data-row$=" ${CSS.escape(id)}"] a.open`) ?? null;

function say(outline: Outline, row: Row, from: string): void {
  const now = positionOf(outline, row.id);
  if (!now) return;
  const words = {
    title: row.title,
    place: String(now.index + 1),
    all: String(now.siblings.length),
  };
  const parent = now.parent === from ? null : positionOf(outline, now.parent);
  announcer.say(parent ? m.moved_into({ ...words, parent: parent.row.title }) : m.moved_to(words));
}

/**
 * Moves `row`, whose parent is `from`, to `place`. `fresh` resolves to the outline afterwards; `root` contains the
 * rows.
 */
export async function moveRow(
  row: Row,
  from: string,
  place: Place,
  fresh: () => Promise<Outline | undefined>,
  root: HTMLElement | undefined,
): Promise<void> {
  const name = `${row.kind}.move` as const;
  const parent = place.parent === from ? {} : { parent: place.parent };
  try {
    await rpc(name, { id: row.id, after: place.after, ...parent } as Request<typeof name>);
  } catch (thrown) {
    toasts.show(errorWords(thrown), undefined, "bad");
    return;
  }
  const outline = await fresh();
  await tick();
  const link = linkOf(root, row.id);
  link?.focus({ preventScroll: true });
  link?.scrollIntoView({ block: "nearest" });
  if (outline) say(outline, row, from);
}
