/** As pages show a lead without a name, in whatever language they are read. */
const SHOWN = /^(?:lead\s+|#)?([1-9]\d{0,14})$/i;

/** The lead's own number, when a text is nothing else: "8058", "Lead 8058" or "#8058"; null otherwise. */
export function readLeadNumber(text: string): number | null {
  const [, digits] = SHOWN.exec(text.trim()) ?? [];
  return digits === undefined ? null : Number(digits);
}
