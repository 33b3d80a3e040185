import type { ModelCatalogue } from "#lib/model/catalogue.ts";
import { CELL_FIELD } from "#lib/routing/rules.ts";

/** The fields that rules of routing may ask about: those of lead and account, and the cell. */
export function withCell(catalogue: ModelCatalogue, label: string): ModelCatalogue {
  return { ...catalogue, fields: [{ key: CELL_FIELD, type: "text", label }, ...catalogue.fields] };
}
