import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import type { SearchParams } from "nuqs/server";
import { Suspense } from "react";
import { requireUser } from "#app/_server/session.ts";
import { DiffProse } from "#components/model/diff-prose.tsx";
import { InForceMark } from "#components/model/in-force-mark.tsx";
import { ModelHead } from "#components/model/model-head.tsx";
import { ModelSheet } from "#components/model/model-sheet.tsx";
import { PassEffects } from "#components/model/pass-effects.tsx";
import { ReturnButton } from "#components/model/return-button.tsx";
import { SignedBy, VersionComments } from "#components/model/version-review.tsx";
import { measureVersions } from "#db/queries/effect-since.ts";
import { readModelCatalogue } from "#db/queries/model-catalogue.ts";
import { listVersionComments } from "#db/queries/model-comments.ts";
import { findVersion, listVersions } from "#db/queries/models.ts";
import { readVersionSummaries } from "#db/queries/pass-summaries.ts";
import { readVersionSignatures } from "#db/queries/sign-off.ts";
import { can } from "#lib/access/permissions.ts";
import { now } from "#lib/clock.ts";
import { compareDefinitions } from "#lib/model/diff.ts";
import { returnToVersionAction } from "../../actions.ts";
import { chooseModel } from "../../chosen.ts";
import { ModelsNav } from "../../models-nav.tsx";
import { Pass } from "../../pass.tsx";
import { showVersion } from "../../shown.ts";
import { EffectOf } from "../effect-of.tsx";

type Props = { params: Promise<{ number: string }>; searchParams: Promise<SearchParams> };

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { number } = await params;
  return { title: (await getTranslations("model.versions"))("version", { number }) };
}

export default async function VersionPage({ params, searchParams }: Props) {
  const user = await requireUser("view_model");
  const [{ number }, { models, model }, catalogue, t, review] = await Promise.all([
    params,
    chooseModel(searchParams, "/model/versions"),
    readModelCatalogue(),
    getTranslations("model.versions"),
    getTranslations("review"),
  ]);
  if (!model) notFound();
  const { modelId, retiredAt } = model;
  const versions = await listVersions({ modelId });
  const place = versions.findIndex((each) => String(each.number) === number);
  const [version, before, newest] = await Promise.all(
    [versions[place], versions[place + 1], versions[0]].map((row) => row && findVersion(row)),
  );
  if (place < 0 || !version) notFound();
  const [effects, signatures, comments] = await Promise.all([
    readVersionSummaries(),
    readVersionSignatures({ modelId }),
    listVersionComments({ modelId }),
  ]);
  const effect = effects.get(version.versionId);
  const said = comments.get(version.versionId) ?? [];
  const measured = measureVersions({ modelId, versions, versionIds: [version.versionId], now: now() });
  const back = newest ? compareDefinitions(newest.definition, version.definition) : [];
  const changes = before ? compareDefinitions(before.definition, version.definition) : null;
  return (
    <>
      <ModelsNav models={models} modelId={modelId} page="/model/versions" />
      <main className="px-gutter py-4">
        <ModelHead
          version={showVersion(version)}
          catalogue={catalogue}
          mark={versions[place]?.isInForce && <InForceMark />}
        />
        <Pass user={user} versions={versions} catalogue={catalogue} />
        {version.note !== "" && <p className="type-prose max-w-[70ch] pb-2">{version.note}</p>}
        <div className="pb-3">
          <SignedBy signatures={signatures.get(version.versionId) ?? []} />
        </div>
        {back.length > 0 && retiredAt === null && can(user.role, "publish_model") && (
          <div className="pb-5">
            <ReturnButton
              versionId={version.versionId}
              number={version.number}
              changes={back}
              catalogue={catalogue}
              returnTo={returnToVersionAction}
            />
          </div>
        )}
        {effect && (
          <section aria-labelledby="effects" className="pb-5">
            <h2 id="effects" className="type-label pb-1">
              {t("effects")}
            </h2>
            <PassEffects summary={effect} />
          </section>
        )}
        <section aria-labelledby="since-published" className="pb-5">
          <h2 id="since-published" className="type-label pb-1">
            {review("since.title")}
          </h2>
          <Suspense fallback={null}>
            <EffectOf measured={measured} versionId={version.versionId} />
          </Suspense>
        </section>
        {changes && (
          <section aria-labelledby="since" className="max-w-[80ch] pb-5">
            <h2 id="since" className="type-label pb-1">
              {t("since", { number: before?.number ?? 0 })}
            </h2>
            <DiffProse changes={changes} catalogue={catalogue} />
          </section>
        )}
        {said.length > 0 && (
          <section aria-labelledby="said" className="max-w-[80ch] pb-5">
            <h2 id="said" className="type-label pb-1">
              {review("comments.title")}
            </h2>
            <VersionComments comments={said} definition={version.definition} catalogue={catalogue} />
          </section>
        )}
        <ModelSheet definition={version.definition} catalogue={catalogue} />
      </main>
    </>
  );
}
