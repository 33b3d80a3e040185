import type { Metadata } from "next";
import Link from "next/link";
import { getTranslations } from "next-intl/server";
import { requireUser } from "#app/_server/session.ts";
import { ModelsList } from "#components/model/models-list.tsx";
import { PassProgress } from "#components/model/pass-progress.tsx";
import { RetiredModels } from "#components/model/retired-models.tsx";
import { buttonClass } from "#components/ui/button.tsx";
import { readBuildProgress } from "#db/queries/build-progress.ts";
import { findCurrentGeneration } from "#db/queries/current-generation.ts";
import { readModelCatalogue } from "#db/queries/model-catalogue.ts";
import { readModelCounts } from "#db/queries/model-counts.ts";
import { listModelHeads } from "#db/queries/model-heads.ts";
import { isSignOffRequired } from "#db/queries/sign-off.ts";
import { can } from "#lib/access/permissions.ts";
import { mayArrange } from "#lib/model/sign-off.ts";
import { orderModelsAction, restoreModelAction, retireModelAction } from "../actions.ts";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("models"))("title") };
}

export default async function ModelsPage() {
  const user = await requireUser("view_model");
  const [heads, catalogue, generation, progress, isRequired, t] = await Promise.all([
    listModelHeads(),
    readModelCatalogue(),
    findCurrentGeneration(),
    readBuildProgress(),
    isSignOffRequired(),
    getTranslations("models"),
  ]);
  const counts = await readModelCounts({ generation });
  const mayEdit = can(user.role, "edit_model");
  const models = heads
    .filter(({ retiredAt, number }) => retiredAt === null && (mayEdit || number !== null))
    .map(({ retiredAt: _, ...head }) => ({ ...head, leads: counts.leads.get(head.modelId) ?? null }));
  const retired = heads.flatMap(({ retiredAt, modelId, name }) =>
    retiredAt === null ? [] : [{ modelId, name, retiredAt: retiredAt.toISOString() }],
  );
  const isArranger = mayArrange(user.role, isRequired);
  return (
    <main className="max-w-[960px] px-gutter py-4">
      <div className="flex flex-wrap items-baseline justify-between gap-x-6 gap-y-2 pb-3">
        <div>
          <h1 className="type-display">{t("title")}</h1>
          <p className="type-prose text-ink-2">{t("text")}</p>
        </div>
        {mayEdit && (
          <Link href="/model/new" className={buttonClass("act")}>
            {t("add")}
          </Link>
        )}
      </div>
      <PassProgress initial={progress} wayBack={null} />
      <ModelsList
        models={models}
        none={counts.none}
        catalogue={catalogue}
        actions={isArranger ? { order: orderModelsAction, retire: retireModelAction } : null}
      />
      {!isArranger && can(user.role, "arrange_models") && (
        <p className="max-w-[70ch] pt-3 text-ink-3 text-small">{t("arrangedByManagers")}</p>
      )}
      <RetiredModels models={retired} restore={isArranger ? restoreModelAction : null} />
    </main>
  );
}
