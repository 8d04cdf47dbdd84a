// What the window needs from the program around it. Implemented by the shell (index.ts) and, in development only, by a
// browser (browser.ts).

import type { Kind } from "$lib/model";

/** The answer of a command: its result and the kinds of record that it changed. */
export interface Answer {
  result: unknown;
  changed: Kind[];
}

/** One kind of file a dialog may show, such as PDF with `["pdf"]`. */
export interface FileKind {
  name: string;
  extensions: string[];
}

/**
 * Files that are dragged over the window, and the pointer's place; `paths` only once they are dropped, null when they
 * left.
 */
export type Drag = { x: number; y: number; paths: string[] | null } | null;

export interface Host {
  /**
   * Runs one command; rejects with `{code, message, field?, details?}`. If it names a file that the user has not
   * chosen, the system's dialog asks for it first.
   */
  call(name: string, request: unknown): Promise<Answer>;
  /** Asks where to save; without a kind any file is allowed. Null if the dialog was cancelled. */
  chooseSavePath(title: string, start: string, kind: FileKind | null): Promise<string | null>;
  /** Asks which file to open; without a kind any file is allowed. Null if the dialog was cancelled. */
  chooseOpenPath(title: string, start: string, kind: FileKind | null): Promise<string | null>;
  /** Asks for a folder; null if the dialog was cancelled. */
  chooseFolder(title: string, start: string): Promise<string | null>;
  /** Calls `listener` with files that are dragged over the window or dropped on it; returns how to stop. */
  onDrop(listener: (drag: Drag) => void): () => void;
  /** Calls `listener` with a workspace that was opened from outside; returns how to stop. */
  onOpen(listener: (path: string) => void): () => void;
  /** Shows a notification of the system; whether it is seen is up to the system. */
  notify(title: string, body: string): Promise<void>;
  /** Shows a file in the system's file manager. */
  showInFolder(path: string): Promise<void>;
  /** Opens an address in the system's browser or mail program. Rejects other kinds of address. */
  openLink(url: string): Promise<void>;
}
