import type { Facts } from "./facts.ts";
import type { Source } from "./frame.ts";

/** The fields as they stood at a cut: values from then on do not exist yet. */
export function fieldsAt({ fields, changes }: Facts, cut: number | null): Source {
  if (cut === null || changes.length === 0) return fields;
  const stood: Record<string, Source[string]> = { ...fields };
  const since = new Map<string, number>();
  for (const { field } of changes) stood[field] = null;
  for (const { field, value, validFrom } of changes) {
    if (validFrom >= cut || validFrom < (since.get(field) ?? -Infinity)) continue;
    since.set(field, validFrom);
    stood[field] = value;
  }
  return stood;
}
