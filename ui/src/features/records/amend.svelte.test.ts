import { afterEach, beforeEach, expect, test, vi } from "vitest";

vi.mock("$host", () => ({
  host: { call: () => Promise.resolve({ result: null, changed: [] }) },
}));
// What jsdom has not.
HTMLDialogElement.prototype.showModal = vi.fn();
HTMLDialogElement.prototype.close = vi.fn();
Element.prototype.scrollIntoView = vi.fn();

const { flushSync, mount, unmount } = await import("svelte");
const { RpcError } = await import("$lib/rpc");
const { default: Amend } = await import("$features/records/Amend.svelte");

const send = vi.fn();
const onclose = vi.fn();
let made: object;
beforeEach(() => {
  send.mockReset();
  onclose.mockReset();
});
afterEach(() => unmount(made));

function open(on: string | null) {
  const props = { record: "one", name: "sign_off", title: "Correct", about: "Both are kept." };
  const was = { by: "Ines Falk", on, words: "" };
  const wire = { by: "person", on: "on", words: "words" };
  const labels = { by: "Signed by", on: "Signed on" };
  const rest = { way: "correct" as const, was, wire, labels, send, onclose };
  made = mount(Amend, { target: document.body, props: { ...props, ...rest } });
  flushSync();
}
async function submit() {
  document.querySelector("form")?.requestSubmit();
  await new Promise((resolve) => setTimeout(resolve));
  flushSync();
}
const alerts = () =>
  [...document.querySelectorAll('[role="alert"]')].map(({ textContent }) => textContent);
const field = (label: string) => {
  const id = [...document.querySelectorAll("label")].find(
    (one) => one.textContent === label,
  )?.htmlFor;
  return document.getElementById(id ?? "");
};

test("what was sent closes the dialog", async () => {
  open("2026-11-30");
  await submit();
  const said = { by: "Ines Falk", on: "2026-11-30", words: "", reason: "" };
  expect(send).toHaveBeenCalledExactlyOnceWith(said);
  expect(onclose).toHaveBeenCalledOnce();
});

test("a refusal stands at its field, and one that belongs to none stands under them", async () => {
  open("2026-11-30");
  send.mockRejectedValueOnce(new RpcError("invalid", "empty", "person"));
  await submit();
  expect(field("Signed by")?.ariaInvalid ?? field("Signed by")?.getAttribute("aria-invalid")).toBe(
    "true",
  );
  expect(alerts(), "it is said once").toHaveLength(1);
  send.mockRejectedValueOnce(new RpcError("conflict", "changed", "version"));
  await submit();
  expect(field("Signed by")?.hasAttribute("aria-invalid")).toBe(false);
  expect(alerts()).toHaveLength(1);
  expect(onclose, "it stays open").not.toHaveBeenCalled();
});

test("a refusal goes as soon as its field is typed into", async () => {
  open("2026-11-30");
  send.mockRejectedValueOnce(new RpcError("invalid", "empty", "reason"));
  await submit();
  expect(alerts()).toHaveLength(1);
  field("Why")?.dispatchEvent(new Event("input", { bubbles: true }));
  flushSync();
  expect(alerts()).toHaveLength(0);
});

test("without a day nothing is sent", async () => {
  open(null);
  await submit();
  expect(send).not.toHaveBeenCalled();
  expect(alerts()).toHaveLength(1);
});
