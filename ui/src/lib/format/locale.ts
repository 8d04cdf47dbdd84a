// In whose order dates and numbers are written: the language of the catalogue
// with the reader's own country, so English words in the local order.

let region: string | null = null;
const language = "en";

/** Takes the reader's country (ISO 3166-1 alpha-2) from their own record. */
export function setRegion(country: string | null): void {
  region = country;
}

/** A BCP 47 tag such as `en-DE`. */
export function locale(): string {
  try {
    // A machine without a language calls it "c", which is no tag.
    const own = region ?? new Intl.Locale(navigator.language).maximize().region;
    return Intl.getCanonicalLocales(own ? `${language}-${own}` : language)[0] ?? language;
  } catch {
    return language;
  }
}
