import { type CountryCode, getCountries, isSupportedCountry, parsePhoneNumberFromString } from "libphonenumber-js/max";
import { LOCALES } from "#lib/i18n/locales.ts";

/**
 * Where a telephone number leads, as a `tel:` address; null unless all of the text is one number. With a country's
 * prefix it leads where it says, so that its length is enough. Without one it is of the first of these countries that
 * is written, and has to be a number of its; a country that is not understood is no reason to take another one: a guess
 * would call a stranger.
 */
export function dialOf(phone: string, countries: readonly (string | null)[]): string | null {
  const written = countries.find((each) => each !== null && each.trim() !== "");
  const country = written ? codeOf(written) : null;
  const number = parsePhoneNumberFromString(phone, { extract: false, ...(country && { defaultCountry: country }) });
  if (!number) return null;
  const hasPrefix = phone.trim().startsWith("+");
  const isSure = hasPrefix ? number.isPossible() : number.isValid();
  return isSure && isOne(phone, hasPrefix ? number.countryCallingCode.length : 0) ? number.getURI() : null;
}

/** A slash may part off an area code, which is the shorter part; after more digits it stands before another number, or another end. */
function isOne(phone: string, prefixDigits: number): boolean {
  const [start, ...ends] = phone.split("/").map((part) => part.replace(/\D/g, "").length);
  return ends.every((end) => ends.length === 1 && (start ?? 0) - prefixDigits <= end);
}

/** A country as sources write it: its code, or its name in a language of the product. */
function codeOf(country: string): CountryCode | null {
  const written = country.trim();
  const code = written.toUpperCase();
  if (isSupportedCountry(code)) return code;
  const name = written.toLowerCase().replace(/^the /, "");
  return ALSO_CALLED[name] ?? codesByName().get(name) ?? null;
}

/** Names that people write, and no list of countries has. */
const ALSO_CALLED: Readonly<Record<string, CountryCode>> = {
  holland: "NL",
  england: "GB",
  "great britain": "GB",
  uk: "GB",
  engeland: "GB",
  usa: "US",
};

let known: ReadonlyMap<string, CountryCode> | null = null;

function codesByName(): ReadonlyMap<string, CountryCode> {
  known ??= new Map(
    LOCALES.flatMap((locale) => {
      const names = new Intl.DisplayNames([locale], { type: "region" });
      return getCountries().map((code) => [(names.of(code) ?? code).toLowerCase(), code] as const);
    }),
  );
  return known;
}
