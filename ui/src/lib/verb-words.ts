// Search words for every verb of the palette, besides its label: what people call it who do not know our name for it.
// The id of a verb begins with one of these names, so a verb without words does not compile.
import { m } from "$lib/paraglide/messages.js";

const WORDS = {
  undo: m.words_undo,
  redo: m.words_redo,
  "go today": m.words_go_today,
  "go portfolio": m.words_go_portfolio,
  "go runs": m.words_go_runs,
  "go library": m.words_go_library,
  "go bin": m.words_go_bin,
  "go settings": m.words_go_settings,
  "backup-now": m.words_backup,
  "backup-test": m.words_backup_test,
  safe: m.words_safe,
  shortcuts: m.words_shortcuts,
  theme: m.words_theme,
  density: m.words_density,
  letters: m.words_letters,
  rail: m.words_rail,
  sample: m.words_sample,
  "new-account": m.words_new_account,
  "new-touchpoint": m.words_new_touchpoint,
  "new-plan": m.words_new_plan,
  "new-contact": m.words_new_contact,
  "new-task": m.words_new_task,
  "new-workshop": m.words_new_workshop,
  "plan-from-template": m.words_plan_from_template,
  "import-workbook": m.words_import_workbook,
  "import-account": m.words_import_account,
  "hand-over": m.words_hand_over,
  "delete-account": m.words_delete,
  "delete-plan": m.words_delete,
  "part timeline": m.words_part_timeline,
  "part people": m.words_part_people,
  "part onboarding": m.words_part_onboarding,
  "part command-plan": m.words_part_command_plan,
  "part profile": m.words_part_profile,
  roadmap: m.words_roadmap,
  versions: m.words_versions,
  export: m.words_export,
  documents: m.words_documents,
  freeze: m.words_freeze,
  "add-objective": m.words_add_objective,
  "add-criterion": m.words_add_criterion,
  "add-initiative": m.words_add_initiative,
  "add-task": m.words_new_task,
  "add-reading": m.words_add_reading,
  "move-up": m.words_move,
  "move-down": m.words_move,
  "template-import": m.words_template_import,
  "template-copy": m.words_template_copy,
  "template-save": m.words_template_save,
  "template-add": m.words_plan_from_template,
  "template-diff": m.words_template_diff,
  "checklist-template-import": m.words_checklist_template_import,
  "checklist-template-new": m.words_checklist_template_new,
  "checklist-start": m.words_checklist_start,
  "checklist-anchors": m.words_checklist_anchors,
  "checklist-close": m.words_checklist_close,
  "checklist-reopen": m.words_reopen,
  "checklist-import": m.words_checklist_import,
  "checklist-diff": m.words_template_diff,
  "step-tick": m.words_step_tick,
  "step-reopen": m.words_reopen,
  "step-skip": m.words_step_skip,
  "step-block": m.words_step_block,
  "step-due": m.words_step_due,
  "step-assign": m.words_step_assign,
  "step-comment": m.words_step_comment,
  "roadmap-today": m.words_roadmap_today,
  "roadmap-critical": m.words_roadmap_critical,
  "roadmap-fit": m.words_roadmap_fit,
};

export type VerbName = keyof typeof WORDS;
/** The name of the verb, and the id of its target if it has one. */
export type VerbId = VerbName | `${VerbName} ${string}`;

const NAMES = Object.keys(WORDS) as VerbName[];

/** The words of a verb, by its id. */
export function verbWords(id: VerbId): string {
  const name = NAMES.find((name) => id === name || id.startsWith(`${name} `));
  return name ? WORDS[name]() : "";
}
