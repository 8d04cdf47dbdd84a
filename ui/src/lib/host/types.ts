// What the window asks of the program around it. Two things implement it: the
// shell (index.ts) and, in development only, a browser (browser.ts).

import type { Kind } from "$lib/model";

/** What a command answers: its result and the kinds of record it changed. */
export interface Answer {
  result: unknown;
  changed: Kind[];
}

/** One kind of file a dialog may show, such as PDF with `["pdf"]`. */
export interface FileKind {
  name: string;
  extensions: string[];
}

/** Files over the window, where the pointer is; `paths` only once they are dropped, null when they left. */
export type Drag = { x: number; y: number; paths: string[] | null } | null;

export interface Host {
  /**
   * Runs one command; rejects with `{code, message, field?, details?}`. A file that it names and that nobody chose is put
   * before the person in the system's dialog first.
   */
  call(name: string, request: unknown): Promise<Answer>;
  /** Asks where to save, as any kind without one; null if the dialog was cancelled. */
  chooseSavePath(title: string, start: string, kind: FileKind | null): Promise<string | null>;
  /** Asks which file to open, of any kind without one; null if the dialog was cancelled. */
  chooseOpenPath(title: string, start: string, kind: FileKind | null): Promise<string | null>;
  /** Asks for a folder; null if the dialog was cancelled. */
  chooseFolder(title: string, start: string): Promise<string | null>;
  /** Calls `listener` with files that are dragged over the window or dropped on it; answers how to stop. */
  onDrop(listener: (drag: Drag) => void): () => void;
  /** Calls `listener` with a workspace that somebody opened from outside; answers how to stop. */
  onOpen(listener: (path: string) => void): () => void;
  /** Tells of something through the system's notifications; whether they are seen is the system's to say. */
  notify(title: string, body: string): Promise<void>;
  /** Shows a file in the system's file manager. */
  showInFolder(path: string): Promise<void>;
  /** Opens an address in the system's browser or mail program. Rejects one of another kind. */
  openLink(url: string): Promise<void>;
}
