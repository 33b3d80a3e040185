import { invalidInput } from "#app/_server/invalid-input.ts";
import { mayMeasure } from "#app/_server/may-measure.ts";
import { defineRoute } from "#app/_server/route.ts";
import { askPreview, digestOf } from "#db/mutations/ask-preview.ts";
import { findCurrentGeneration } from "#db/queries/current-generation.ts";
import { readModelCatalogue } from "#db/queries/model-catalogue.ts";
import { findScoringDay } from "#db/queries/pending-build.ts";
import { findPreview, type StoredPreview } from "#db/queries/preview.ts";
import { now } from "#lib/clock.ts";
import { toScoringCatalogue } from "#lib/model/catalogue.ts";
import { BASE_PARTS, type PreviewHead, previewRequestSchema } from "#lib/preview/answer.ts";
import { writeFrames } from "#lib/preview/frames.ts";
import { measureKey } from "#lib/preview/measure.ts";
import { refuse } from "#lib/result.ts";
import { conditionProblems } from "#lib/scoring/condition-problems.ts";
import { criterionProblems } from "#lib/scoring/criterion-problems.ts";

/** Leads as an editor moves them: the columns asked for that are measured; the others are being measured. */
export const POST = defineRoute({
  permission: "view_model",
  run: async (request, { user }) => {
    const parsed = previewRequestSchema.safeParse(await request.json().catch(() => null));
    if (!parsed.success) return invalidInput(parsed.error);
    const { kind, modelId, reach, criteria, baseId: known } = parsed.data;
    const [generation, shown] = await Promise.all([findCurrentGeneration(), readModelCatalogue()]);
    const catalogue = toScoringCatalogue(shown);
    if (!(await mayMeasure({ user, modelId, catalogue }, { reach, criteria, newest: [] }))) return refuse("forbidden");
    if (reach.segment !== null && conditionProblems(reach.segment, [], catalogue.fields).length > 0)
      return refuse("invalid_input");
    // What makes no sense yet counts for nothing.
    const sound = criteria.filter((criterion) => criterionProblems(criterion, [], catalogue).length === 0);
    // Before the first pass leads are measured as they are today, so that the very first model moves them, too.
    const day = generation ? null : await findScoringDay({ at: now() });
    const under = generation
      ? { generationId: generation.id }
      : day === null
        ? null
        : ({ generationId: null, day } as const);
    const baseId = under && (await askPreview({ kind, modelId, under, reach, criteria: sound }));
    if (baseId === null) return refuse("not_found");
    const digests = sound.map((criterion) => [digestOf(criterion), measureKey(criterion)] as const);
    const parts = baseId === known ? [] : Object.values(BASE_PARTS);
    const found = await findPreview({ baseId, digests: digests.map(([digest]) => digest), parts });
    const named = [...digests, ...parts.map((part) => [part, part] as const)];
    const columns = named.flatMap(([digest, key]) => {
      const packed = found?.columns.get(digest);
      return packed ? [[key, packed] as const] : [];
    });
    const wanted = new Set(digests.map(([digest]) => digest));
    const head: PreviewHead = {
      baseId,
      base: found && baseOf(found),
      waiting: [...wanted].filter((digest) => !found?.columns.has(digest)).length,
      notes: digests.flatMap(([digest, key]) => {
        const notes = found?.notes.get(digest);
        return notes ? [[key, notes] as const] : [];
      }),
    };
    return new Response(writeFrames({ head, parts: new Map(columns) }), {
      headers: { "content-type": "application/octet-stream", "cache-control": "no-store" },
    });
  },
});

function baseOf({ size, looked, total, madeAt, past }: StoredPreview): PreviewHead["base"] {
  return { size, looked, total, madeAt: madeAt.toISOString(), past };
}
