// Copies rows to the clipboard for a spreadsheet: as tab-separated text and as an HTML table.
import { m } from "$lib/paraglide/messages.js";
import { toasts } from "$lib/toasts.svelte";

/** A cell's text, escaped so that no spreadsheet reads it as a formula. */
const inert = (text: string) => (/^[=+@\t\r]/.test(text) ? `'${text}` : text);

const escape = (text: string) =>
  text.replace(/[&<>"]/g, (sign) => `&#${String(sign.codePointAt(0))};`);

/** Rows as tab-separated text. Line breaks and tabs inside a cell become spaces, or they would split the row. */
export const tsv = (rows: string[][]): string =>
  rows.map((row) => row.map((cell) => inert(cell.replace(/\s+/g, " "))).join("\t")).join("\n");

export const html = (rows: string[][]): string => {
  const line = (row: string[]) =>
    `<tr>${row.map((cell) => `<td>${escape(inert(cell))}</td>`).join("")}</tr>`;
  return `<table>${rows.map(line).join("")}</table>`;
};

/** Copies rows below a line of column names, and shows how many were copied. */
export function copyRows(rows: string[][]): void {
  if (!copyCells(rows)) return;
  const count = rows.length - 1;
  toasts.show(count === 1 ? m.bulk_copied_one() : m.bulk_copied({ count: String(count) }));
}

/**
 * Puts rows on the clipboard. With a selected element every browser engine fires the copy event, even if nothing else
 * is selected and the asynchronous clipboard is refused.
 */
function copyCells(rows: string[][]): boolean {
  const focused = document.activeElement;
  const holder = document.createElement("textarea");
  holder.value = " ";
  holder.className = "visually-hidden";
  document.body.append(holder);
  holder.select();
  const fill = (event: ClipboardEvent) => {
    event.clipboardData?.setData("text/plain", tsv(rows));
    event.clipboardData?.setData("text/html", html(rows));
    event.preventDefault();
  };
  document.addEventListener("copy", fill, { once: true });
  const copied = document.execCommand("copy");
  document.removeEventListener("copy", fill);
  holder.remove();
  if (focused instanceof HTMLElement) focused.focus({ preventScroll: true });
  return copied;
}
