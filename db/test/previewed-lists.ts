import { askPreview, digestOf, newestDigestOf } from "#db/mutations/ask-preview.ts";
import { measurePreview } from "#db/mutations/measure-preview.ts";
import { readBaseCalls } from "#db/queries/base-calls.ts";
import { listCallers } from "#db/queries/callers.ts";
import type { Generation } from "#db/queries/current-generation.ts";
import { findPreview } from "#db/queries/preview.ts";
import { readPreviewRoutes } from "#db/queries/preview-routes.ts";
import { criteriaOf } from "#lib/model/criteria.ts";
import { BASE_PARTS } from "#lib/preview/answer.ts";
import type { PreviewColumn } from "#lib/preview/base.ts";
import { BaseScores } from "#lib/preview/base-scores.ts";
import { callersOfRows } from "#lib/preview/call-lists.ts";
import type { CallPool } from "#lib/preview/call-pool.ts";
import { handedOverRows, poolHandedOver, routesRequest, routesRequestSchema } from "#lib/preview/handed-over.ts";
import { fromInstantParts } from "#lib/preview/instants.ts";
import { measureKey } from "#lib/preview/measure.ts";
import { eventCriteriaOf } from "#lib/preview/newest-key.ts";
import { fromSteps, unpackColumn, unpackMeasured } from "#lib/preview/pack.ts";
import type { Definition } from "#lib/scoring/definition.ts";
import { TEST_TIME } from "./add-test-user.ts";
import type { TestDatabase } from "./database.ts";
import { TEST_DAY } from "./scoring-fixtures.ts";

/** The lists of the day as an editor makes them, of the leads of its model: lead ids by user. */
export async function previewedLists(store: TestDatabase, { generation, modelId, definition, isDraft }: Previewed) {
  const criteria = criteriaOf(definition);
  const set = eventCriteriaOf(criteria);
  const under = { generationId: generation.id };
  const baseId = await askPreview(
    { kind: "now", modelId, under, reach: definition, criteria, newest: [set] },
    store.db,
  );
  if (baseId === null) throw new Error("There is no such model.");
  await measurePreview({ baseId, now: () => TEST_TIME }, store);
  const digests = [...criteria.map(digestOf), newestDigestOf(set)];
  const base = await findPreview({ baseId, digests, parts: [BASE_PARTS.leadIds] }, store.db);
  const calls = await readBaseCalls({ baseId, modelId, generation }, store.db);
  if (!base || !calls) throw new Error("The base was not made.");
  const { size, columns } = base;
  const read = async (packed: Uint8Array<ArrayBuffer> | undefined, length = size) =>
    packed ? unpackColumn(packed, length) : new Int32Array(length);
  const scores = new BaseScores({ size, adjusted: { fit: null, engagement: null } });
  const measured = new Map<string, PreviewColumn>();
  for (const criterion of criteria) {
    const packed = columns.get(digestOf(criterion));
    if (packed) measured.set(measureKey(criterion), await unpackMeasured(packed, size));
  }
  scores.weigh(definition, measured);
  const leadIds = fromSteps(await read(columns.get(BASE_PARTS.leadIds)));
  const newest = fromInstantParts(await read(columns.get(newestDigestOf(set)), size * 2));
  const callers = await listCallers({ day: TEST_DAY }, store.db);
  const pool = isDraft ? await handedOver(calls.pool) : calls.pool;
  const calledBy = callersOfRows({ ...calls, pool, callers, leadIds }, { definition, scores, newest });
  const lists = callers.map(({ userId }, place) => {
    const rows = [...leadIds.keys()].filter((row) => calledBy[row] === place);
    return [userId, rows.map((row) => leadIds[row] ?? 0)] as const;
  });
  return { lists: new Map(lists), leadIds: new Set(leadIds) };

  async function handedOver(pool: CallPool): Promise<CallPool> {
    const rows = handedOverRows(pool, scores);
    const request = routesRequestSchema.parse(routesRequest(rows, leadIds, scores));
    const answer = await readPreviewRoutes({ ...request, generation }, store.db);
    return poolHandedOver(pool, { rows, leadIds, answer });
  }
}

type Previewed = {
  readonly generation: Generation;
  readonly modelId: number;
  readonly definition: Definition;
  /** Whether a publish comes first, which hands over who qualifies. */
  readonly isDraft: boolean;
};
