// What there is to say of each document: as it is said in the core.
import { DOCUMENTS, type DocumentFormat, type Kind } from "$lib/gen/wire";
import type { DocumentKind } from "$lib/model";

/** Whether a document has no copy for the customer. */
export const isInternalOnly = (document: DocumentKind): boolean =>
  !(DOCUMENTS[document].audiences as readonly string[]).includes("customer");

/** Whether its parts can be chosen. */
export const hasSections = (document: DocumentKind): boolean => DOCUMENTS[document].hasSections;

/** The formats it comes in; the first is the default. */
export const formatsOf = (document: DocumentKind): DocumentFormat[] => [
  ...DOCUMENTS[document].formats,
];

/** The documents of these kinds of record. */
export const documentsAbout = (...kinds: Kind[]): DocumentKind[] =>
  (Object.keys(DOCUMENTS) as DocumentKind[]).filter((one) => kinds.includes(DOCUMENTS[one].about));
