// The tree of who reports to whom; everybody occurs once, whatever the data says.
import type { Contact, ContactId } from "$lib/model";

/** A person, their depth in the tree, and how many report to them directly. */
export interface Branch {
  contact: Contact;
  depth: number;
  reports: number;
  /** How many rows further up the line begins: at their manager, or at the last sibling. */
  up: number;
  /** True if that is the last sibling, false if it is the manager. */
  beside: boolean;
}

/**
 * The tree in reading order: each person, then those who report to them by name. A person whose manager is missing is a
 * root; so is one of a circle, which older data may contain.
 */
export function reportingTree(contacts: Contact[], locale: string): Branch[] {
  const sorted = [...contacts].sort((a, b) => a.name.localeCompare(b.name, locale));
  const ids = new Set(sorted.map(({ id }) => id));
  const under = (id: ContactId) => sorted.filter(({ reports_to }) => reports_to === id);
  const branches: Branch[] = [];
  const placed = new Set<ContactId>();
  const place = (contact: Contact, depth: number) => {
    if (placed.has(contact.id)) return;
    placed.add(contact.id);
    const reports = under(contact.id);
    const above = branches.findLastIndex((branch) => branch.depth <= depth);
    const up = depth === 0 ? 0 : branches.length - above;
    const beside = branches[above]?.depth === depth;
    branches.push({ contact, depth, reports: reports.length, up, beside });
    for (const report of reports) place(report, depth + 1);
  };
  for (const contact of sorted)
    if (contact.reports_to === null || !ids.has(contact.reports_to)) place(contact, 0);
  for (const contact of sorted) place(contact, 0);
  return branches;
}

/** The people a person may report to: not themselves, and nobody below them. */
export function managersFor(contact: Contact, contacts: Contact[]): Contact[] {
  const below = new Set<ContactId>([contact.id]);
  let grew = true;
  while (grew) {
    grew = false;
    for (const { id, reports_to } of contacts)
      if (reports_to && below.has(reports_to) && !below.has(id)) {
        below.add(id);
        grew = true;
      }
  }
  return contacts.filter(({ id }) => !below.has(id));
}
