// What a typed text means, in the in-memory workspace: the plain forms only. The reader itself is the core's.
import { TODAY } from "./defaults";
import { refuse } from "./store";

type Body = Record<string, unknown>;

const shifted = (days: number): string =>
  new Date(Date.parse(TODAY) + days * 86_400_000).toISOString().slice(0, 10);

function date(text: string): string {
  const words = text.trim().toLowerCase();
  if (words === "today") return TODAY;
  if (words === "tomorrow") return shifted(1);
  const by = /^([+-]\d+)(w?)/.exec(words);
  if (by) return shifted(Number(by[1]) * (by[2] ? 7 : 1));
  const year = /\d{4}/.test(words) ? "" : ` ${TODAY.slice(0, 4)}`;
  const at = Date.parse(/^\d{4}-/.test(words) ? words : `${words}${year} UTC`);
  if (Number.isNaN(at)) throw refuse("invalid", "text", { reason: "unreadable" });
  return new Date(at).toISOString().slice(0, 10);
}

function value(text: string): number {
  const figures = text.replace(/[\s,%\u202f]/g, "");
  if (!/^[+-]?\d*\.?\d+$/.test(figures)) throw refuse("invalid", "text", { reason: "unreadable" });
  return Number(figures);
}

export const reads: Record<string, (body: Body) => [unknown, never[]]> = {
  "read.date": ({ text }) => [{ date: date(String(text)) }, []],
  "read.number": ({ text }) => [{ value: value(String(text)) }, []],
  "read.amount": ({ text, currency }) => {
    const code = /[A-Z]{3}/i.exec(String(text))?.[0].toUpperCase() ?? currency ?? "EUR";
    const figures = String(text).replace(/[^\d.,-]/g, "");
    return [{ amount: { minor: Math.round(value(figures) * 100), currency: code } }, []];
  },
  "read.time": ({ text }) => {
    const [, hour = "", minute = "00"] = /^(\d{1,2})(?::(\d{2}))?$/.exec(String(text).trim()) ?? [];
    if (!hour) throw refuse("invalid", "text", { reason: "unreadable" });
    return [{ time: `${hour.padStart(2, "0")}:${minute}` }, []];
  },
};
