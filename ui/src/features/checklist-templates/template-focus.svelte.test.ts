import type { TemplatePhase, TemplateStep } from "$lib/gen/wire";
import type { ChecklistTemplate } from "$lib/model";
import { afterEach, beforeEach, expect, it, vi } from "vitest";

const call = vi.fn();
vi.mock("$host", () => ({ host: { call, onDrop: () => () => undefined } }));
// What jsdom has not.
vi.stubGlobal("CSS", { escape: (text: string) => text });
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
const { flushSync, mount, unmount } = await import("svelte");
const { QueryObserver } = await import("@tanstack/svelte-query");
const { queryClient, refetched } = await import("$lib/query");
const { rpc, RpcError, writesFinished } = await import("$lib/rpc");
const { toasts } = await import("$lib/toasts.svelte");
const { undo } = await import("$lib/undo.svelte");
const { default: ChecklistOutline } =
  await import("$features/checklist-templates/ChecklistOutline.svelte");

const step = (key: string, parent = ""): TemplateStep => ({
  ...{ key, title: `Step ${key}`, group: "", why: "", how: "", links: [], files: [] },
  ...{
    owner_side: "ours",
    role: "",
    required: true,
    visibility: "internal",
    guidance_for: "internal",
  },
  ...{ evidence: "" },
  ...{ when: [], offset_days: 0, from: "anchor:contract", calendar: "working", parent },
  follows: null,
});
const phases: TemplatePhase[] = [
  { title: "One", gate: "", steps: [step("a"), step("b", "a"), step("c")] },
  { title: "Two", gate: "", steps: [step("d")] },
];
/** As the file has it, and as the window has last read it. */
let kept: ChecklistTemplate;
let shown = $state.raw({} as ChecklistTemplate);
let outline: object;
let stop: () => void;
/** Whether the next writes are refused. */
let shut = false;

beforeEach(() => {
  shut = false;
  const made = { id: crypto.randomUUID(), version: 1, built_in: false, anchors: [], phases };
  shown = kept = made as unknown as ChecklistTemplate;
  call.mockReset();
  call.mockImplementation(async (name: string, { phases: now }: { phases: TemplatePhase[] }) => {
    await new Promise((resolve) => setTimeout(resolve, 5));
    if (name === "checklist_template.get") return { result: structuredClone(kept), changed: [] };
    if (name !== "checklist_template.update") return { result: [], changed: [] };
    if (shut) throw new RpcError("invalid", "shut", "phases");
    kept = { ...kept, version: kept.version + 1, phases: now };
    return { result: kept, changed: ["checklist_template"] };
  });
  const read = new QueryObserver(queryClient, {
    queryKey: ["checklist_template.get", { id: kept.id }],
    queryFn: () => rpc("checklist_template.get", { id: kept.id }),
    initialData: kept,
    staleTime: Infinity,
  });
  stop = read.subscribe(({ data }) => {
    if (data) shown = data;
  });
  outline = mount(ChecklistOutline, {
    target: document.body,
    props: {
      get template() {
        return shown;
      },
    },
  });
  flushSync();
});
afterEach(async () => {
  stop();
  await unmount(outline);
  toasts.items = [];
});

const keys = () =>
  [...document.querySelectorAll("section")].map((section) =>
    [...section.querySelectorAll<HTMLElement>("[data-step]")]
      .map((line) => line.dataset.step)
      .join(""),
  );
const line = (key: string) =>
  document.querySelector<HTMLElement>(`[data-step="${key}"] button.line`);
const focused = () =>
  document.activeElement?.closest<HTMLElement>("[data-step]")?.dataset.step ?? null;
const verb = (words: string) =>
  [...document.querySelectorAll("button")].find(
    (button) => (button.ariaLabel ?? button.textContent.trim()) === words,
  );
const press = (key: string) => {
  document.activeElement?.dispatchEvent(
    new KeyboardEvent("keydown", { key, altKey: true, bubbles: true, cancelable: true }),
  );
  flushSync();
};
const soon = () => new Promise((resolve) => setTimeout(resolve, 1));
/** Until two writes, one after the other, have their answers, are read again and drawn. */
async function settled() {
  for (let turn = 0; turn < 4; turn += 1) {
    await writesFinished();
    await refetched();
    await soon();
  }
}
/** Opens a step and deletes it. */
function remove(key: string) {
  line(key)?.click();
  flushSync();
  verb("Delete step")?.focus();
  verb("Delete step")?.click();
  flushSync();
}

it("the focus stays on a step that moves, through its phase and into the next one", async () => {
  line("a")?.focus();
  press("ArrowDown");
  await settled();
  expect(keys()).toEqual(["cab", "d"]);
  expect(focused()).toBe("a");
  press("ArrowDown");
  await settled();
  expect(keys()).toEqual(["c", "abd"]);
  expect(focused()).toBe("a");
});
it("a key that is pressed again before the answer moves the step again", async () => {
  line("c")?.focus();
  press("ArrowDown");
  await soon();
  expect(focused()).toBe("c");
  press("ArrowDown");
  await settled();
  expect(keys()).toEqual(["ab", "dc"]);
  expect(focused()).toBe("c");
});
it("a step that goes can be had back, and its neighbour has the focus", async () => {
  const start = vi.spyOn(undo, "start").mockResolvedValue();
  remove("a");
  await settled();
  expect(keys()).toEqual(["bc", "d"]);
  expect(focused()).toBe("b");
  expect(toasts.items.map(({ text }) => text)).toEqual(["Deleted Step a."]);
  toasts.items[0]?.action?.run();
  expect(start).toHaveBeenCalledWith("undo");
  remove("d");
  await settled();
  expect(focused(), "the last one hands it to the one before").toBe("c");
});
it("the only step that goes leaves the focus to what adds one", async () => {
  for (const key of ["a", "b", "c", "d"]) {
    remove(key);
    await settled();
  }
  expect(document.activeElement?.textContent).toContain("Two");
  expect(document.activeElement?.closest(".adder")).not.toBeNull();
});
it("a phase that goes can be had back, and the next one has the focus, in its title", async () => {
  verb("Delete phase: One")?.focus();
  verb("Delete phase: One")?.click();
  await settled();
  expect(toasts.items.map(({ text }) => text)).toEqual(["Deleted One."]);
  expect(document.activeElement).toHaveProperty("value", "Two");
  verb("Delete phase: Two")?.click();
  await settled();
  expect(document.activeElement?.textContent, "and nothing is left").toContain("phase");
});
it("a step whose going is refused is there again, and nothing offers to undo it", async () => {
  shut = true;
  remove("a");
  await settled();
  expect(keys()).toEqual(["abc", "d"]);
  expect(toasts.items.map(({ tone, action }) => [tone, action])).toEqual([["bad", undefined]]);
});
it("a step is offered what it can stand under, and takes its own along", async () => {
  line("c")?.click();
  flushSync();
  const under = document.querySelector<HTMLElement>('[role="combobox"][aria-label="Stands under"]');
  under?.click();
  await settled();
  const options = [...document.querySelectorAll<HTMLElement>('[role="option"]')];
  expect(options.map(({ textContent }) => textContent.trim())).toEqual(["–", "Step a", "Step b"]);
  options[2]?.dispatchEvent(new Event("pointerup", { bubbles: true }));
  await settled();
  const parents = kept.phases[0]?.steps.map(({ parent }) => parent);
  expect(parents).toEqual(["", "a", "b"]);
});
