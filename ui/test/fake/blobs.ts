// Files of the in-memory workspace. A picture's content is made up from its name.
import type { Kind } from "$lib/gen/wire";
import { refuse } from "./store";

type Body = Record<string, unknown>;
interface Content {
  media_type: string;
  size: number;
  base64: string;
}

const HUES = ["#2456c9", "#147044", "#7a5109", "#5d656e"];
const kept = new Map<string, Content>();

function picture(name: string): string {
  const hue = HUES[name.length % HUES.length];
  const bars = [30, 52, 44, 70, 86]
    .map((tall, at) => `<rect x="${24 + at * 40}" y="${120 - tall}" width="26" height="${tall}"/>`)
    .join("");
  return `<svg xmlns="http://www.w3.org/2000/svg" width="240" height="140" viewBox="0 0 240 140"><rect width="240" height="140" fill="#f6f5f2"/><g fill="${hue}">${bars}</g></svg>`;
}

/** Takes a file by its path; what it is follows from its ending. */
export function put(path: string) {
  const name = path.split(/[\\/]/).at(-1) ?? path;
  if (name.endsWith(".exe")) throw refuse("invalid", "path", { reason: "bad_file", why: name });
  const image = /\.(png|jpe?g|svg|webp)$/i.test(name);
  const hash = [...name].map((sign) => sign.charCodeAt(0).toString(16)).join("");
  const full = hash.padEnd(64, "0").slice(0, 64);
  const content = image
    ? { media_type: "image/svg+xml", size: 48_213, base64: btoa(picture(name)) }
    : { media_type: "application/pdf", size: 1_203_114, base64: btoa("%PDF") };
  kept.set(full, content);
  const { media_type, size } = content;
  return { hash: full, name, media_type, size };
}

/** What is known of a content. */
export function known(hash: unknown): { media_type: string; size: number } {
  const { media_type = "", size = 0 } = kept.get(String(hash)) ?? {};
  return { media_type, size };
}

export const blobs: Record<string, (body: Body) => [unknown, Kind[]]> = {
  "blob.put": ({ path }) => [put(String(path)), []],
  "blob.get": ({ hash }) => {
    const content = kept.get(String(hash));
    if (!content) throw refuse("not_found");
    return [{ media_type: content.media_type, base64: content.base64 }, []];
  },
  "blob.save": ({ path }) => {
    if (String(path).startsWith("/root")) throw refuse("io", "path");
    return [{ path }, []];
  },
};
