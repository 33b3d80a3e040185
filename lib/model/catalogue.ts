import type { Label } from "#lib/scoring/definition.ts";
import type { Catalogue, FieldType } from "#lib/scoring/facts.ts";

/** What a definition may name, with the words for it: the editor's pickers. */
export type ModelCatalogue = {
  /** Without a label: a standard field, whose words are in the catalogue of messages under `fields`. */
  readonly fields: readonly { readonly key: string; readonly type: FieldType; readonly label: Label | null }[];
  readonly eventTypes: readonly { readonly key: string; readonly label: Label }[];
  /** By field, the values it can have, where they are a list of the organisation's own. */
  readonly knownValues?: Readonly<Record<string, readonly string[]>>;
  readonly stages: readonly string[];
};

/** The same for the engine, which needs no words. */
export function toScoringCatalogue({ fields, eventTypes, stages }: ModelCatalogue): Catalogue {
  return {
    fields: Object.fromEntries(fields.map(({ key, type }) => [key, type])),
    eventTypes: eventTypes.map(({ key }) => key),
    stages,
  };
}
