import { beforeEach, describe, expect, it, vi } from "vitest";

const rpc = vi.hoisted(() => vi.fn());
vi.mock("$lib/rpc", async (original) => ({
  ...(await original<typeof import("$lib/rpc")>()),
  rpc,
}));
const { importing } = await import("$features/import/importing.svelte");

const report = { asks: [], problems: [], lines: [], new: 1, changed: 0, kind: "accounts" };

describe("what is said while a file is looked at", () => {
  beforeEach(() => {
    rpc.mockReset();
    importing.start({ kind: "accounts" });
    importing.path = "book.csv";
  });

  it("is looked at once more, and no answer is lost", async () => {
    let answer: (report: unknown) => void = () => undefined;
    rpc.mockImplementationOnce(() => new Promise((resolve) => (answer = resolve)));
    rpc.mockResolvedValue(report);
    const checked = importing.check();
    importing.dates = "mdy";
    void importing.check();
    importing.currency = "EUR";
    void importing.check();
    answer(report);
    await checked;
    const asked = rpc.mock.calls.filter(([name]) => name === "import.preview");
    expect(asked.length, "twice, however often it was said").toBe(2);
    expect(asked[1]?.[1]).toMatchObject({ dates: "mdy", currency: "EUR" });
    expect(importing.busy).toBe(false);
  });

  it("is not taken for what was found, and nothing is taken in before it is", async () => {
    let answer: (report: unknown) => void = () => undefined;
    rpc.mockImplementationOnce(() => new Promise((resolve) => (answer = resolve)));
    rpc.mockResolvedValue(report);
    const checked = importing.check();
    importing.currency = "EUR";
    answer(report);
    await checked;
    expect(importing.ready, "the answer knows no currency").toBe(false);
    await importing.check();
    expect(importing.ready).toBe(true);
  });

  it("tells nothing of a file that was named before", async () => {
    let answer: (report: unknown) => void = () => undefined;
    rpc.mockImplementationOnce(() => new Promise((resolve) => (answer = resolve)));
    const checked = importing.check();
    importing.path = "people.csv";
    importing.fileChanged();
    answer(report);
    await checked;
    expect(importing.report).toBeNull();
  });
});
