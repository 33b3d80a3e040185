const names = new Map<string, Intl.DisplayNames>();

/** A country as people call it: two-letter codes by their name, everything else as it was written. */
export function countryName(country: string, locale: string): string {
  if (!/^[A-Z]{2}$/.test(country)) return country;
  let display = names.get(locale);
  if (!display) {
    display = new Intl.DisplayNames([locale], { type: "region", fallback: "code" });
    names.set(locale, display);
  }
  return display.of(country) ?? country;
}
