import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { createLoader, type SearchParams } from "nuqs/server";
import { findOwnOrganisation } from "#app/_server/organisation-zone.ts";
import { requireUser } from "#app/_server/session.ts";
import { ImportFirst } from "#components/data/import-first.tsx";
import { LivePage } from "#components/live/live-page.tsx";
import { MatrixFromText } from "#components/matrix/matrix-from-text.tsx";
import { findCurrentGeneration } from "#db/queries/current-generation.ts";
import { readLeadFilterOptions } from "#db/queries/lead-filter-options.ts";
import { readMatrix } from "#db/queries/read-matrix.ts";
import { can } from "#lib/access/permissions.ts";
import { now } from "#lib/clock.ts";
import { matrixParams } from "#lib/leads/list-params.ts";

const load = createLoader(matrixParams);

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("matrix"))("title") };
}

export default async function MatrixPage({ searchParams }: { searchParams: Promise<SearchParams> }) {
  const user = await requireUser("view_matrix");
  const at = now();
  const [params, generation, organisation] = await Promise.all([
    load(searchParams),
    findCurrentGeneration(),
    findOwnOrganisation(),
  ]);
  const model = generation?.models.find(({ modelId }) => modelId === params.model) ?? generation?.models[0];
  if (!generation || !organisation || !model)
    return (
      <ImportFirst words="matrix.noScores" mayImport={can(user.role, "import_data")}>
        <LivePage readAt={at.getTime()} />
      </ImportFirst>
    );
  const { country, source, owner, stage } = params;
  const [matrix, options] = await Promise.all([
    readMatrix({
      generationId: generation.id,
      model,
      filter: { country, source, owner, stage },
      outcomeWindowDays: organisation.outcomeWindowDays,
      at,
    }),
    readLeadFilterOptions({ generationId: generation.id }),
  ]);
  const models = generation.models.map(({ modelId, number, definition }) => ({
    modelId,
    number,
    name: definition.name,
  }));
  return (
    <>
      <LivePage readAt={at.getTime()} />
      <MatrixFromText
        text={JSON.stringify(matrix)}
        options={options}
        models={models}
        me={user.role === "rep" ? user.userId : null}
      />
    </>
  );
}
