// The host of `npm run dev:fake`: the in-memory workspace behind the window's one door.
// `?first-run` starts without a workspace, `?empty` with one that holds nothing.
import { backupAnswers, backups } from "./backups";
import type { Kind } from "$lib/gen/wire";
import type { Host } from "$lib/host/types";
import { bin } from "./bin";
import { blobs } from "./blobs";
import { checklists } from "./checklists";
import { DEFAULTS, TODAY } from "./defaults";
import { pages } from "./pages";
import { reads } from "./read";
import { addSample, deleteMany, move, preferences, removeSample, search, updateMany } from "./feel";
import { outcomes } from "./outcomes";
import { fill } from "./sample";
import { leaving } from "./people";
import { large, rollout } from "./rollout";
import { overlaying } from "./roadmap";
import { imports } from "./imports";
import { links, shifting } from "./shift";
import { versions } from "./versions";
import { refuse, Store, type Row } from "./store";
import { templates } from "./templates";
import { today } from "./today";
import { touch } from "./touch";

const mode = location.search.slice(1);
const store = new Store();
let path: string | null = mode === "first-run" ? null : "/home/ana/aurora.cairn";
let me: Row | null = null;
let brand: Row | null = null;

function introduce(fields: Record<string, unknown>): Row {
  me = store.create("me", fields);
  return me;
}
if (mode !== "first-run")
  introduce({
    name: "Ana Lindqvist",
    title: "Customer Success Architect",
    email: "ana@example.com",
    zone: "Europe/Berlin",
    country: "DE",
  });
if (mode === "") fill(store);
if (mode === "roadmap" || mode === "roadmap-large") {
  const { id } = store.create("account", { name: "Nordwind AG", country: "DE" });
  (mode === "roadmap" ? rollout : large)(store, id);
}
if (mode === "large")
  for (let n = 0; n < 2000; n++)
    store.create("account", {
      name: `Account ${String(n).padStart(4, "0")}`,
      success_tier: "advanced",
      arr: { minor: n * 100_000, currency: "EUR" },
    });
store.done = [];

const status = () => ({
  workspace: path
    ? {
        path,
        name:
          path
            .split("/")
            .at(-1)
            ?.replace(/\.cairn$/, "") ?? "",
        read_only: mode === "read-only" || mode === "moved",
        moved: mode === "moved",
        overwritten: false,
        set_aside: [],
      }
    : null,
  me: me ? store.view(store.get(me.id)) : null,
  default_path: "/home/ana/.local/share/cairn/work.cairn",
  guess: { zone: "Europe/Berlin", country: "DE" },
  today: TODAY,
  last_op: store.op,
  undo: store.step(store.done.at(-1)),
  redo: store.step(store.undone.at(-1)),
  undo_count: store.done.length,
  sample: store.of("account").some((row) => row.sample),
  backup: backups.at(0)?.at ?? null,
});

function outline(id: string) {
  const plan = store.get(id);
  return {
    dependencies: links(store).map((row) => store.view(row)),
    account: store.view(store.get(String(plan.account_id))),
    contacts: store.of("contact", String(plan.account_id)).map((row) => store.view(row)),
    plan: store.view(plan),
    objectives: store.of("objective", id).map((objective) => ({
      objective: store.view(objective),
      criteria: store.of("criterion", objective.id).map((criterion) => ({
        criterion: store.view(criterion),
        readings: store
          .of("reading", criterion.id)
          .sort((a, b) => String(a.date).localeCompare(String(b.date)))
          .map((row) => store.view(row)),
      })),
      initiatives: store.of("initiative", objective.id).map((initiative) => ({
        initiative: store.view(initiative),
        tasks: store.of("task", initiative.id).map((row) => store.view(row)),
      })),
    })),
  };
}

// Drafts outlive a reload, as they outlive a crash of the program.
const keepDrafts = () => {
  sessionStorage.setItem("fake.drafts", JSON.stringify([...store.drafts]));
};
for (const [key, draft] of JSON.parse(sessionStorage.getItem("fake.drafts") ?? "[]"))
  store.drafts.set(key, draft);

type Body = Record<string, unknown>;
/** A single record that nobody has said yet. */
const unsaid = (kind: "me" | "brand") => ({ id: kind, version: 0, ...DEFAULTS[kind] });
type Answers = [unknown, Kind[]];
const others: Record<string, (body: Body) => Answers | Promise<Answers>> = {
  ...preferences,
  ...reads,
  "sample.add": () => addSample(store, fill),
  "sample.remove": () => removeSample(store),
  "workspace.status": () => [status(), []],
  ...backupAnswers,
  "workspace.create": ({ path: at }) => {
    if (String(at).startsWith("/root")) throw refuse("io", "path");
    path = String(at);
    return [status(), []];
  },
  "workspace.open": ({ path: at }) => {
    if (!String(at).endsWith(".cairn")) throw refuse("workspace_unreadable", "path");
    path = String(at);
    return [status(), []];
  },
  "me.get": () => [me ? store.view(store.get(me.id)) : unsaid("me"), []],
  "me.update": ({ version, request_id: _, ...fields }) => {
    const row = me ? store.update(store.get(me.id), version, fields) : introduce(fields);
    return [store.view(row), ["me"]];
  },
  "brand.get": () => [brand ? store.view(store.get(brand.id)) : unsaid("brand"), []],
  "brand.update": ({ version, request_id: _, ...fields }) => {
    brand = brand
      ? store.update(store.get(brand.id), version, fields)
      : store.create("brand", fields);
    return [store.view(brand), ["brand"]];
  },
  "calendar.regions": () => [{ regions: [] }, []],
  "calendar.year": ({ account_id: account, year }) => {
    const whose = account ? store.get(String(account)) : me && store.get(me.id);
    type Own = { date: string; name: string; working: boolean };
    const own = ((whose?.holidays ?? []) as Own[]).filter(({ date }) =>
      date.startsWith(String(year)),
    );
    const table = ["01-01", "05-01", "10-03", "12-25", "12-26"].map(
      (date) => `${String(year)}-${date}`,
    );
    const days = [
      ...table
        .filter((date) => !own.some((one) => one.date === date))
        .map((date) => ({ date, name: "", source: "country", working: false })),
      ...own.map((one) => ({ ...one, source: "own" })),
    ];
    return [{ days: days.sort((a, b) => a.date.localeCompare(b.date)) }, []];
  },
  ...shifting(store),
  ...overlaying(store),
  ...bin(store),
  ...blobs,
  ...outcomes(store),
  ...templates(store),
  ...checklists(store),
  ...versions(store),
  ...leaving(store),
  ...imports(store),
  ...today(store),
  ...touch(store),
  ...pages(store, () => brand && store.get(brand.id)),
  "plan.outline": ({ id }) => [outline(String(id)), []],
  undo: () => {
    const { step, kinds } = store.back(store.done, store.undone, "before");
    return [step, kinds];
  },
  redo: () => {
    const { step, kinds } = store.back(store.undone, store.done, "after");
    return [step, kinds];
  },
  history: ({ id }) => [
    store.done
      .filter((operation) => operation.id === id)
      .map(({ op, name, at, before, after }) => ({
        op,
        name,
        at,
        by: "Ana Lindqvist",
        source: "window",
        undoes: null,
        changes: Object.keys(after[0] ?? {})
          .filter(
            (key) =>
              !["version", "updated_at"].includes(key) &&
              JSON.stringify(before[0]?.[key]) !== JSON.stringify(after[0]?.[key]),
          )
          .map((field) => ({
            field,
            old: before[0]?.[field] ?? null,
            new: after[0]?.[field] ?? null,
          })),
      }))
      .reverse(),
    [],
  ],
  "draft.list": () => [[...store.drafts.values()], []],
  "draft.save": ({ record, field, text }) => {
    const draft = {
      record: String(record),
      field: String(field),
      text: String(text),
      at: new Date().toISOString(),
    };
    store.drafts.set(`${draft.record} ${draft.field}`, draft);
    keepDrafts();
    return [draft, []];
  },
  "draft.drop": ({ record, field }) => {
    store.drafts.delete(`${String(record)} ${String(field)}`);
    keepDrafts();
    return [{}, []];
  },
};

function answer(name: string, body: Body): Answers | Promise<Answers> {
  const own = others[name];
  if (own) return own(body);
  const [kind, verb] = name.split(".") as [Kind, string];
  const { request_id: _, id, version, ...fields } = body;
  if (name === "search") return search(store, body);
  if (verb === "update_many") return updateMany(store, kind, body);
  if (verb === "delete_many") return deleteMany(store, kind, body);
  if (verb === "move") return move(store, kind, body);
  if (verb === "create") return [store.view(store.create(kind, fields)), [kind]];
  if (verb === "list") {
    const filter = (body.filter ?? {}) as Body;
    const items = store
      .of(kind)
      .filter((row) => Object.entries(filter).every(([key, value]) => row[key] === value))
      .map((row) => store.view(row));
    return [{ items, total: items.length }, []];
  }
  if (verb === "restore") {
    const row = { ...(store.rows.get(String(id)) as Row), deleted_at: null };
    store.write(name, row.id, [row]);
    return [store.view(row), [kind]];
  }
  const row = store.get(String(id));
  if (verb === "get") return [store.view(row), []];
  if (verb === "update") return [store.view(store.update(row, version, fields)), [kind]];
  if (verb === "delete") {
    store.write(name, row.id, [{ ...row, deleted_at: new Date().toISOString() }]);
    return [{}, [kind]];
  }
  throw refuse("unknown_command");
}

declare global {
  interface Window {
    fake: { spent: number };
  }
}

export const host: Host = {
  async call(name, request) {
    await new Promise((done) => setTimeout(done, 15));
    const begun = performance.now();
    const answered = answer(name, request as Body);
    window.fake.spent += performance.now() - begun;
    const [result, changed] = await answered;
    return structuredClone({ result, changed });
  },
  chooseSavePath: (_, start) => Promise.resolve(`${start.replace(/\.\w+$/, "")}-chosen.pdf`),
  chooseFolder: () => Promise.resolve("/media/ana/disk"),
  chooseOpenPath: (_, __, kind) =>
    Promise.resolve(
      kind?.extensions[0] === "cairn" ? "/home/ana/other.cairn" : "/home/ana/lead-time.png",
    ),
  onDrop: () => () => undefined,
  onOpen: () => () => undefined,
  notify: () => Promise.resolve(),
  showInFolder: () => Promise.resolve(),
  openLink: (url) => {
    open(url, "_blank", "noopener");
    return Promise.resolve();
  },
};

// For looking at what another door did: `fake.elsewhere(id, {title: ".."})` writes as the command line would.
Object.assign(window, {
  fake: {
    store,
    /** The milliseconds that the answers took. */
    spent: 0,
    elsewhere: (id: string, changes: Body) => {
      const row = store.get(id);
      store.update(row, row.version, changes, "command_line");
    },
  },
});
