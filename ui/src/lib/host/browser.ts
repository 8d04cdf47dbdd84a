// The host for a browser, where the core answers over HTTP (`cargo xtask dev`). Development only: the mode `browser` of
// vite.config.ts uses it instead of index.ts, and nothing of it is shipped. What a browser cannot do is refused, or
// never happens.
import type { Failure } from "$lib/gen/wire";
import type { Answer, FileKind, Host } from "$lib/host/types";

async function call(name: string, request: unknown): Promise<Answer> {
  const token = new URLSearchParams(location.search).get("token") ?? "";
  const reply = await fetch(`/call/${name}`, {
    method: "POST",
    headers: { authorization: `Bearer ${token}` },
    body: JSON.stringify(request),
  });
  if (reply.ok) return (await reply.json()) as Answer;
  // 422 is an error of the core; any other status says that the core was not reached.
  throw reply.status === 422
    ? await reply.json()
    : new Error(`${String(reply.status)} ${await reply.text()}`);
}

/** A browser does not tell a page where a file is, so the path is typed. */
const typed = (title: string, start: string, kind?: FileKind | null) => {
  const endings = kind ? ` (${kind.extensions.map((ending) => `.${ending}`).join(", ")})` : "";
  return Promise.resolve(prompt(title + endings, start) || null);
};

function refusal(code: Failure["code"], message: string): Promise<never> {
  return Promise.reject({ code, message } satisfies Failure);
}

export const host: Host = {
  call,
  chooseSavePath: typed,
  chooseOpenPath: typed,
  chooseFolder: typed,
  // Dropped files have no path here, and a second start of the program opens nothing.
  onDrop: () => () => undefined,
  onOpen: () => () => undefined,
  notify: async (title, body) => {
    await Notification.requestPermission();
    new Notification(title, { body });
  },
  showInFolder: (path) => refusal("io", `A browser shows no folder; the file is ${path}.`),
  openLink(url) {
    if (!/^(https?|mailto):/i.test(url)) return refusal("invalid", `${url} is no link.`);
    open(url, "_blank", "noopener");
    return Promise.resolve();
  },
};
