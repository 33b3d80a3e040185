import { explainScore, openScorer } from "#lib/model/scorer.ts";
import type { ScoreBreakdown } from "#lib/scoring/breakdown.ts";
import type { Definition } from "#lib/scoring/definition.ts";
import type { Facts, FieldCatalogue, Moment } from "#lib/scoring/facts.ts";
import type { TriedModel } from "./tried-lead.ts";

/** What becomes of a lead under some models, as one of them sees it. */
export type Trial =
  | { readonly status: "scored"; readonly breakdown: ScoreBreakdown }
  /** A model that is tried before it takes the lead. */
  | { readonly status: "other_model"; readonly definition: Definition; readonly breakdown: ScoreBreakdown }
  /** It does not score leads of this stage, or of no such segment; no other model takes the lead either, or one behind it does. */
  | { readonly status: "stage" | "segment"; readonly otherwise: Definition | null };

type Try = {
  readonly facts: Facts;
  /** In the order in which they are tried. */
  readonly models: readonly Pick<TriedModel, "modelId" | "versionId" | "definition">[];
  /** Whose answer is asked for. */
  readonly modelId: number;
  readonly fieldTypes: FieldCatalogue;
  readonly moment: Moment;
};

/** Scores a lead as the worker would, and says why when the model does not; null when the model is not among them. */
export function tryLead({ facts, models, modelId, fieldTypes, moment }: Try): Trial | null {
  const asked = models.find((model) => model.modelId === modelId);
  if (!asked) return null;
  const scorer = openScorer({ models, fieldTypes });
  const found = explainScore(facts, scorer, moment);
  if (found?.versionId === asked.versionId) return { status: "scored", breakdown: found.breakdown };
  const other = found && models.find(({ versionId }) => versionId === found.versionId);
  if (found && other && models.indexOf(other) < models.indexOf(asked))
    return { status: "other_model", definition: other.definition, breakdown: found.breakdown };
  const { stages } = asked.definition;
  const isOfStage = stages === null || stages.includes(facts.stage);
  return { status: isOfStage ? "segment" : "stage", otherwise: other?.definition ?? null };
}

/** The models with a draft in the place of the version that it is to follow; behind them all when there is none. */
export function withDraft(
  models: Try["models"],
  { modelId, definition }: Pick<TriedModel, "modelId" | "definition">,
): Try["models"] {
  const draft = { modelId, versionId: DRAFT, definition };
  return models.some((model) => model.modelId === modelId)
    ? models.map((model) => (model.modelId === modelId ? draft : model))
    : [...models, draft];
}

/** Stands for the version that a draft would become. */
const DRAFT = 0;
