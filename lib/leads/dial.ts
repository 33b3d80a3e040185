import { type CountryCode, getCountries, isSupportedCountry, parsePhoneNumberFromString } from "libphonenumber-js/max";
import { LOCALES } from "#lib/i18n/locales.ts";

/**
 * Where a telephone number leads, as a `tel:` address; null unless all of the text is one number. With a country's
 * prefix it leads where it says, so that its length is enough. Without one it is of the first of these countries that
 * is known, and has to be a number of its: a guess would call a stranger.
 */
export function dialOf(phone: string, countries: readonly (string | null)[]): string | null {
  const country = countries.map((each) => each && codeOf(each)).find((code) => code !== null && code !== "");
  const number = parsePhoneNumberFromString(phone, { extract: false, ...(country && { defaultCountry: country }) });
  const isSure = phone.trim().startsWith("+") ? number?.isPossible() : number?.isValid();
  return number && isSure ? number.getURI() : null;
}

/** A country as sources write it: its code, or its name in a language of the product. */
function codeOf(country: string): CountryCode | null {
  const written = country.trim();
  const code = written.toUpperCase();
  if (isSupportedCountry(code)) return code;
  return codesByName().get(written.toLowerCase()) ?? null;
}

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
