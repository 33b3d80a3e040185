import { ModelsStrip } from "#components/model/models-strip.tsx";
import { findCurrentGeneration } from "#db/queries/current-generation.ts";
import { readModelCounts } from "#db/queries/model-counts.ts";
import type { ModelHead } from "#db/queries/model-heads.ts";

type Props = {
  models: readonly ModelHead[];
  /** The one that the page is about. */
  modelId: number;
  page: string;
};

/** The way from a model to the others; nothing where there are none. */
export async function ModelsNav({ models, modelId, page }: Props) {
  if (models.length < 2) return null;
  const counts = await readModelCounts({ generation: await findCurrentGeneration() });
  const named = models
    .filter(({ retiredAt }) => retiredAt === null)
    .map((model) => ({ modelId: model.modelId, name: model.name, leads: counts.leads.get(model.modelId) ?? null }));
  return <ModelsStrip models={named} none={counts.none} modelId={modelId} page={page} />;
}
