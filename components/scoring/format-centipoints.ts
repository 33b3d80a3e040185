const formats = new Map<string, Intl.NumberFormat>();

/** `71.40` or `71,40` of 7140 centipoints: always two decimals, so that no rounding contradicts a threshold. */
export function formatCentipoints(centipoints: number, locale: string): string {
  let format = formats.get(locale);
  if (!format) {
    format = new Intl.NumberFormat(locale, { minimumFractionDigits: 2, maximumFractionDigits: 2 });
    formats.set(locale, format);
  }
  return format.format(centipoints / 100).replace("-", "−");
}
