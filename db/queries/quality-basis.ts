import { sql } from "drizzle-orm";
import { db, type Executor } from "#db/client.ts";
import { eventTypes } from "#db/schema/index.ts";
import { type BounceSign, type QualitySettings, requiredFields } from "#lib/data-quality/settings.ts";
import type { ModelCatalogue } from "#lib/model/catalogue.ts";
import { openNamer } from "#lib/naming/namer.ts";
import type { FieldCatalogue } from "#lib/scoring/facts.ts";
import { localDay } from "#lib/time/local-day.ts";
import { findCurrentGeneration } from "./current-generation.ts";
import { readModelCatalogue } from "./model-catalogue.ts";
import { readNamedAssets } from "./named-assets.ts";
import { findNewestNaming } from "./naming.ts";
import { findOrganisation } from "./organisation.ts";
import { findQualitySettings } from "./quality-settings.ts";

/** Events of a name that tell of a bounce: those about some assets, or all but those. */
export type BounceEvents = {
  readonly typeId: number;
  readonly assetIds: readonly number[];
  /** All but those. */
  readonly isExcept: boolean;
};

/** What tells of bounces; null: nothing does. */
export type BounceBasis =
  | { readonly kind: "event"; readonly events: readonly BounceEvents[] }
  | { readonly kind: "field"; readonly field: string }
  | null;

/** All that decides what is bad about the data of a lead. */
export type QualityBasis = {
  readonly settings: QualitySettings;
  readonly catalogue: ModelCatalogue;
  /** Fields by name, and those that every lead should have. */
  readonly types: FieldCatalogue;
  readonly required: readonly string[];
  readonly bounces: BounceBasis;
  readonly today: number;
  readonly timeZone: string;
  /** null: no scores yet. */
  readonly generationId: number | null;
};

/** null before set-up. */
export async function readQualityBasis(
  { at }: { readonly at: Date },
  executor: Executor = db,
): Promise<QualityBasis | null> {
  const [organisation, generation, settings, catalogue] = await Promise.all([
    findOrganisation(executor),
    findCurrentGeneration(executor),
    findQualitySettings(executor),
    readModelCatalogue(executor),
  ]);
  if (!organisation) return null;
  const types = Object.fromEntries(catalogue.fields.map(({ key, type }) => [key, type]));
  const definitions = generation?.models.map(({ definition }) => definition) ?? [];
  return {
    settings,
    catalogue,
    types,
    required: requiredFields(settings, { definitions, types }),
    bounces: await readBounces(settings.bounce, types, executor),
    today: localDay(at.getTime(), organisation.timeZone),
    timeZone: organisation.timeZone,
    generationId: generation?.id ?? null,
  };
}

/** A type or field that is gone tells of nothing. */
async function readBounces(sign: BounceSign | null, types: FieldCatalogue, executor: Executor): Promise<BounceBasis> {
  if (sign === null) return null;
  if (sign.kind === "field") return sign.key in types ? { kind: "field", field: sign.key } : null;
  const { naming } = await findNewestNaming(executor);
  const { namesOf, typeOf, assetTypesOf } = openNamer(naming);
  const names = await executor
    .select({ typeId: eventTypes.id, name: eventTypes.key })
    .from(eventTypes)
    .where(sql`${eventTypes.key} = any(${sql.param(namesOf([sign.key]))}::text[])`);
  const events: BounceEvents[] = [];
  for (const { typeId, name } of names) {
    const byAsset = assetTypesOf(name);
    const isExcept = typeOf({ name, asset: null }) === sign.key;
    const named = byAsset ? [...(await readNamedAssets(byAsset, executor))] : [];
    const assetIds = named.flatMap(([id, type]) => ((type === sign.key) === isExcept ? [] : id));
    events.push({ typeId, assetIds, isExcept });
  }
  return events.length === 0 ? null : { kind: "event", events };
}
