// The shell as the window sees it. The only folder that imports @tauri-apps.
import { invoke } from "@tauri-apps/api/core";
import { open, save } from "@tauri-apps/plugin-dialog";
import { revealItemInDir } from "@tauri-apps/plugin-opener";
import type { Answer, Host } from "$lib/host/types";

export const host: Host = {
  call: (name, request) => invoke<Answer>("rpc", { name, request }),
  chooseSavePath: (title, start, kind) => save({ title, defaultPath: start, filters: [kind] }),
  chooseOpenPath: (title, start, kind) =>
    open({ title, defaultPath: start, filters: [kind], multiple: false, directory: false }),
  showInFolder: (path) => revealItemInDir(path),
};
