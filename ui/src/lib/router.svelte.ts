// The address of the window: a hash that can be linked to, gone back to, and reopened.
import type { EditableKind, Kind } from "$lib/model";
import { addressParts } from "$lib/address";
import { lastPlace } from "$lib/last-place.svelte";

/** The record that is open in the pane beside a room's list. */
export interface Detail {
  kind: EditableKind;
  id: string;
}
const ACCOUNT_SECTIONS = [
  "overview",
  "timeline",
  "people",
  "onboarding",
  "command-plan",
  "profile",
] as const;
/** The tabs of an account's room. */
export type AccountSection = (typeof ACCOUNT_SECTIONS)[number];
const SETTINGS_SECTIONS = ["me", "brand", "words", "window", "workspace"] as const;
/** The tabs of the settings. */
export type SettingsSection = (typeof SETTINGS_SECTIONS)[number];

export type Route =
  | { room: "today" }
  | { room: "portfolio" }
  | { room: "runs" }
  | { room: "account"; id: string; section: AccountSection; detail: Detail | null }
  | { room: "plan"; id: string; detail: Detail | null }
  | { room: "roadmap"; id: string; detail: Detail | null }
  | { room: "versions"; id: string; detail: Detail | null }
  | { room: "document"; id: string; detail: Detail | null }
  | { room: "documents"; id: string; list: string | null }
  | { room: "library"; id: string | null }
  | { room: "bin" }
  | { room: "settings"; section: SettingsSection };

const PLAN_PARTS = ["roadmap", "versions", "document"] as const;
const DETAILS: readonly string[] = ["plan", "objective", "criterion", "initiative", "task"];

/** The entry of `list` that equals `word`; the first if there is no word, null for an unknown one. */
function oneOf<T extends string>(list: readonly [T, ...T[]], word: string | undefined): T | null {
  return word === undefined ? list[0] : (list.find((known) => known === word) ?? null);
}

/** The record that the rest of a hash names; undefined if it names none. */
function inner(
  kinds: readonly string[],
  [kind, id, more]: (string | undefined)[],
): Detail | null | undefined {
  if (kind === undefined) return null;
  if (!id || more !== undefined || !kinds.includes(kind)) return undefined;
  return { kind: kind as EditableKind, id };
}

/** The kinds of record that are shown in an account's room, with the tab that shows them. */
const IN_ACCOUNT: Partial<Record<Kind, AccountSection>> = {
  contact: "people",
  task: "overview",
  touchpoint: "timeline",
  workshop: "timeline",
  checklist: "onboarding",
  checklist_step: "onboarding",
};

function accountRoute(id: string, rest: string[]): Route | null {
  const detail = inner(Object.keys(IN_ACCOUNT), rest);
  if (detail) {
    const section = IN_ACCOUNT[detail.kind] ?? "overview";
    return { room: "account", id, section, detail };
  }
  const section = rest.length < 2 ? oneOf(ACCOUNT_SECTIONS, rest[0]) : null;
  return section && { room: "account", id, section, detail: null };
}

/** Reads a hash; null if it names no room. */
export function parseRoute(hash: string): Route | null {
  const [room, id, ...rest] = addressParts(hash);
  if ((room === "today" || room === "portfolio" || room === "bin") && id === undefined)
    return { room };
  if (room === "portfolio" && id === "onboarding" && rest.length === 0) return { room: "runs" };
  if (room === "library" && rest.length === 0) return { room, id: id ?? null };
  if (room === "settings" && rest.length === 0) {
    const section = oneOf(SETTINGS_SECTIONS, id);
    return section && { room, section };
  }
  if (room === "account" && id && rest[0] === "documents")
    return rest.length < 3 ? { room: "documents", id, list: rest[1] ?? null } : null;
  if (room === "account" && id) return accountRoute(id, rest);
  if (room !== "plan" || !id) return null;
  const part = PLAN_PARTS.find((known) => known === rest[0]) ?? null;
  const kinds = part === "versions" ? ["plan_version"] : DETAILS;
  const detail = inner(kinds, part ? rest.slice(1) : rest);
  return detail === undefined ? null : { room: part ?? room, id, detail };
}

const ending = (detail?: Detail | null) =>
  detail ? `/${detail.kind}/${encodeURIComponent(detail.id)}` : "";

export const links = {
  today: () => "#/today",
  portfolio: () => "#/portfolio",
  /** All running checklists. */
  runs: () => "#/portfolio/onboarding",
  /** The templates of plans and checklists, or one of them. */
  library: (id?: string) => (id ? `#/library/${encodeURIComponent(id)}` : "#/library"),
  /** What was deleted. */
  bin: () => "#/bin",
  settings: (section: SettingsSection = "me") =>
    section === "me" ? "#/settings" : `#/settings/${section}`,
  account: (id: string, section: AccountSection = "overview") =>
    `#/account/${encodeURIComponent(id)}` + (section === "overview" ? "" : `/${section}`),
  /** A record that is shown in the account's room: a contact, a touchpoint, a task, a checklist, a step .. */
  inAccount: (id: string, detail: Detail) => links.account(id) + ending(detail),
  /** The pages of an account's documents: the report on its onboarding, or one of its checklists. */
  documents: (id: string, list?: string) =>
    `${links.account(id)}/documents` + (list ? `/${encodeURIComponent(list)}` : ""),
  plan: (id: string, detail?: Detail | null) => `#/plan/${encodeURIComponent(id)}` + ending(detail),
  /** The plan's dates on an axis. */
  roadmap: (id: string, detail?: Detail | null) => `${links.plan(id)}/roadmap` + ending(detail),
  /** The versions of the plan: what it was when it was frozen, and what has changed since. */
  versions: (id: string, detail?: Detail | null) => `${links.plan(id)}/versions` + ending(detail),
  /** The plan's pages, as they will be printed. */
  document: (id: string, detail?: Detail | null) => `${links.plan(id)}/document` + ending(detail),
};

/** A record, with the account and the plan that it belongs to. */
export interface Placed {
  kind: Kind | null;
  id: string | null;
  account_id: string | null;
  plan_id: string | null;
}

/** The address at which a record is shown; null for one that has no room of its own. */
export function placeOf({ kind, id, account_id, plan_id }: Placed): string | null {
  if (kind === "me") return links.settings();
  if (kind === "brand") return links.settings("brand");
  if (kind === "template" || kind === "checklist_template") return links.library(id ?? undefined);
  if (kind === "account" && id) return links.account(id);
  if (kind === "command_plan") return account_id && links.account(account_id, "command-plan");
  const inAccount = kind !== null && kind in IN_ACCOUNT;
  if (!plan_id && account_id && id && inAccount)
    return links.inAccount(account_id, { kind: kind as EditableKind, id });
  if (!plan_id) return account_id ? links.account(account_id) : null;
  if (kind === "plan_version" && id) return links.versions(plan_id, { kind, id });
  if (kind === "sign_off") return links.versions(plan_id);
  const inPlan = kind !== null && kind !== "plan" && DETAILS.includes(kind);
  return links.plan(plan_id, inPlan && id ? { kind: kind as EditableKind, id } : null);
}

class Router {
  route = $state.raw<Route>({ room: "portfolio" });

  /** The address that the route was read from. */
  #read = "";

  #follow = () => {
    if (location.hash === this.#read) return;
    const route = parseRoute(location.hash);
    if (!route) {
      location.replace(links.portfolio());
      return;
    }
    this.#read = location.hash;
    this.route = route;
    lastPlace.at(location.hash);
  };

  /** Follows the address; returns how to stop. */
  start(): () => void {
    addEventListener("hashchange", this.#follow);
    return () => {
      removeEventListener("hashchange", this.#follow);
    };
  }

  /** Goes to where this workspace was left; `stay` keeps the present address if it names a room. */
  resume(stay: boolean): void {
    lastPlace.resume();
    const left = lastPlace.left()?.hash ?? "";
    if (!stay || !parseRoute(location.hash))
      location.replace(parseRoute(left) ? left : links.portfolio());
    this.#follow();
  }

  /** Goes to a link; `replace` leaves no history entry. */
  go(link: string, replace = false): void {
    if (location.hash === link) return;
    if (replace) location.replace(link);
    else location.hash = link;
    // The browser's event comes later; the route is set at once, so that the focus can go there.
    this.#follow();
  }
}

export const router = new Router();
