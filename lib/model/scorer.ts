import { chooseModel } from "#lib/scoring/applies.ts";
import type { ScoreBreakdown, Totals } from "#lib/scoring/breakdown.ts";
import { compile, type Model } from "#lib/scoring/compile.ts";
import type { Definition } from "#lib/scoring/definition.ts";
import type { Facts, FieldCatalogue, Moment } from "#lib/scoring/facts.ts";
import { score, totals } from "#lib/scoring/score.ts";

/** What a generation scores with: versions in the order in which they are tried, and the types of the fields. */
export type ScoringRules = {
  readonly models: readonly { readonly versionId: number; readonly definition: Definition }[];
  readonly fieldTypes: FieldCatalogue;
};

/** The models of a generation, compiled. */
export type Scorer = { readonly models: readonly Model[]; readonly versionIds: ReadonlyMap<Model, number> };

/** What is stored of a score. */
export type StoredScore = Omit<Totals, "fitBand" | "engagementBand"> & {
  readonly versionId: number;
  /** Fields the model asks for. */
  readonly askedFields: number;
};

export function openScorer({ models, fieldTypes }: ScoringRules): Scorer {
  const compiled = models.map(({ versionId, definition }) => [compileOnce(definition, fieldTypes), versionId] as const);
  return { models: compiled.map(([model]) => model), versionIds: new Map(compiled) };
}

/** The score to store; null when no model applies. */
export function scoreToStore(facts: Facts, scorer: Scorer, moment: Moment): StoredScore | null {
  const model = chooseModel(facts, scorer.models, moment);
  const result = model && totals(facts, model, moment);
  return model && result && toStore(result, model, scorer);
}

/** What is stored of totals under one of the scorer's models. */
export function toStore(result: Totals, model: Model, scorer: Scorer): StoredScore {
  return {
    versionId: versionOf(model, scorer),
    fit: result.fit,
    engagement: result.engagement,
    combined: result.combined,
    cell: result.cell,
    qualifies: result.qualifies,
    knownFields: result.knownFields,
    askedFields: model.fields.names.length,
    newestEventAt: result.newestEventAt,
  };
}

/** The score with its reasons; null when no model applies or the lead did not exist yet. */
export function explainScore(
  facts: Facts,
  scorer: Scorer,
  moment: Moment,
): { readonly versionId: number; readonly breakdown: ScoreBreakdown } | null {
  const model = chooseModel(facts, scorer.models, moment);
  const breakdown = model && score(facts, model, moment);
  return breakdown && { versionId: versionOf(model, scorer), breakdown };
}

/** Whether a lead's stage decides its score, so that a change of stage asks for a new one. */
export function dependsOnStage({ models }: Scorer): boolean {
  return models.some(({ definition }) => definition.stages !== null || definition.eventsFrom === "stage_entered");
}

function versionOf(model: Model, { versionIds }: Scorer): number {
  const versionId = versionIds.get(model);
  if (versionId === undefined) throw new Error("The model is none of this scorer's.");
  return versionId;
}

const compiled = new WeakMap<Definition, { readonly types: string; readonly model: Model }>();

/** Definitions come from `readDefinition`, the same object each time: compile it once while field types stay. */
function compileOnce(definition: Definition, fieldTypes: FieldCatalogue): Model {
  const types = JSON.stringify(fieldTypes);
  const known = compiled.get(definition);
  if (known?.types === types) return known.model;
  // Only validation asks which event types and stages there are.
  const model = compile(definition, { fields: fieldTypes, eventTypes: [], stages: [] });
  compiled.set(definition, { types, model });
  return model;
}
