const formats = new Map<string, Intl.NumberFormat>();

/** `12,5` or `12.5`, with the true minus sign; at most two decimals. */
export function formatNumber(value: number, locale: string): string {
  let format = formats.get(locale);
  if (!format) {
    format = new Intl.NumberFormat(locale, { maximumFractionDigits: 2, useGrouping: false });
    formats.set(locale, format);
  }
  return format.format(value).replace("-", "−");
}

/** The number that a person typed, with point or comma, with any minus sign; null when it is none. */
export function parseNumber(text: string): number | null {
  const plain = text.trim().replace(/^[−–]/, "-").replace(",", ".");
  return /^[-+]?(\d+\.?\d*|\.\d+)$/.test(plain) ? Number(plain) : null;
}
