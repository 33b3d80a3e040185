import { lt } from "drizzle-orm";
import { type Executor, type Store, store } from "#db/client.ts";
import { readClockParts } from "#db/queries/clock-parts.ts";
import { findCurrentGeneration, type Generation } from "#db/queries/current-generation.ts";
import { measureVersions } from "#db/queries/effect-since.ts";
import { readHandOverAnswers } from "#db/queries/hand-over-answers.ts";
import { measurePast } from "#db/queries/measure-past.ts";
import { listVersions } from "#db/queries/models.ts";
import { findOrganisation } from "#db/queries/organisation.ts";
import { readPastScores } from "#db/queries/past-scores.ts";
import { truthReports } from "#db/schema/index.ts";
import { criteriaOf } from "#lib/model/criteria.ts";
import { type ModelWorth, worthOfCriteria } from "#lib/performance/truth/criterion-worth.ts";
import type { TruthReport, VersionChange } from "#lib/performance/truth/report.ts";
import { truthOf } from "#lib/performance/truth/truth.ts";
import { reachOf } from "#lib/preview/reach.ts";

export type MeasureTruth = {
  readonly now: () => Date;
  /** About so many rows of lead and month are looked at, of more a sample of the leads. */
  readonly most?: number;
  readonly signal?: AbortSignal | undefined;
};

const MOST = 60_000;

/** Finds what the scores were worth and keeps it in place of the reports before; null before the first scores. */
export async function measureTruth(
  { now, most = MOST, signal }: MeasureTruth,
  { db }: Pick<Store, "db"> = store,
): Promise<TruthReport | null> {
  const [generation, organisation] = await Promise.all([findCurrentGeneration(db), findOrganisation(db)]);
  if (!generation || !organisation) return null;
  const { currency, outcomeWindowDays: windowDays } = organisation;
  const { rows, days, ...extent } = await readPastScores({ generation, windowDays, currency, most, signal }, db);
  const models: ModelWorth[] = [];
  for (const model of generation.models) models.push(await measureModel(model, { generation, most, signal }, db));
  const report: TruthReport = {
    ...extent,
    currency,
    truth: truthOf(rows, { days, windowDays }),
    models,
    answers: await readHandOverAnswers({ now: now() }, db),
    clocks: await readClockParts({ now: now(), timeZone: generation.timeZone }, db),
    changes: await measureChanges(generation, now(), db),
  };
  await db.transaction(async (tx) => {
    const [kept] = await tx
      .insert(truthReports)
      .values({ generationId: generation.id, madeAt: now(), report })
      .returning({ id: truthReports.id });
    if (kept) await tx.delete(truthReports).where(lt(truthReports.id, kept.id));
  });
  return report;
}

type Under = { readonly generation: Generation; readonly most: number; readonly signal: AbortSignal | undefined };

async function measureModel(
  { modelId, versionId, definition }: Generation["models"][number],
  under: Under,
  executor: Executor,
): Promise<ModelWorth> {
  const query = { ...under, modelId, reach: reachOf(definition), criteria: criteriaOf(definition) };
  return worthOfCriteria({ modelId, versionId, definition }, await measurePast(query, executor));
}

/** Versions that are told of. */
const MOST_CHANGES = 4;

/** What came after the newest versions of the models in force, but the first of each. */
async function measureChanges({ models }: Generation, now: Date, executor: Executor): Promise<VersionChange[]> {
  const changes: VersionChange[] = [];
  for (const { modelId } of models) {
    const versions = await listVersions({ modelId }, executor);
    const versionIds = versions.slice(0, -1).map(({ versionId }) => versionId);
    const measured = await measureVersions(
      { modelId, versions, versionIds: versionIds.slice(0, MOST_CHANGES), now },
      executor,
    );
    for (const { versionId, number } of versions) {
      const found = measured.get(versionId);
      if (found) changes.push({ modelId, versionId, number, ...found });
    }
  }
  return changes.sort((one, other) => other.span.middle - one.span.middle).slice(0, MOST_CHANGES);
}
