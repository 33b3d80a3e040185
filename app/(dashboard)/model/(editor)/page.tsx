import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { getTranslations } from "next-intl/server";
import type { SearchParams } from "nuqs/server";
import { requireUser } from "#app/_server/session.ts";
import { ActionButton } from "#components/model/action-button.tsx";
import { ModelEditor } from "#components/model/editor.tsx";
import { LiveModel } from "#components/model/live-model.tsx";
import { ModelHead } from "#components/model/model-head.tsx";
import { ModelSheet } from "#components/model/model-sheet.tsx";
import { RecentVersions } from "#components/model/recent-versions.tsx";
import { RetiredNotice } from "#components/model/retired-notice.tsx";
import { MessagePage } from "#components/ui/message-page.tsx";
import { readModelCatalogue } from "#db/queries/model-catalogue.ts";
import { findDraft, findNewestVersion, listVersions } from "#db/queries/models.ts";
import { findOrganisation } from "#db/queries/organisation.ts";
import { can } from "#lib/access/permissions.ts";
import { countOpen } from "#lib/model/comment.ts";
import {
  discardDraftAction,
  publishDraftAction,
  saveDraftAction,
  setCapacityAction,
  startDraftAction,
} from "../actions.ts";
import { chooseModel } from "../chosen.ts";
import { ModelsNav, nameModels } from "../models-nav.tsx";
import { Pass } from "../pass.tsx";
import { findOvertaken, readReview, reviewerOf } from "../read-review.ts";
import { showDraft, showVersion, showVersionRow } from "../shown.ts";
import { DraftReading } from "./draft-reading.tsx";
import { REVIEW_ACTIONS } from "./review-actions.ts";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("model"))("title") };
}

export default async function ModelPage({ searchParams }: { searchParams: Promise<SearchParams> }) {
  const user = await requireUser("view_model");
  const [{ models, model }, { show, criterion }, catalogue, t] = await Promise.all([
    chooseModel(searchParams, "/model"),
    searchParams,
    readModelCatalogue(),
    getTranslations("model"),
  ]);
  const mayEdit = can(user.role, "edit_model");
  if (!model && mayEdit) redirect("/model/new");
  if (!model) {
    return (
      <MessagePage title={t("start.title")}>
        <p>{t("start.nothing")}</p>
      </MessagePage>
    );
  }

  const { modelId, retiredAt } = model;
  const [published, draft, versions, organisation] = await Promise.all([
    findNewestVersion({ modelId }),
    retiredAt === null ? findDraft({ modelId }) : null,
    listVersions({ modelId }),
    findOrganisation(),
  ]);
  const review = draft && (await readReview({ modelId }));
  const nav = <ModelsNav models={models} modelId={modelId} page="/model" />;

  if (draft && review && mayEdit) {
    return (
      // The editor is as high as what the strip of models leaves.
      <div className="xl:flex xl:h-[calc(100dvh-44px)] xl:flex-col">
        {nav}
        <ModelEditor
          key={draft.modelId}
          asked={typeof criterion === "string" ? criterion : null}
          draft={showDraft(draft)}
          published={published && showVersion(published)}
          overtaken={await findOvertaken({ draft, published, versions })}
          review={review}
          reviewer={reviewerOf(user)}
          reviewActions={REVIEW_ACTIONS}
          catalogue={catalogue}
          models={await nameModels(models)}
          userName={user.name}
          mayPublish={can(user.role, "publish_model")}
          capacity={organisation?.capacity ?? null}
          actions={{
            save: saveDraftAction,
            publish: publishDraftAction,
            discard: discardDraftAction,
            setCapacity: setCapacityAction,
          }}
        >
          <Pass user={user} versions={versions} catalogue={catalogue} />
          <RecentVersions versions={versions.map(showVersionRow)} />
        </ModelEditor>
      </div>
    );
  }
  const isDraftWhole = draft !== null && (show === "draft" || !published);
  const shown = isDraftWhole ? draft.definition : published?.definition;
  // Its draft was dropped since the models were listed.
  if (!shown) redirect("/model");

  return (
    <>
      {nav}
      <main className="px-gutter py-4">
        {published && (
          <ModelHead version={showVersion(published)} catalogue={catalogue}>
            {mayEdit && retiredAt === null && (
              <ActionButton kind="act" action={startDraftAction.bind(null, { modelId })}>
                {t("startDraft")}
              </ActionButton>
            )}
          </ModelHead>
        )}
        {retiredAt !== null && <RetiredNotice retiredAt={retiredAt.toISOString()} />}
        {published && <Pass user={user} versions={versions} catalogue={catalogue} />}
        {draft && review && (
          <DraftReading
            draft={draft}
            published={published}
            catalogue={catalogue}
            review={review}
            user={user}
            isWhole={isDraftWhole}
          />
        )}
        {retiredAt === null && (
          <LiveModel
            modelId={modelId}
            definition={draft?.definition ?? shown}
            published={published?.definition ?? null}
            isDraft={draft !== null}
            capacity={organisation?.capacity ?? null}
            saveCapacity={can(user.role, "sign_model") ? setCapacityAction : null}
            catalogue={catalogue}
          />
        )}
        <ModelSheet definition={shown} catalogue={catalogue} comments={review ? countOpen(review.comments) : undefined}>
          <RecentVersions versions={versions.map(showVersionRow)} />
        </ModelSheet>
      </main>
    </>
  );
}
