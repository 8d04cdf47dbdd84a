// A shortcut as it is written on the keys of this machine: `mod+shift+h` is Ctrl Shift H here, ⇧⌘H on a Mac.
import { m } from "$lib/paraglide/messages.js";

const apple = /Mac|iPhone|iPad/.test(globalThis.navigator?.platform ?? "");

const NAMES: Record<string, () => string> = {
  mod: apple ? m.key_command : m.key_ctrl,
  shift: m.key_shift,
  alt: m.key_alt,
  enter: m.key_enter,
  escape: m.key_escape,
  up: m.key_up,
  down: m.key_down,
  left: m.key_left,
  right: m.key_right,
  delete: m.key_delete,
  space: m.key_space,
  tab: m.key_tab,
};

/** The keys of a shortcut, each as it is labelled on the keyboard. */
export const keyWords = (keys: string): string =>
  keys
    .split("+")
    .map((key) => NAMES[key]?.() ?? key.toUpperCase())
    .join(" ");
