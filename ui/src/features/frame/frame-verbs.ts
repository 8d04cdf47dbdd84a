// The verbs that are available in every room: navigation, new records, appearance, undo, the sample.
import { errorWords } from "$lib/errors";
import { number } from "$lib/format/numbers";
import { newRecordDialog } from "$lib/new-record-dialog.svelte";
import type { Account } from "$lib/model";
import { overlay } from "$lib/overlay.svelte";
import { m } from "$lib/paraglide/messages.js";
import { preferences } from "$lib/preferences.svelte";
import { rpc } from "$lib/rpc";
import { links, router } from "$lib/router.svelte";
import { safe } from "$lib/safe.svelte";
import { session } from "$lib/session.svelte";
import { toasts } from "$lib/toasts.svelte";
import { stepWords, undo } from "$lib/undo.svelte";
import type { VerbId } from "$lib/verb-words";
import type { Verb } from "$lib/verbs.svelte";
import { transferVerb, importVerbs } from "$features/import/verbs";
import { backupVerbs } from "$features/settings/backups";

/** Switches the customer-safe screen; closes everything on top of the rooms, as it may name other accounts. */
export function toggleSafe(account: string | null): void {
  safe.toggle(account);
  overlay.close();
  newRecordDialog.stop();
  void undo.answer(false);
  for (const { id } of toasts.items) toasts.drop(id);
}

/** Logs a call with the open account; if none is open, the palette asks for one. */
export function quickLog(here: Account | null): void {
  if (here) newRecordDialog.start({ kind: "touchpoint", account: here.id, name: here.name });
  else overlay.open("palette", m.quick_log_ask());
}

/** Adds or removes the sample accounts. */
export async function sample(way: "add" | "remove"): Promise<void> {
  try {
    const { accounts } = await rpc(`sample.${way}`, {});
    toasts.show(way === "add" ? m.sample_added({ count: number(accounts) }) : m.sample_removed(), {
      label: m.undo(),
      run: () => void undo.start("undo"),
    });
    router.go(links.portfolio());
  } catch (thrown) {
    toasts.show(errorWords(thrown), undefined, "bad");
  }
}

/** The verb that logs a call with `account`. */
const logVerb = ({ id, name }: Account, quiet: boolean): Verb => ({
  id: `new-touchpoint ${id}`,
  label: m.verb_log_touchpoint({ account: name }),
  of: name,
  quiet,
  run: () => {
    newRecordDialog.start({ kind: "touchpoint", account: id, name });
  },
});

/** The verbs that create something for `account`. */
export function accountCreateVerbs(account: Account, quiet: boolean): Verb[] {
  const { id, name } = account;
  const make = (kind: "plan" | "contact" | "task" | "workshop", label: string): Verb => ({
    id: `new-${kind} ${id}`,
    label,
    of: name,
    quiet,
    run: () => {
      newRecordDialog.start({ kind, account: id, name });
    },
  });
  return [
    logVerb(account, quiet),
    make("plan", m.verb_new_plan({ account: name })),
    {
      id: `plan-from-template ${id}`,
      label: m.verb_new_plan_from_template({ account: name }),
      of: name,
      quiet: true,
      run: () => {
        newRecordDialog.start({ kind: "template", account: id, name });
      },
    },
    make("contact", m.verb_new_contact({ account: name })),
    make("task", m.verb_new_task({ account: name })),
    make("workshop", m.verb_new_workshop({ account: name })),
  ];
}

/** The verbs that change records of the open account and the recent ones; a call can be logged for any of `all`. */
export function createVerbs(here: Account | null, recent: Account[], all: Account[]): Verb[] {
  if (session.readOnly) return [];
  const accounts = [...new Set([here, ...recent])].filter(
    (account): account is Account => account !== null && safe.shows(account.id),
  );
  const others = all.filter((one) => !accounts.includes(one) && safe.shows(one.id));
  const account: Verb = {
    id: "new-account",
    label: m.verb_new_account(),
    run: () => {
      newRecordDialog.start({ kind: "account" });
    },
  };
  return [
    ...(safe.on ? [] : [account, ...importVerbs()]),
    ...accounts.flatMap((one) => accountCreateVerbs(one, one !== here)),
    // The file contains internal fields.
    ...(safe.on ? [] : accounts.map((one) => transferVerb(one, one !== here))),
    ...others.map((one) => logVerb(one, true)),
  ];
}

/** The verbs of the window itself. */
export function windowVerbs(account: string | null): Verb[] {
  const verb = (id: VerbId, label: string, run: () => void, keys?: string): Verb => ({
    id,
    label,
    run,
    ...(keys ? { keys } : {}),
  });
  const quiet = (id: VerbId, label: string, run: () => void): Verb => ({
    ...verb(id, label, run),
    quiet: true,
  });
  const go = (
    id: "today" | "portfolio" | "runs" | "library" | "bin" | "settings",
    place: string,
    link: string,
  ) =>
    verb(`go ${id}`, m.verb_go({ place }), () => {
      router.go(link);
    });
  const status = session.status;
  const steps = (["undo", "redo"] as const).flatMap((way) => {
    const step = status?.[way];
    if (!step || !safe.shows(step.account_id)) return [];
    const words = { what: stepWords(step) };
    return verb(
      way,
      way === "undo" ? m.verb_undo(words) : m.verb_redo(words),
      () => void undo.start(way),
      way === "undo" ? "mod+z" : "mod+shift+z",
    );
  });
  const themes = { system: m.theme_system, light: m.theme_light, dark: m.theme_dark };
  const densities = {
    compact: m.density_compact,
    default: m.density_default,
    comfortable: m.density_comfortable,
  };
  return [
    ...steps,
    go("today", m.today(), links.today()),
    go("portfolio", m.portfolio(), links.portfolio()),
    go("runs", m.runs(), links.runs()),
    go("library", m.library(), links.library()),
    go("bin", m.bin(), links.bin()),
    go("settings", m.settings(), links.settings()),
    verb(
      "safe",
      safe.on ? m.safe_off() : m.safe_mark(),
      () => {
        toggleSafe(account);
      },
      "mod+shift+h",
    ),
    verb(
      "shortcuts",
      m.verb_shortcuts(),
      () => {
        overlay.open("shortcuts");
      },
      "?",
    ),
    ...(["system", "light", "dark"] as const).map((theme) =>
      quiet(`theme ${theme}`, m.verb_theme({ theme: themes[theme]() }), () => {
        preferences.setTheme(theme);
      }),
    ),
    ...(["compact", "default", "comfortable"] as const).map((density) =>
      quiet(`density ${density}`, m.verb_density({ density: densities[density]() }), () => {
        preferences.setDensity(density);
      }),
    ),
    quiet("letters", preferences.singleLetters ? m.verb_letters_off() : m.verb_letters_on(), () => {
      preferences.setSingleLetters(!preferences.singleLetters);
    }),
    quiet("rail", m.verb_rail(), () => {
      preferences.toggleRail();
    }),
    ...(safe.on ? [] : backupVerbs()),
    ...(session.readOnly || safe.on
      ? []
      : [
          status?.sample
            ? verb("sample", m.sample_remove(), () => void sample("remove"))
            : verb("sample", m.sample_add(), () => void sample("add")),
        ]),
  ];
}
