import { afterEach, beforeEach, expect, test, vi } from "vitest";

// What jsdom has not.
vi.stubGlobal(
  "ResizeObserver",
  class {
    observe() {
      return undefined;
    }
    disconnect() {
      return undefined;
    }
  },
);
const { createRawSnippet, flushSync, mount, tick, unmount } = await import("svelte");
const { default: Choose } = await import("$shared/Choose.svelte");

const onpick = vi.fn();
let made: object;
const trigger = () => document.querySelector<HTMLElement>('[role="combobox"]');
const open = () => trigger()?.ariaExpanded ?? trigger()?.getAttribute("aria-expanded");
async function key(pressed: string) {
  const init = { key: pressed, bubbles: true, cancelable: true };
  document.activeElement?.dispatchEvent(new KeyboardEvent("keydown", init));
  flushSync();
  await tick();
}

beforeEach(() => {
  onpick.mockReset();
  const choices = ["On Track", "Watchpoint", "Concern"].map((label) => ({ value: label, label }));
  const children = createRawSnippet(() => ({ render: () => "<span>On Track</span>" }));
  const props = { label: "Status", value: "On Track", choices, onpick, children };
  made = mount(Choose, { target: document.body, props });
  flushSync();
  trigger()?.focus();
});
afterEach(async () => {
  await unmount(made);
  document.body.innerHTML = "";
});

test("a letter changes nothing while the list is closed, also after Esc closed it", async () => {
  for (const letter of ["c", "w", "C"]) await key(letter);
  await key("Enter");
  expect(open(), "it opens").toBe("true");
  await key("Escape");
  expect(open(), "and closes").toBe("false");
  trigger()?.focus();
  for (const letter of ["c", "w"]) await key(letter);
  expect(onpick, "no field changes by a stray key").not.toHaveBeenCalled();
});

test("in the open list a letter leads to a value, and Enter takes it", async () => {
  await key("Enter");
  await key("c");
  expect(onpick, "leading there takes nothing").not.toHaveBeenCalled();
  await key("Enter");
  expect(onpick).toHaveBeenCalledExactlyOnceWith("Concern");
});
