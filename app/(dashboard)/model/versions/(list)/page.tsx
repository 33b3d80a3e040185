import type { Metadata } from "next";
import Link from "next/link";
import { getTranslations } from "next-intl/server";
import type { SearchParams } from "nuqs/server";
import { Suspense } from "react";
import { requireUser } from "#app/_server/session.ts";
import { DiffProse } from "#components/model/diff-prose.tsx";
import { LastPass } from "#components/model/last-pass.tsx";
import { PassEffects } from "#components/model/pass-effects.tsx";
import { ReturnButton } from "#components/model/return-button.tsx";
import { VersionList, type VersionRow } from "#components/model/version-list.tsx";
import { SignedBy } from "#components/model/version-review.tsx";
import { MessagePage } from "#components/ui/message-page.tsx";
import { measureVersions } from "#db/queries/effect-since.ts";
import { readModelCatalogue } from "#db/queries/model-catalogue.ts";
import { listVersionComments } from "#db/queries/model-comments.ts";
import { listVersions } from "#db/queries/models.ts";
import { readLastPass, readVersionSummaries } from "#db/queries/pass-summaries.ts";
import { readVersionSignatures } from "#db/queries/sign-off.ts";
import { readVersionDefinitions } from "#db/queries/version-definitions.ts";
import { can } from "#lib/access/permissions.ts";
import { now } from "#lib/clock.ts";
import { addressOf } from "#lib/model/address.ts";
import { compareDefinitions } from "#lib/model/diff.ts";
import { returnToVersionAction } from "../../actions.ts";
import { chooseModel } from "../../chosen.ts";
import { ModelsNav } from "../../models-nav.tsx";
import { Pass } from "../../pass.tsx";
import { showVersionRow } from "../../shown.ts";
import { EffectOf } from "../effect-of.tsx";

/** Versions told with their differences; older ones tell them on their own page. */
const COMPARED = 25;
/** Sentences shown at first of each. */
const SHOWN_CHANGES = 6;
/** Versions that are told with what came since; of older ones it stands on their own page. */
const SHOWN_EFFECTS = 5;

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("model.versions"))("title") };
}

export default async function VersionsPage({ searchParams }: { searchParams: Promise<SearchParams> }) {
  const user = await requireUser("view_model");
  const [{ models, model }, catalogue, effects, lastPass, t, review] = await Promise.all([
    chooseModel(searchParams, "/model/versions"),
    readModelCatalogue(),
    readVersionSummaries(),
    readLastPass(),
    getTranslations("model"),
    getTranslations("review"),
  ]);
  if (!model || model.number === null) {
    return (
      <MessagePage title={t("start.title")}>
        <p>{t("start.nothing")}</p>
      </MessagePage>
    );
  }
  const { modelId, retiredAt } = model;
  const [versions, definitions, signatures, comments] = await Promise.all([
    listVersions({ modelId }),
    readVersionDefinitions({ modelId, limit: COMPARED + 1 }),
    readVersionSignatures({ modelId }),
    listVersionComments({ modelId }),
  ]);
  const versionIds = versions.slice(0, SHOWN_EFFECTS).map(({ versionId }) => versionId);
  const measured = measureVersions({ modelId, versions, versionIds, now: now() });
  const rows = versions.map(showVersionRow);
  const newest = definitions.get(rows[0]?.versionId ?? 0);

  function renderMore(version: VersionRow) {
    const own = definitions.get(version.versionId);
    const before = definitions.get(rows[rows.indexOf(version) + 1]?.versionId ?? 0);
    const effect = effects.get(version.versionId);
    const back = own && newest ? compareDefinitions(newest, own) : [];
    const said = comments.get(version.versionId)?.length ?? 0;
    return (
      <div className="flex flex-col items-start gap-1 pt-1">
        <SignedBy signatures={signatures.get(version.versionId) ?? []} />
        {said > 0 && (
          <Link
            href={`${addressOf(`/model/versions/${version.number}`, modelId)}#said`}
            className="text-accent text-small underline-offset-4 hover:underline max-sm:inline-flex max-sm:min-h-11 max-sm:items-center"
          >
            {review("comments.count", { count: said })}
          </Link>
        )}
        {own && before && (
          <div className="max-w-[80ch] text-ink-2">
            <DiffProse changes={compareDefinitions(before, own)} catalogue={catalogue} shown={SHOWN_CHANGES} />
          </div>
        )}
        {effect && <PassEffects summary={effect} />}
        {versionIds.includes(version.versionId) && (
          <details className="w-full">
            <summary className="w-fit text-ink-2 text-small max-sm:min-h-11 max-sm:content-center">
              {review("since.title")}
            </summary>
            <Suspense fallback={null}>
              <EffectOf measured={measured} versionId={version.versionId} />
            </Suspense>
          </details>
        )}
        {back.length > 0 && retiredAt === null && can(user.role, "publish_model") && (
          <ReturnButton
            versionId={version.versionId}
            number={version.number}
            changes={back}
            catalogue={catalogue}
            kind="quiet"
            returnTo={returnToVersionAction}
          />
        )}
      </div>
    );
  }

  return (
    <>
      <ModelsNav models={models} modelId={modelId} page="/model/versions" />
      <main className="max-w-[960px] px-gutter py-4">
        <div className="flex items-baseline justify-between gap-6 pb-3">
          <h1 className="type-display">{t("versions.title")}</h1>
          <Link
            href={addressOf("/model", modelId)}
            className="font-medium text-accent underline-offset-4 hover:underline"
          >
            {t("versions.back")}
          </Link>
        </div>
        <Pass user={user} versions={versions} catalogue={catalogue} />
        {lastPass && <LastPass cause={lastPass.cause} summary={lastPass} />}
        <VersionList versions={rows} renderMore={renderMore} />
      </main>
    </>
  );
}
