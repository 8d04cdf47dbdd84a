// Routes dragged files to the part of the window that they are over.
import { host } from "$host";
import type {
  AccountId,
  ChecklistStepId,
  ObjectiveId,
  ReadingId,
  SignOffId,
  TaskId,
  TouchpointId,
  WorkshopId,
} from "$lib/model";
import type { Attachment } from "svelte/attachments";

/** The one record that a file belongs to. */
export type Home =
  | { reading_id: ReadingId }
  | { objective_id: ObjectiveId }
  | { task_id: TaskId }
  | { touchpoint_id: TouchpointId }
  | { workshop_id: WorkshopId }
  | { checklist_step_id: ChecklistStepId }
  | { sign_off_id: SignOffId }
  | { account_id: AccountId };

/** Registers an element: `hovers` is called with whether files are over it, `drops` with the paths of dropped files. */
export const dropping =
  (hovers: (over: boolean) => void, drops: (paths: string[]) => void): Attachment<HTMLElement> =>
  (element) =>
    host.onDrop((drag) => {
      const box = element.getBoundingClientRect();
      const inside =
        drag !== null &&
        drag.x >= box.left &&
        drag.x <= box.right &&
        drag.y >= box.top &&
        drag.y <= box.bottom;
      hovers(inside && drag.paths === null);
      if (inside && drag.paths && drag.paths.length > 0) drops(drag.paths);
    });
