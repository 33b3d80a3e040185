import { notFound } from "next/navigation";
import type { SearchParams } from "nuqs/server";
import { listModelHeads, type ModelHead } from "#db/queries/model-heads.ts";
import { loadModelParam } from "#lib/model/model-param.ts";

type Chosen = {
  readonly models: readonly ModelHead[];
  /** The one that the address names, or else the one that is tried first; null when there is none. */
  readonly model: ModelHead | null;
};

/** The model that a page is about. */
export async function chooseModel(searchParams: Promise<SearchParams>): Promise<Chosen> {
  const [{ model: asked }, models] = await Promise.all([loadModelParam(searchParams), listModelHeads()]);
  const model = asked === null ? models[0] : models.find(({ modelId }) => modelId === asked);
  if (asked !== null && !model) notFound();
  return { models, model: model ?? null };
}
