import type { Refusal } from "#lib/result.ts";

type Refused = { readonly ok: false; readonly refusal: Refusal };

/** A refusal whose fields stand below `fields` in the body: those that were sent there. */
export function atFields({ refusal }: Refused, sent: readonly string[]): Refused {
  const fields = Object.entries(refusal.fields ?? {}).map(([field, reason]) => {
    const key = sent.includes(field) ? field : field.replace(/^account\./, "");
    return [sent.includes(key) ? `fields.${key}` : key, reason] as const;
  });
  return { ok: false, refusal: { ...refusal, fields: Object.fromEntries(fields) } };
}
