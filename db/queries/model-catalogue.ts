import { asc } from "drizzle-orm";
import { db, type Executor } from "#db/client.ts";
import { fieldDefinitions } from "#db/schema/index.ts";
import { STANDARD_FIELDS } from "#lib/leads/fields.ts";
import { FLAGS_FIELD } from "#lib/leads/flags.ts";
import { STAGES } from "#lib/lifecycle/constants.ts";
import type { ModelCatalogue } from "#lib/model/catalogue.ts";
import type { FieldType } from "#lib/scoring/facts.ts";
import { listEventTypes } from "./event-types.ts";
import { listFlags } from "./flags.ts";

/** What a definition may name, with the labels that users gave: standard fields first, then the organisation's own. */
export async function readModelCatalogue(executor: Executor = db): Promise<ModelCatalogue> {
  const [own, types, flags] = await Promise.all([
    executor
      .select({ key: fieldDefinitions.key, type: fieldDefinitions.type, label: fieldDefinitions.label })
      .from(fieldDefinitions)
      .orderBy(asc(fieldDefinitions.key)),
    listEventTypes(executor),
    listFlags(executor),
  ]);
  const standard = Object.entries<FieldType>(STANDARD_FIELDS).map(([key, type]) => ({ key, type, label: null }));
  const knownValues = { [FLAGS_FIELD]: flags.map(({ name }) => name) };
  return { fields: [...standard, ...own], eventTypes: types, knownValues, stages: STAGES };
}
