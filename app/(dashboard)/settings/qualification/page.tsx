import { getTranslations } from "next-intl/server";
import { requireUser } from "#app/_server/session.ts";
import { titleFor } from "#app/_server/title-for.ts";
import { ChecklistForm } from "#components/qualification/checklist-form.tsx";
import { listModelHeads } from "#db/queries/model-heads.ts";
import { readChecklists } from "#db/queries/qualification.ts";
import { USUAL_CHECKLIST } from "#lib/qualification/checklist.ts";
import { chooseChecklistAction } from "./actions.ts";

export const generateMetadata = titleFor("arrange_models", async () =>
  (await getTranslations("qualification.settings"))("nav"),
);

export default async function QualificationPage() {
  await requireUser("arrange_models");
  const [heads, checklists, t] = await Promise.all([
    listModelHeads(),
    readChecklists(),
    getTranslations("qualification.settings"),
  ]);
  const models = heads.filter(({ retiredAt }) => retiredAt === null);
  return (
    <main className="max-w-[640px]">
      <h1 className="type-display">{t("title")}</h1>
      <p className="mt-1 text-ink-2">{t("text")}</p>
      {models.length === 0 && <p className="type-prose mt-6 text-ink-2">{t("noModels")}</p>}
      {models.map(({ modelId, name }) => {
        const checklist = checklists.get(modelId);
        return (
          <ChecklistForm
            key={modelId}
            modelId={modelId}
            name={name}
            checklist={checklist ?? USUAL_CHECKLIST}
            revision={checklist?.revision ?? null}
            choose={chooseChecklistAction}
          />
        );
      })}
    </main>
  );
}
