import { ModelsStrip, type NamedModels } from "#components/model/models-strip.tsx";
import { findCurrentGeneration } from "#db/queries/current-generation.ts";
import { readModelCounts } from "#db/queries/model-counts.ts";
import type { ModelHead } from "#db/queries/model-heads.ts";

/** The models in use, with how many leads each scores now. */
export async function nameModels(models: readonly ModelHead[]): Promise<NamedModels> {
  const { leads, none } = await readModelCounts({ generation: await findCurrentGeneration() });
  const inUse = models.filter(({ retiredAt }) => retiredAt === null);
  return { models: inUse.map(({ modelId, name }) => ({ modelId, name, leads: leads.get(modelId) ?? null })), none };
}

type Props = {
  /** All of them, retired ones as well. */
  models: readonly ModelHead[];
  /** The one that the page is about. */
  modelId: number;
  page: string;
};

/** The way from a model to the others; nothing where there are none. */
export async function ModelsNav({ models, modelId, page }: Props) {
  const hasOthers = models.some((model) => model.retiredAt === null && model.modelId !== modelId);
  if (!hasOthers) return null;
  return <ModelsStrip named={await nameModels(models)} modelId={modelId} page={page} />;
}
