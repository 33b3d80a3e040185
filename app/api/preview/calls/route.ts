import { invalidInput } from "#app/_server/invalid-input.ts";
import { mayMeasure } from "#app/_server/may-measure.ts";
import { defineRoute } from "#app/_server/route.ts";
import { askPreview, newestDigestOf } from "#db/mutations/ask-preview.ts";
import { readBaseCalls } from "#db/queries/base-calls.ts";
import { listCallers } from "#db/queries/callers.ts";
import { findCurrentGeneration } from "#db/queries/current-generation.ts";
import { readModelCatalogue } from "#db/queries/model-catalogue.ts";
import { findPreview } from "#db/queries/preview.ts";
import { toScoringCatalogue } from "#lib/model/catalogue.ts";
import { CALL_PARTS, writeRivals } from "#lib/preview/call-pool.ts";
import { type CallsHead, callsRequestSchema } from "#lib/preview/calls-answer.ts";
import { writeFrames } from "#lib/preview/frames.ts";
import { toInstantParts } from "#lib/preview/instants.ts";
import { newestKey } from "#lib/preview/newest-key.ts";
import { packColumn } from "#lib/preview/pack.ts";
import { refuse } from "#lib/result.ts";
import { conditionProblems } from "#lib/scoring/condition-problems.ts";
import { criterionProblems } from "#lib/scoring/criterion-problems.ts";

/** What besides the scores decides today's call lists: who may call which lead of a base, and what breaks ties. */
export const POST = defineRoute({
  permission: "view_model",
  run: async (request, { user }) => {
    const parsed = callsRequestSchema.safeParse(await request.json().catch(() => null));
    if (!parsed.success) return invalidInput(parsed.error);
    const { modelId, reach, newest } = parsed.data;
    const [generation, shown] = await Promise.all([findCurrentGeneration(), readModelCatalogue()]);
    const catalogue = toScoringCatalogue(shown);
    if (!(await mayMeasure({ user, modelId, catalogue }, { reach, criteria: [], newest }))) return refuse("forbidden");
    if (reach.segment !== null && conditionProblems(reach.segment, [], catalogue.fields).length > 0)
      return refuse("invalid_input");
    if (!generation) return refuse("not_found");
    // What makes no sense yet counts for nothing.
    const sets = newest.map((set) => ({
      key: newestKey(set),
      sound: set.filter((criterion) => criterionProblems(criterion, [], catalogue).length === 0),
    }));
    const asked = sets.filter(({ sound }) => sound.length > 0);
    const baseId = await askPreview({
      kind: "now",
      modelId,
      under: { generationId: generation.id },
      reach,
      criteria: [],
      newest: asked.map(({ sound }) => sound),
    });
    if (baseId === null) return refuse("not_found");
    const digests = asked.map(({ key, sound }) => [newestDigestOf(sound), key] as const);
    const [found, callers] = await Promise.all([
      findPreview({ baseId, digests: digests.map(([digest]) => digest), parts: [] }),
      listCallers({ day: generation.day }),
    ]);
    const columns = digests.flatMap(([digest, key]) => {
      const packed = found?.columns.get(digest);
      return packed ? [[key, packed] as const] : [];
    });
    const isWhole = found === null || found.looked >= found.total;
    const isWaiting = isWhole && (found === null || digests.some(([digest]) => !found.columns.has(digest)));
    // Read once all else is there, since it is asked of every lead.
    const calls = isWhole && !isWaiting ? await readBaseCalls({ baseId, modelId, generation }) : null;
    const head: CallsHead = {
      baseId,
      size: found?.size ?? 0,
      callers,
      isWhole,
      isWaiting,
    };
    return new Response(writeFrames({ head, parts: new Map([...columns, ...(await packCalls(calls))]) }), {
      headers: { "content-type": "application/octet-stream", "cache-control": "no-store" },
    });
  },
});

async function packCalls(calls: Awaited<ReturnType<typeof readBaseCalls>>) {
  if (calls === null) return [];
  const { pool, rivals } = calls;
  return [
    [CALL_PARTS.owners, await packColumn(pool.owners)],
    [CALL_PARTS.newsAfter, await packColumn(toInstantParts(pool.newsAfter))],
    [CALL_PARTS.toHandOver, await packColumn(pool.toHandOver)],
    [CALL_PARTS.rivals, writeRivals(rivals)],
  ] as const;
}
