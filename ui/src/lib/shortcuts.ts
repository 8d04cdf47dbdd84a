// Every shortcut with its words, grouped as on the sheet of shortcuts. Only lists them: the rooms bind them. Single
// letters are bound with `plainLetter`, which accepts only letters that are listed here.
import { m } from "$lib/paraglide/messages.js";

interface Shortcut {
  /** The key combinations, each as `mod+k`. */
  keys: readonly string[];
  words: () => string;
}

export const SHORTCUTS = [
  {
    title: m.shortcuts_everywhere,
    items: [
      { keys: ["mod+k"], words: m.shortcut_palette },
      { keys: ["l"], words: m.touch_log },
      { keys: ["mod+enter"], words: m.shortcut_submit },
      { keys: ["mod+z"], words: m.shortcut_undo },
      { keys: ["mod+shift+z"], words: m.shortcut_redo },
      { keys: ["alt+left", "alt+right"], words: m.shortcut_history },
      { keys: ["mod+shift+h"], words: m.shortcut_safe },
      { keys: ["?"], words: m.shortcut_sheet },
    ],
  },
  {
    title: m.shortcuts_lists,
    items: [
      { keys: ["j", "k", "down", "up"], words: m.shortcut_walk },
      { keys: ["enter"], words: m.shortcut_open },
      { keys: ["escape"], words: m.shortcut_close },
      { keys: ["x"], words: m.shortcut_select },
      { keys: ["shift+down", "shift+up"], words: m.shortcut_range },
      { keys: ["mod+a"], words: m.shortcut_all },
      { keys: ["b"], words: m.shortcut_bulk },
      { keys: ["mod+c"], words: m.shortcut_copy },
      { keys: ["delete"], words: m.shortcut_delete },
      { keys: ["/"], words: m.shortcut_filter },
      { keys: ["n"], words: m.shortcut_new },
    ],
  },
  { title: m.today, items: [{ keys: ["d"], words: m.shortcut_done }] },
  {
    title: m.shortcuts_plan,
    items: [
      { keys: ["n"], words: m.shortcut_objective },
      { keys: ["c"], words: m.shortcut_criterion },
      { keys: ["i"], words: m.shortcut_initiative },
      { keys: ["t"], words: m.shortcut_task },
      { keys: ["r"], words: m.shortcut_reading },
      { keys: ["alt+up", "alt+down"], words: m.shortcut_move },
    ],
  },
  {
    title: m.checklists,
    items: [
      { keys: ["space"], words: m.shortcut_step_tick },
      { keys: ["enter"], words: m.shortcut_step_next },
      { keys: ["tab", "shift+tab"], words: m.shortcut_step_indent },
      { keys: ["alt+up", "alt+down"], words: m.shortcut_move },
      { keys: ["f2"], words: m.shortcut_step_rename },
      { keys: ["o"], words: m.shortcut_open },
      { keys: ["s"], words: m.shortcut_step_skip },
      { keys: ["b"], words: m.shortcut_step_block },
      { keys: ["d"], words: m.shortcut_step_due },
      { keys: ["r"], words: m.shortcut_step_reopen },
      { keys: ["a"], words: m.shortcut_step_assign },
      { keys: ["c"], words: m.shortcut_step_comment },
      { keys: ["delete"], words: m.shortcut_step_delete },
    ],
  },
  {
    title: m.roadmap,
    items: [
      { keys: ["left", "right"], words: m.shortcut_roadmap_move },
      { keys: ["alt+left", "alt+right"], words: m.shortcut_roadmap_resize },
      { keys: ["l"], words: m.shortcut_roadmap_link },
      { keys: ["t"], words: m.shortcut_roadmap_today },
      { keys: ["c"], words: m.shortcut_roadmap_critical },
      { keys: ["-", "="], words: m.shortcut_roadmap_zoom },
      { keys: ["0"], words: m.zoom_fit_plan },
    ],
  },
  {
    title: m.document_room,
    items: [
      { keys: ["-", "="], words: m.shortcut_zoom },
      { keys: ["0"], words: m.zoom_fit },
      { keys: ["down", "up"], words: m.shortcut_pages },
    ],
  },
] as const satisfies readonly { title: () => string; items: readonly Shortcut[] }[];

type Single<Keys> = Keys extends `${string}${infer Rest}`
  ? Rest extends ""
    ? Keys
    : never
  : never;
/** A shortcut that is a single key without a modifier. */
export type Letter = Single<(typeof SHORTCUTS)[number]["items"][number]["keys"][number]>;

const KEYS = SHORTCUTS.flatMap(({ items }) => items.flatMap(({ keys }): readonly string[] => keys));
/** Whether a single key is a shortcut anywhere. */
export const isLetter = (key: string): key is Letter => key.length === 1 && KEYS.includes(key);
