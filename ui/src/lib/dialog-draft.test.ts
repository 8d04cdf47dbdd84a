import { beforeEach, expect, test, vi } from "vitest";

const call = vi.hoisted(() => vi.fn());
vi.mock("$host", () => ({ host: { call } }));
const { drafts } = await import("$lib/drafts.svelte");
const { DialogDraft } = await import("$lib/dialog-draft.svelte");
const { SetAsideText } = await import("$lib/set-aside-text.svelte");

beforeEach(async () => {
  call.mockReset();
  call.mockImplementation((name: string) =>
    Promise.resolve({ result: name === "draft.list" ? [] : {}, changed: [] }),
  );
  await drafts.load();
});
const start = () => ({ reason: "", on: "2026-11-30" as string | null });
const opened = () => new DialogDraft("objective", "close", start());

test("what is typed into a dialog is there again when it is opened again", () => {
  const first = opened();
  expect(first.again, "nothing was typed before").toBe(false);
  first.fields.reason = "No budget";
  first.keep();
  const second = opened();
  expect(second.again).toBe(true);
  expect(second.fields).toEqual({ reason: "No budget", on: "2026-11-30" });
  expect(new DialogDraft("objective", "verify", start()).again, "another dialog has its own").toBe(
    false,
  );
});

test("it is given up by whoever says so, and not kept once it is done", () => {
  for (const end of ["discard", "done"] as const) {
    const dialog = opened();
    dialog.fields.reason = "No budget";
    dialog.keep();
    dialog[end]();
    dialog.keep();
    expect(dialog.open, end).toBe(false);
    expect(opened().again, end).toBe(false);
  }
});

test("a dialog in which nothing is typed, or all was taken back, keeps nothing", () => {
  const dialog = opened();
  dialog.keep();
  expect(opened().again).toBe(false);
  dialog.fields.reason = "No";
  dialog.keep();
  dialog.fields.reason = "";
  dialog.keep();
  expect(opened().again, "as it began").toBe(false);
});

test("what another program kept there is no reason to fail", () => {
  for (const text of ["{", "null", "[1]", '"No budget"']) {
    drafts.keep("objective", "close", text, () => undefined);
    expect(opened().fields, text).toEqual(start());
  }
  drafts.keep("objective", "close", '{"reason":"No budget","gone":1}', () => undefined);
  expect(opened().fields, "only what the dialog has today").toEqual({
    ...start(),
    reason: "No budget",
  });
});

test("a long text that was laid aside waits there, also after a restart, and nothing covers it", () => {
  const place = () => ({ record: "objective", field: "summary" });
  new SetAsideText(place).put("First");
  const again = new SetAsideText(place);
  expect(again.text).toBe("First");
  again.put("Second");
  expect(again.take()).toBe("First\n\nSecond");
  expect(new SetAsideText(place).text, "taken").toBeNull();
});
