// The locale that formats dates and numbers: the language of the catalogue with the user's own country, so English
// words in the local order.

let region: string | null = null;
const language = "en";

/** Sets the user's country (ISO 3166-1 alpha-2), from their own record. */
export function setRegion(country: string | null): void {
  region = country;
}

/** A BCP 47 tag such as `en-DE`. */
export function locale(): string {
  try {
    // A system without a language calls it "c", which is no valid tag.
    const own = region ?? new Intl.Locale(navigator.language).maximize().region;
    return Intl.getCanonicalLocales(own ? `${language}-${own}` : language)[0] ?? language;
  } catch {
    return language;
  }
}
