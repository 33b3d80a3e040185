const CURRENCIES = new Set(Intl.supportedValuesOf("currency"));
const digitsByCurrency = new Map<string, number>();

/** Decimals of a currency's minor unit; null when it is no ISO 4217 code. */
export function minorDigits(currency: string): number | null {
  if (!CURRENCIES.has(currency)) return null;
  let digits = digitsByCurrency.get(currency);
  if (digits === undefined) {
    digits = new Intl.NumberFormat("en", { style: "currency", currency }).resolvedOptions().maximumFractionDigits ?? 2;
    digitsByCurrency.set(currency, digits);
  }
  return digits;
}

/** An amount in minor units; null when the currency is none, or the amount too large to be counted. */
export function toMinor(amount: number, currency: string): number | null {
  const digits = minorDigits(currency);
  if (digits === null) return null;
  const minor = Math.round(amount * 10 ** digits);
  return Number.isSafeInteger(minor) ? minor : null;
}

/** The amount that minor units stand for; of no known currency, hundredths. */
export function toMajor(minor: number, currency: string): number {
  return minor / 10 ** (minorDigits(currency) ?? 2);
}
