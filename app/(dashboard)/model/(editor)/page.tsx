import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { requireUser } from "#app/_server/session.ts";
import { ActionButton } from "#components/model/action-button.tsx";
import { ModelEditor } from "#components/model/editor.tsx";
import { ModelHead } from "#components/model/model-head.tsx";
import { ModelSheet } from "#components/model/model-sheet.tsx";
import { RecentVersions } from "#components/model/recent-versions.tsx";
import { StartModel } from "#components/model/start-model.tsx";
import { MessagePage } from "#components/ui/message-page.tsx";
import { findFirstModelId } from "#db/queries/first-model.ts";
import { readModelCatalogue } from "#db/queries/model-catalogue.ts";
import { findDraft, listModels, listVersions } from "#db/queries/models.ts";
import { can } from "#lib/access/permissions.ts";
import { discardDraftAction, publishDraftAction, saveDraftAction, startDraftAction } from "../actions.ts";
import { Pass } from "../pass.tsx";
import { showDraft, showVersion, showVersionRow } from "../shown.ts";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("model"))("title") };
}

export default async function ModelPage() {
  const user = await requireUser("view_model");
  const [modelId, models, catalogue, t] = await Promise.all([
    findFirstModelId(),
    listModels(),
    readModelCatalogue(),
    getTranslations("model"),
  ]);
  const mayEdit = can(user.role, "edit_model");
  const published = models.find((version) => version.modelId === modelId) ?? null;
  const [draft, versions] = await Promise.all([
    mayEdit && modelId !== null ? findDraft({ modelId }) : null,
    modelId !== null ? listVersions({ modelId }) : [],
  ]);

  if (draft) {
    return (
      <ModelEditor
        key={draft.modelId}
        draft={showDraft(draft)}
        published={published && showVersion(published)}
        catalogue={catalogue}
        userName={user.name}
        mayPublish={can(user.role, "publish_model")}
        actions={{ save: saveDraftAction, publish: publishDraftAction, discard: discardDraftAction }}
      >
        <Pass user={user} versions={versions} catalogue={catalogue} />
        <RecentVersions versions={versions.map(showVersionRow)} />
      </ModelEditor>
    );
  }

  if (!published) {
    return (
      <MessagePage
        title={t("start.title")}
        action={mayEdit && <StartModel modelId={modelId} catalogue={catalogue} start={startDraftAction} />}
      >
        <p>{t(mayEdit ? "start.text" : "start.nothing")}</p>
      </MessagePage>
    );
  }

  return (
    <main className="px-gutter py-4">
      <ModelHead version={showVersion(published)} catalogue={catalogue}>
        {mayEdit && (
          <ActionButton kind="act" action={startDraftAction.bind(null, { modelId })}>
            {t("startDraft")}
          </ActionButton>
        )}
      </ModelHead>
      <Pass user={user} versions={versions} catalogue={catalogue} />
      <ModelSheet definition={published.definition} catalogue={catalogue}>
        <RecentVersions versions={versions.map(showVersionRow)} />
      </ModelSheet>
    </main>
  );
}
