// The host that is shipped: the calls to Tauri. The only folder that imports @tauri-apps.
import { invoke } from "@tauri-apps/api/core";
import { listen } from "@tauri-apps/api/event";
import { getCurrentWebview } from "@tauri-apps/api/webview";
import { openUrl, revealItemInDir } from "@tauri-apps/plugin-opener";
import type { Answer, Drag, FileKind, Host } from "$lib/host/types";

/** The function that stops listening. A window that may not listen still has the dialogs. */
function stopping(listening: Promise<() => void>): () => void {
  listening.catch(() => undefined);
  return () => {
    listening.then(
      (stop) => {
        stop();
      },
      () => undefined,
    );
  };
}

function onDrop(listener: (drag: Drag) => void): () => void {
  const listening = getCurrentWebview().onDragDropEvent(({ payload }) => {
    if (payload.type === "leave") {
      listener(null);
      return;
    }
    const { x, y } = payload.position.toLogical(devicePixelRatio);
    listener({ x, y, paths: payload.type === "drop" ? payload.paths : null });
  });
  return stopping(listening);
}

/** The shell shows the dialog, and allows this page to name only the file that was chosen in it. */
function choose(
  way: "open" | "save" | "folder",
  title: string,
  start: string,
  kind: FileKind | null,
) {
  return invoke<string | null>("choose_file", { way, title, start, kind });
}

export const host: Host = {
  call: (name, request) => invoke<Answer>("rpc", { name, request }),
  chooseSavePath: (title, start, kind) => choose("save", title, start, kind),
  chooseOpenPath: (title, start, kind) => choose("open", title, start, kind),
  chooseFolder: (title, start) => choose("folder", title, start, null),
  onDrop,
  onOpen: (listener) =>
    stopping(
      listen<string>("open-workspace", ({ payload }) => {
        listener(payload);
      }),
    ),
  // Tauri's package for this only replaces the browser's own Notification for the sake of this one call.
  notify: (title, body) => invoke("plugin:notification|notify", { options: { title, body } }),
  showInFolder: (path) => revealItemInDir(path),
  openLink: (url) => openUrl(url),
};
