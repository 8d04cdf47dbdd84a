// A headless Chromium with one page, spoken to over its own protocol. Owns: starting, asking, ending. Knows
// no page.
import { spawn } from "node:child_process";
import { mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as wait } from "node:timers/promises";

/** Tries until `look` answers something; half a minute at most. */
async function until(look) {
  for (let tries = 0; tries < 300; tries += 1) {
    const found = await look().catch(() => null);
    if (found) return found;
    await wait(100);
  }
  throw new Error("Chromium did not answer.");
}

/** Opens `url`, `width` by `height` pixels large; answers how to run a script in it, and how to end. */
export async function open(url, width, height) {
  const home = await mkdtemp(join(tmpdir(), "cairn-drag-"));
  const size = `--window-size=${width},${height}`;
  const flags = [
    "--headless=new",
    "--no-sandbox",
    "--disable-gpu",
    "--remote-debugging-port=0",
    size,
  ];
  const browser = spawn("chromium", [...flags, `--user-data-dir=${home}`, url], {
    stdio: "ignore",
  });
  const ended = new Promise((done) => browser.once("exit", done));
  const port = await until(
    async () => (await readFile(join(home, "DevToolsActivePort"), "utf8")).split("\n")[0],
  );
  const page = await until(async () => {
    const pages = await (await fetch(`http://127.0.0.1:${port}/json`)).json();
    return pages.find(({ type }) => type === "page");
  });
  const socket = new WebSocket(page.webSocketDebuggerUrl);
  await new Promise((done) => socket.addEventListener("open", done, { once: true }));
  const waiting = new Map();
  socket.addEventListener("message", ({ data }) => {
    const { id, result } = JSON.parse(data);
    waiting.get(id)?.(result);
    waiting.delete(id);
  });
  let asked = 0;
  const send = (method, params) =>
    new Promise((done) => {
      asked += 1;
      waiting.set(asked, done);
      socket.send(JSON.stringify({ id: asked, method, params }));
    });
  return {
    /** Runs a function of the page and answers what it answers. */
    async run(script, ...values) {
      const expression = `(${script})(...${JSON.stringify(values)})`;
      const ways = { expression, awaitPromise: true, returnByValue: true };
      const { result, exceptionDetails } = await send("Runtime.evaluate", ways);
      if (exceptionDetails)
        throw new Error(exceptionDetails.exception?.description ?? "a script failed");
      return result.value;
    },
    until,
    async close() {
      socket.close();
      browser.kill();
      await ended;
      await rm(home, { recursive: true, force: true });
    },
  };
}
