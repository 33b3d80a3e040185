import { redirect } from "next/navigation";
import type { SearchParams } from "nuqs/server";
import { listModelHeads, type ModelHead } from "#db/queries/model-heads.ts";
import { loadModelParam } from "#lib/model/model-param.ts";

type Chosen = {
  readonly models: readonly ModelHead[];
  /** The one that the address names, or else the one that is tried first; null when there is none. */
  readonly model: ModelHead | null;
};

/** The model that a page is about. Who asks for one that is gone, or never was, is led to the page of the first. */
export async function chooseModel(searchParams: Promise<SearchParams>, page: string): Promise<Chosen> {
  const [{ model: asked }, models] = await Promise.all([loadModelParam(searchParams), listModelHeads()]);
  const model = asked === null ? models[0] : models.find(({ modelId }) => modelId === asked);
  if (asked !== null && !model) redirect(page);
  return { models, model: model ?? null };
}
