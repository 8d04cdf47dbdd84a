// Countries, time zones and languages to choose from, named in the user's language.
import { locale } from "$lib/format/locale";
import type { Choice } from "$lib/i18n/words";
import { locales } from "$lib/paraglide/runtime.js";

/** ISO 3166-1 alpha-2, all officially assigned codes. */
const CODES =
  "AD AE AF AG AI AL AM AO AQ AR AS AT AU AW AX AZ BA BB BD BE BF BG BH BI BJ BL BM BN BO BQ BR BS BT BV BW BY BZ " +
  "CA CC CD CF CG CH CI CK CL CM CN CO CR CU CV CW CX CY CZ DE DJ DK DM DO DZ EC EE EG EH ER ES ET FI FJ FK FM FO " +
  "FR GA GB GD GE GF GG GH GI GL GM GN GP GQ GR GS GT GU GW GY HK HM HN HR HT HU ID IE IL IM IN IO IQ IR IS IT JE " +
  "JM JO JP KE KG KH KI KM KN KP KR KW KY KZ LA LB LC LI LK LR LS LT LU LV LY MA MC MD ME MF MG MH MK ML MM MN MO " +
  "MP MQ MR MS MT MU MV MW MX MY MZ NA NC NE NF NG NI NL NO NP NR NU NZ OM PA PE PF PG PH PK PL PM PN PR PS PT PW " +
  "PY QA RE RO RS RU RW SA SB SC SD SE SG SH SI SJ SK SL SM SN SO SR SS ST SV SX SY SZ TC TD TF TG TH TJ TK TL TM " +
  "TN TO TR TT TV TW TZ UA UG UM US UY UZ VA VC VE VG VI VN VU WF WS YE YT ZA ZM ZW";

/** Every country by its name. */
export function countries(): Choice[] {
  const names = new Intl.DisplayNames(locale(), { type: "region" });
  return CODES.split(" ")
    .map((value) => ({ value, label: names.of(value) ?? value }))
    .sort((a, b) => a.label.localeCompare(b.label, locale()));
}

/** Every IANA time zone, under its own name. */
export function zones(): Choice[] {
  return ["UTC", ...Intl.supportedValuesOf("timeZone").filter((zone) => zone !== "UTC")].map(
    (value) => ({
      value,
      label: value.replaceAll("_", " "),
    }),
  );
}

/** BCP 47 tags of the languages that customers most often ask for. */
const LANGUAGES =
  "en ar bg bn ca cs da de el es et eu fa fi fr ga gl gu he hi hr hu hy id is it ja ka kk km kn ko lo lt lv mk ml " +
  "mr ms my nb ne nl nn pa pl pt pt-BR ro ru sk sl sq sr sv sw ta te th tr uk ur uz vi zh-Hans zh-Hant";

const named = (values: readonly string[]): Choice[] => {
  const names = new Intl.DisplayNames(locale(), { type: "language" });
  return values
    .map((value) => ({ value, label: names.of(value) ?? value }))
    .sort((a, b) => a.label.localeCompare(b.label, locale()));
};

/** The languages that a customer may prefer, by name. */
export const languages = (): Choice[] => named(LANGUAGES.split(" "));

/** The languages that documents can be printed in: those of the catalogue. */
export const documentLanguages = (): Choice[] => named(locales);
