import { type ModelCatalogue, toScoringCatalogue } from "#lib/model/catalogue.ts";
import { openScorer, scoreToStore } from "#lib/model/scorer.ts";
import type { Definition } from "#lib/scoring/definition.ts";
import type { Moment } from "#lib/scoring/facts.ts";
import type { Answers } from "./answers.ts";
import { draftFromAnswers } from "./draft-from-answers.ts";
import { handOverAt } from "./hand-over.ts";
import type { GuideSample } from "./sample.ts";

/** What came of the answers, to be looked at before it becomes a draft. */
export type GuidedDraft = {
  readonly definition: Definition;
  /** How the threshold to sales was found; null where nothing was asked, or too few leads are there to say. */
  readonly handOver: {
    readonly threshold: number;
    /** Leads a week that would reach it, if those to come do as those looked at did. */
    readonly perWeek: number;
    readonly looked: number;
  } | null;
};

type Known = { readonly sample: GuideSample; readonly catalogue: ModelCatalogue; readonly moment: Moment };

/** Fewer leads than these say nothing of a threshold. */
const FEWEST = 50;

export function draftModel(answers: Answers, { sample, catalogue, moment }: Known): GuidedDraft {
  const definition = draftFromAnswers(answers, catalogue);
  const { arrivalsPerWeek } = sample;
  if (answers.perWeek === null || arrivalsPerWeek === null) return { definition, handOver: null };
  const { fields: fieldTypes } = toScoringCatalogue(catalogue);
  const scorer = openScorer({ models: [{ versionId: 0, definition }], fieldTypes });
  const combined = sample.all.flatMap(({ facts }) => scoreToStore(facts, scorer, moment)?.combined ?? []);
  const found = combined.length < FEWEST ? null : handOverAt({ combined, share: answers.perWeek / arrivalsPerWeek });
  if (found === null) return { definition, handOver: null };
  return {
    definition: { ...definition, qualifies: { combinedAtLeast: found.threshold } },
    handOver: {
      threshold: found.threshold,
      perWeek: Math.round(found.share * arrivalsPerWeek),
      looked: combined.length,
    },
  };
}
