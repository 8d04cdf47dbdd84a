// The backups of the in-memory workspace: a list, and nothing that could be put back.
import type { BackupInfo, Kind } from "$lib/model";

export const backups: BackupInfo[] = [];
let second: string | null = null;

const listed = () => ({
  folder: "/home/ana/.local/share/cairn/work.cairn.backups",
  second: second ? { folder: second, there: true, newest: backups.at(0)?.at ?? null } : null,
  items: [...backups],
});

export const backupAnswers: Record<string, (body: Record<string, unknown>) => [unknown, Kind[]]> = {
  "backup.list": () => [listed(), []],
  "backup.create": () => {
    const at = new Date().toISOString();
    const path = `/home/ana/work.cairn.backups/${at}.cairn`;
    backups.unshift({ path, at, reason: "asked", op: 1, size: 2_400_000 });
    return [{ path, at }, []];
  },
  "backup.test": () => [{ path: backups.at(0)?.path ?? "", ok: true, damage: [] }, []],
  "backup.second_place": ({ path }) => {
    second = typeof path === "string" ? path : null;
    return [listed(), []];
  },
  "backup.restore": ({ path }) => [{ path, kept: null }, []],
};
