// The templates of plans and of checklists in one shape, as the list shows both.
import { number } from "$lib/format/numbers";
import { planType } from "$lib/i18n/words";
import type { ChecklistTemplate, Template } from "$lib/model";
import { m } from "$lib/paraglide/messages.js";
import { outlineRows } from "$features/templates/outline";

export interface ListedTemplate {
  id: string;
  title: string;
  summary: string;
  built_in: boolean;
  facts: string;
}

export function listedPlanTemplate({
  id,
  title,
  summary,
  built_in,
  content,
}: Template): ListedTemplate {
  const rows = outlineRows(content);
  const count = (kind: string) => number(rows.filter((row) => row.kind === kind).length);
  const size = m.template_facts({
    weeks: number(content.weeks),
    objectives: count("objective"),
    tasks: count("task"),
  });
  return { id, title, summary, built_in, facts: `${planType[content.plan_type]()} · ${size}` };
}

export function listedChecklistTemplate(template: ChecklistTemplate): ListedTemplate {
  const { id, title, summary, built_in, phases } = template;
  const steps = phases.reduce((sum, phase) => sum + phase.steps.length, 0);
  const facts = m.checklist_facts({ phases: number(phases.length), steps: number(steps) });
  return { id, title, summary, built_in, facts };
}
