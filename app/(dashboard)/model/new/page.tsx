import type { Metadata } from "next";
import Link from "next/link";
import { getTranslations } from "next-intl/server";
import { requireUser } from "#app/_server/session.ts";
import { StartModel } from "#components/model/start-model.tsx";
import { readModelCatalogue } from "#db/queries/model-catalogue.ts";
import { listModelHeads } from "#db/queries/model-heads.ts";
import { startDraftAction } from "../actions.ts";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("newModel"))("title") };
}

/** A first model, or one more. */
export default async function NewModelPage() {
  await requireUser("edit_model");
  const [catalogue, models, t] = await Promise.all([
    readModelCatalogue(),
    listModelHeads(),
    getTranslations("newModel"),
  ]);
  const isFirst = models.length === 0;
  return (
    <main className="max-w-[960px] px-gutter py-4">
      <div className="flex flex-wrap items-baseline justify-between gap-x-6 pb-3">
        <div className="max-w-[70ch]">
          <h1 className="type-display">{t(isFirst ? "first" : "title")}</h1>
          <p className="type-prose text-ink-2">{t(isFirst ? "firstText" : "text")}</p>
        </div>
        {!isFirst && (
          <Link href="/model/models" className="font-medium text-accent underline-offset-4 hover:underline">
            {t("back")}
          </Link>
        )}
      </div>
      <StartModel catalogue={catalogue} start={startDraftAction} />
    </main>
  );
}
