import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { titleCodec } from "$lib/codecs";

const call = vi.hoisted(() => vi.fn());
const refetched = vi.hoisted(() => vi.fn(() => Promise.resolve()));
vi.mock("$host", () => ({ host: { call } }));
vi.mock("$lib/query", () => ({ refetched }));
const { drafts } = await import("$lib/drafts.svelte");
const { Edit } = await import("$lib/edit.svelte");
const { ChangedElsewhere } = await import("$lib/edit-source");

const named = (name: string) =>
  call.mock.calls.filter(([called]) => called === name).map(([, request]) => request as unknown);
let field = 0;
/** A field that holds "old", with its own place in the drafts. */
function editing(
  save: (value: string, base: string) => Promise<unknown> = () => Promise.resolve(),
) {
  const source = {
    record: "r",
    field: `f${++field}`,
    value: "old",
    codec: titleCodec,
    save: vi.fn(save),
  };
  return { source, edit: new Edit<string>(() => source) };
}

beforeEach(() => {
  vi.useFakeTimers();
  call.mockReset();
  call.mockImplementation(() => Promise.resolve({ result: {}, changed: [] }));
});
afterEach(() => {
  vi.useRealTimers();
});

test("a keystroke is kept within a second, and so is the last of a burst", async () => {
  const { edit, source } = editing();
  for (const text of ["n", "ne", "new"]) {
    edit.type(text);
    await vi.advanceTimersByTimeAsync(200);
  }
  await vi.advanceTimersByTimeAsync(1000);
  expect(named("draft.save").at(-1), "typing on must not put it off").toMatchObject({
    field: source.field,
    text: "new",
  });
  expect(edit.mark).toBe("kept");
  expect(source.save, "kept is not saved").not.toHaveBeenCalled();
});

test("committing saves once and drops the draft", async () => {
  const { edit, source } = editing();
  refetched.mockReturnValueOnce(new Promise(() => undefined));
  edit.type("new ");
  await vi.advanceTimersByTimeAsync(600);
  expect(await edit.commit()).toBe(true);
  expect(source.save).toHaveBeenCalledExactlyOnceWith("new", "old");
  expect(named("draft.drop")).toHaveLength(1);
  expect(edit.text, "the saved value stands until the record has it").toBe("new");
  expect(edit.mark).toBe("saved");
});

test("Esc restores the value and drops the draft", async () => {
  const { edit, source } = editing();
  edit.type("new");
  await vi.advanceTimersByTimeAsync(600);
  edit.cancel();
  expect(edit.text).toBe("old");
  expect(drafts.of("r", source.field)).toBeUndefined();
  expect(source.save).not.toHaveBeenCalled();
});

test("a draft of an earlier sitting comes back into its field", () => {
  drafts.keep("r", `f${field + 1}`, "half typ", () => undefined);
  const { edit } = editing();
  expect([edit.text, edit.mark]).toEqual(["half typ", "kept"]);
});

test("a refusal keeps what was typed and says why", async () => {
  const { edit } = editing(() =>
    Promise.reject({
      code: "invalid",
      message: "",
      field: "name",
      details: { reason: "too_long", max: 200 },
    }),
  );
  edit.type("new");
  expect(await edit.commit()).toBe(false);
  expect(edit.text, "nothing typed is lost").toBe("new");
  expect(edit.error).toContain("200");
});

test("a text that means nothing is refused before anything is sent", async () => {
  const { edit, source } = editing();
  edit.type("   ");
  expect(await edit.commit()).toBe(false);
  expect(edit.error).not.toBeNull();
  expect(source.save).not.toHaveBeenCalled();
});

test("a conflict offers both values, and mine goes over theirs only when asked", async () => {
  const { edit, source } = editing((_, base) =>
    base === "theirs" ? Promise.resolve() : Promise.reject(new ChangedElsewhere("theirs")),
  );
  edit.type("mine");
  await edit.commit();
  expect(edit.theirs).toEqual({ value: "theirs", mine: "mine" });
  await edit.keepMine();
  expect(source.save).toHaveBeenLastCalledWith("mine", "theirs");
  expect(edit.theirs).toBeNull();
});

test("what is typed while the last text is being saved is not lost", async () => {
  let finish: () => void = () => undefined;
  const { edit } = editing(() => new Promise<void>((done) => (finish = done)));
  edit.type("one");
  const saving = edit.commit();
  edit.type("one two");
  finish();
  await saving;
  expect([edit.text, edit.dirty], "it is the next edit's draft").toEqual(["one two", true]);
});

test("Esc has nothing to give up while the text is on its way", async () => {
  let finish: () => void = () => undefined;
  const { edit } = editing(() => new Promise<void>((done) => (finish = done)));
  edit.type("one");
  expect(edit.dirty).toBe(true);
  const saving = edit.commit();
  expect(edit.dirty, "Enter, then Esc at once: it is saved").toBe(false);
  finish();
  await saving;
  expect(edit.mark).toBe("saved");
});

test("a value that is asked about first is given up where the answer is no, and saved where it is yes", async () => {
  const { source } = editing();
  const may = vi.fn(() => Promise.resolve(false));
  const asked = new Edit<string>(() => ({ ...source, may }));
  asked.type("new");
  expect(await asked.commit()).toBe(false);
  expect(may).toHaveBeenCalledExactlyOnceWith("new");
  expect([asked.text, asked.mark, asked.error]).toEqual(["old", "none", null]);
  expect(source.save).not.toHaveBeenCalled();
  may.mockReturnValue(Promise.resolve(true));
  expect(await asked.pick("new")).toBe(true);
  expect(source.save).toHaveBeenCalledExactlyOnceWith("new", "old");
});

test("an undo is seen in the field that was saved a moment ago", async () => {
  const { edit, source } = editing();
  edit.type("new");
  await edit.commit();
  await vi.advanceTimersByTimeAsync(1);
  source.value = "new";
  expect(edit.text).toBe("new");
  source.value = "old";
  expect(edit.text, "the record speaks").toBe("old");
});

/** A field whose text the core reads, which takes a moment. */
function slow() {
  let answer: (read: { value: string } | { refused: string }) => void = () => undefined;
  const codec = {
    write: (value: string) => value,
    read: () => new Promise<{ value: string } | { refused: string }>((done) => (answer = done)),
  };
  const { source } = editing();
  const edit = new Edit<string>(() => ({ ...source, codec }));
  return { edit, source, answer: (read: Parameters<typeof answer>[0]) => answer(read) };
}

test("a text that is still being read is saved once, as it was when Enter was pressed", async () => {
  const { edit, source, answer } = slow();
  edit.type("fri");
  const saving = edit.commit();
  expect(edit.dirty, "Esc has nothing to give up").toBe(false);
  expect(await edit.commit(), "leaving the field does not save it twice").toBe(false);
  edit.type("fri 2");
  answer({ value: "2026-12-04" });
  await saving;
  expect(source.save).toHaveBeenCalledExactlyOnceWith("2026-12-04", "old");
  expect([edit.text, edit.dirty], "what was typed meanwhile is the next edit's").toEqual([
    "fri 2",
    true,
  ]);
});

test("a text that the core refuses stays with its reason", async () => {
  const { edit, source, answer } = slow();
  edit.type("soon");
  const saving = edit.commit();
  answer({ refused: "no day" });
  expect(await saving).toBe(false);
  expect([edit.text, edit.error, edit.mark]).toEqual(["soon", "no day", "kept"]);
  expect(source.save).not.toHaveBeenCalled();
});
