// Documents of the in-memory workspace: pages drawn as plain SVG, with the pace and the refusals of
// the real ones. What they look like in earnest is the documents crate's own affair.
import type { Kind, LeftOut, PreviewRequest, Section } from "$lib/gen/wire";
import { m } from "$lib/paraglide/messages.js";
import { refuse, type Row, type Store } from "./store";

type Body = Record<string, unknown>;
type Bodies = Record<string, (body: Body) => [unknown, Kind[]] | Promise<[unknown, Kind[]]>>;

const SIZE = { a4: [595.28, 841.89], letter: [612, 792] } as const;
const plain = (text: unknown) =>
  String(text ?? "").replace(/[<&>]/g, (sign) => `&#${sign.charCodeAt(0)};`);
const line = (y: number, size: number, text: unknown, fill = "#1c2024", weight = 400) =>
  `<text x="64" y="${y}" font-family="Inter, sans-serif" font-size="${size}" fill="${fill}" font-weight="${weight}">${plain(text)}</text>`;

function sheet(paper: "a4" | "letter", colour: string, content: string): string {
  const [w, h] = SIZE[paper];
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${w} ${h}" width="${w}pt" height="${h}pt"><rect width="${w}" height="${h}" fill="#fff"/><rect x="64" y="52" width="90" height="2" fill="${colour}"/>${content}</svg>`;
}

/** The account that a document is of. */
function customer(store: Store, request: PreviewRequest): Row {
  const row = store.get(request.id);
  return row.account_id ? store.get(String(row.account_id)) : row;
}

/** What the page of an onboarding says: each step of its checklists. */
function onboarding(store: Store, request: PreviewRequest): string[] {
  const lists =
    request.document === "checklist"
      ? [store.get(request.id)]
      : store.of("checklist", customer(store, request).id);
  const steps = lists.flatMap(({ id }) => store.of("checklist_step", id));
  const seen = steps.filter(
    ({ visibility }) => request.audience === "internal" || visibility === "customer",
  );
  const head =
    line(96, 20, customer(store, request).name, "#1c2024", 600) +
    line(118, 11, request.document, "#5d656e");
  return [
    head + seen.map((one, at) => line(150 + at * 16, 10, `${one.state}  ${one.title}`)).join(""),
  ];
}

/** What each page of a plan says. */
function contents(store: Store, request: PreviewRequest): string[] {
  const plan = store.get(request.id);
  const account = store.get(String(plan.account_id));
  const objectives = store.of("objective", plan.id);
  const wanted = (section: Section) => request.sections?.includes(section) ?? true;
  const cover = [
    line(260, 26, plan.title, "#1c2024", 600),
    line(288, 14, account.name, "#5d656e"),
    line(340, 10, `Sponsor: ${String(plan.sponsor || "–")}`),
  ].join("");
  const stand = [
    line(96, 20, "Where we stand", "#1c2024", 600),
    ...(String(plan.strategy).match(/.{1,84}(\s|$)/g) ?? []).map((words, index) =>
      line(124 + index * 16, 11, words, "#5d656e"),
    ),
    ...objectives.map((row, index) => line(220 + index * 22, 11, `${index + 1}  ${row.title}`)),
  ].join("");
  if (request.document === "summary") return [cover + stand];
  const outcome = (row: Row, index: number) =>
    line(84, 9, `Outcome ${index + 1}`, "#5d656e") +
    line(108, 18, row.title, "#1c2024", 600) +
    line(136, 11, row.business_impact, "#5d656e") +
    store
      .of("criterion", row.id)
      .map((one, at) => line(180 + at * 20, 11, `${one.name}: ${one.baseline} to ${one.target}`))
      .join("") +
    (request.audience === "internal" && row.risks ? line(300, 11, row.risks, "#b3322c") : "");
  return [
    ...(wanted("cover") ? [cover] : []),
    ...(wanted("where_we_stand") ? [stand] : []),
    ...(wanted("timeline") ? [line(96, 20, "The year on one page", "#1c2024", 600)] : []),
    ...(wanted("objectives") ? objectives.map(outcome) : []),
    ...(wanted("people")
      ? [
          line(96, 20, "People", "#1c2024", 600) +
            store
              .of("contact", account.id)
              .map((one, at) => line(130 + at * 18, 11, `${one.name}, ${one.title}`))
              .join(""),
        ]
      : []),
    ...(wanted("readings") ? [line(96, 20, "Readings", "#1c2024", 600)] : []),
  ];
}

function leftOut(store: Store, request: PreviewRequest): LeftOut[] {
  if (request.audience === "internal") return [];
  const objectives = store.of("objective", request.id);
  const initiatives = objectives.flatMap(({ id }) => store.of("initiative", id));
  const tasks = initiatives.flatMap(({ id }) => store.of("task", id));
  const hidden = (rows: Row[]) =>
    rows.filter(({ visibility }) => visibility === "internal").map(({ title }) => String(title));
  const risks = objectives.filter((row) => row.risks && row.risks_visibility === "internal");
  const all: LeftOut[] = [
    { what: "arr", items: [] },
    { what: "standing", items: [] },
    { what: "renewal", items: [] },
    { what: "risks", items: risks.map(({ title }) => String(title)) },
    { what: "initiatives", items: hidden(initiatives) },
    { what: "tasks", items: hidden(tasks) },
  ];
  return all.filter(
    ({ what, items }) => ["arr", "standing", "renewal"].includes(what) || items.length > 0,
  );
}

export function pages(store: Store, brand: () => Row | null): Bodies {
  let newest = 0;
  const draw = (request: PreviewRequest) => {
    const account = customer(store, request);
    const paper = request.paper ?? (account.paper as "a4" | null) ?? "a4";
    const colour = String(brand()?.colour || "#2456c9");
    return { paper, sheets: written(store, request).map((text) => sheet(paper, colour, text)) };
  };
  const found = {
    missing: ["𒀀"],
    cut: ["Critical findings older than 30 days, by severity"],
    remarks: [] as string[],
  };
  const written = (store: Store, request: PreviewRequest) =>
    ["success-plan", "summary"].includes(request.document)
      ? contents(store, request)
      : onboarding(store, request);
  return {
    "document.preview": async (body) => {
      const request = { audience: "customer", ...body } as unknown as PreviewRequest;
      const mine = ++newest;
      await new Promise((done) => setTimeout(done, 180));
      if (mine !== newest) throw refuse("cancelled");
      const { paper, sheets } = draw(request);
      const [width, height] = SIZE[paper];
      const drawn = (request.pages ?? []).flatMap((page) => {
        const svg = sheets[page];
        return svg ? [{ page, width, height, svg }] : [];
      });
      const left_out = leftOut(store, request);
      return [{ pages: sheets.length, drawn, left_out, ...found }, []];
    },
    "document.export": ({ path, ...body }) => {
      if (String(path).startsWith("/root")) throw refuse("io", "path");
      const { sheets } = draw(body as unknown as PreviewRequest);
      return [{ path, pages: sheets.length, ...found }, []];
    },
    "document.labels": ({ lang = "en" }) => {
      const own = (brand()?.labels ?? {}) as Record<string, Record<string, string>>;
      // Asked with every parameter in braces, a message gives its own text back.
      const braces = new Proxy({}, { get: (_, name) => `{${String(name)}}` });
      const labels = Object.entries(m)
        .filter(([key]) => /^doc_(?!month_|decimal_mark|group_mark)/.test(key))
        .map(([key, text]) => ({
          key,
          default: (text as (inputs: object) => string)(braces),
          text: own[String(lang)]?.[key] ?? null,
        }));
      return [labels, []];
    },
  };
}
