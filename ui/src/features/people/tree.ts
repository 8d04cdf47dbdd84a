// Who reports to whom, as a tree; whatever the lines say, everybody stands in it once.
import type { Contact, ContactId } from "$lib/model";

/** A person, how deep they stand, and how many report to them directly. */
export interface Branch {
  contact: Contact;
  depth: number;
  reports: number;
  /** How many rows up the line to the one they report to, or to the last beside them, begins. */
  up: number;
  /** True where that is the last beside them, false where it is the manager. */
  beside: boolean;
}

/**
 * The tree in the order in which it is read: each person, then those who report to them by name. A line
 * to somebody who is not there makes a root; so does one of a circle, which older data may hold.
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

/** Whom a person may report to: nobody under them, and not themselves. */
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
