// The default path of a plan's document: beside the workspace, named after the customer and the plan.
import { plain } from "$lib/i18n/isolate";

/** `name` without characters that file systems refuse, at most 80 characters. */
export function fileName(name: string): string {
  const clean = plain(name)
    .replace(/[\u0000-\u001f<>:"/\\|?*]+/g, " ")
    .replace(/\s+/g, " ")
    .replace(/^[. ]+|[. ]+$/g, "");
  return [...clean].slice(0, 80).join("").trim() || "plan";
}

/** A path beside `workspace`, with its own separator. */
export function exportPath(
  workspace: string,
  account: string,
  plan: string,
  ending = "pdf",
): string {
  const cut = Math.max(workspace.lastIndexOf("/"), workspace.lastIndexOf("\\"));
  const folder = cut < 0 ? "" : workspace.slice(0, cut + 1);
  return `${folder}${fileName(`${account} - ${plan}`)}.${ending}`;
}
