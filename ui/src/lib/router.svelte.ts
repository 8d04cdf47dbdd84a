// Where the window is: a hash that can be linked, gone back to, and reopened.
import type { EditableKind } from "$lib/model";

/** A record inside a plan that the pane beside the outline shows. */
export interface Detail {
  kind: EditableKind;
  id: string;
}
export type Route =
  | { room: "portfolio" }
  | { room: "account"; id: string }
  | { room: "plan"; id: string; detail: Detail | null }
  | { room: "settings" };

const DETAILS: readonly string[] = ["plan", "objective", "criterion", "initiative", "task"];
const KEY = "cairn.route";

/** Reads a hash; null for one that names no room. */
export function parseRoute(hash: string): Route | null {
  const [room, id, kind, inner] = hash.replace(/^#\/?/, "").split("/").map(decodeURIComponent);
  if (room === "portfolio" && id === undefined) return { room };
  if (room === "settings" && id === undefined) return { room };
  if (room === "account" && id && kind === undefined) return { room, id };
  if (room !== "plan" || !id) return null;
  if (kind === undefined) return { room, id, detail: null };
  if (!inner || !DETAILS.includes(kind)) return null;
  return { room, id, detail: { kind: kind as EditableKind, id: inner } };
}

export const links = {
  portfolio: () => "#/portfolio",
  settings: () => "#/settings",
  account: (id: string) => `#/account/${encodeURIComponent(id)}`,
  plan: (id: string, detail?: Detail | null) =>
    `#/plan/${encodeURIComponent(id)}` +
    (detail ? `/${detail.kind}/${encodeURIComponent(detail.id)}` : ""),
};

class Router {
  route = $state.raw<Route>({ room: "portfolio" });

  /** Starts where the window was left; returns how to stop. */
  start(): () => void {
    const follow = () => {
      const route = parseRoute(location.hash);
      if (!route) {
        location.replace(links.portfolio());
        return;
      }
      this.route = route;
      localStorage.setItem(KEY, location.hash);
    };
    if (!parseRoute(location.hash)) {
      const left = localStorage.getItem(KEY) ?? "";
      history.replaceState(null, "", parseRoute(left) ? left : links.portfolio());
    }
    follow();
    addEventListener("hashchange", follow);
    return () => {
      removeEventListener("hashchange", follow);
    };
  }

  /** Goes to a link; `replace` leaves no history entry. */
  go(link: string, replace = false): void {
    if (location.hash === link) return;
    if (replace) location.replace(link);
    else location.hash = link;
  }
}

export const router = new Router();
