// What the window asks of the program around it. Two things implement it: the
// shell (index.ts) and, in development only, the in-memory one under test/fake.

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

export interface Host {
  /** Runs one command; rejects with `{code, message, field?, details?}`. */
  call(name: string, request: unknown): Promise<Answer>;
  /** Asks where to save; null if the dialog was cancelled. */
  chooseSavePath(title: string, start: string, kind: FileKind): Promise<string | null>;
  /** Asks which file to open; null if the dialog was cancelled. */
  chooseOpenPath(title: string, start: string, kind: FileKind): Promise<string | null>;
  /** Shows a file in the system's file manager. */
  showInFolder(path: string): Promise<void>;
}
