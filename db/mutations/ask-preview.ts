import { createHash } from "node:crypto";
import { and, asc, eq, isNull, lt, max } from "drizzle-orm";
import { type Database, db, type Executor } from "#db/client.ts";
import { imports, models, previewBases, previewColumns } from "#db/schema/index.ts";
import type { PreviewKind } from "#lib/preview/answer.ts";
import { measureKey } from "#lib/preview/measure.ts";
import { newestKey } from "#lib/preview/newest-key.ts";
import { type Reach, reachKey, reachOf } from "#lib/preview/reach.ts";
import type { Criterion } from "#lib/scoring/definition.ts";
import { enqueueJob } from "./enqueue-job.ts";

export type AskPreview = {
  readonly kind: PreviewKind;
  readonly modelId: number;
  /** Whose leads: those of a generation, or before the first pass those of a day. */
  readonly under: { readonly generationId: number } | { readonly generationId: null; readonly day: number };
  readonly reach: Reach;
  /** What is to be measured; what was measured before is not again. */
  readonly criteria: readonly Criterion[];
  /** Of which criteria together the newest event is asked for: what breaks ties on a call list. */
  readonly newest?: readonly (readonly Criterion[])[];
};

/** What a base of a kind holds: another text when that changes, since bases outlive an upgrade until the next pass. */
const SHAPES: Readonly<Record<PreviewKind, string>> = { now: "now", past: "past, by month and week" };

/** Names what a criterion measures, however long its conditions are. */
export function digestOf(criterion: Criterion): string {
  return digest(measureKey(criterion));
}

/** Names the newest event of some criteria. */
export function newestDigestOf(criteria: readonly Criterion[]): string {
  return digest(newestKey(criteria));
}

function digest(text: string): string {
  return createHash("sha256").update(text).digest("base64url");
}

/** Has leads measured for an editor; what is not there yet the worker makes. The base's id; null when there is no such model. */
export async function askPreview(
  { kind, modelId, under, reach, criteria, newest = [] }: AskPreview,
  database: Database = db,
): Promise<number | null> {
  return database.transaction(async (tx) => {
    const before = await listModelsBefore(modelId, tx);
    if (before === null) return null;
    const { generationId } = under;
    const facts = generationId === null ? await describeFacts(under.day, tx) : "";
    const key = digest(`${SHAPES[kind]} ${reachKey(reach)} ${before.join()}${facts}`);
    await tx
      .insert(previewBases)
      .values({ ...under, kind, modelId, reach: reachOf(reach), digest: key })
      .onConflictDoNothing();
    const [base] = await tx
      .select({ id: previewBases.id, madeAt: previewBases.madeAt })
      .from(previewBases)
      .where(
        and(
          eq(previewBases.modelId, modelId),
          generationId === null ? isNull(previewBases.generationId) : eq(previewBases.generationId, generationId),
          eq(previewBases.digest, key),
        ),
      );
    if (!base) throw new Error("The base was not stored.");
    const asked = new Map<string, Criterion | readonly Criterion[]>([
      ...criteria.map((criterion) => [digestOf(criterion), criterion] as const),
      ...newest.map((set) => [newestDigestOf(set), set] as const),
    ]);
    if (asked.size > 0)
      await tx
        .insert(previewColumns)
        .values([...asked].map(([digest, criterion]) => ({ baseId: base.id, digest, criterion })))
        .onConflictDoNothing();
    const waiting = await tx
      .select({ digest: previewColumns.digest })
      .from(previewColumns)
      .where(and(eq(previewColumns.baseId, base.id), isNull(previewColumns.packed)))
      .limit(1);
    if (base.madeAt === null || waiting.length > 0)
      await enqueueJob({ queue: kind === "past" ? "measure-past" : "measure-preview", data: { baseId: base.id } }, tx);
    return base.id;
  });
}

/** The models that take leads before this one; null when there is no such model. A draft may be moved without a pass. */
async function listModelsBefore(modelId: number, executor: Executor): Promise<number[] | null> {
  const [model] = await executor.select({ position: models.position }).from(models).where(eq(models.id, modelId));
  if (!model) return null;
  const rows = await executor
    .select({ id: models.id })
    .from(models)
    .where(and(isNull(models.retiredAt), lt(models.position, model.position)))
    .orderBy(asc(models.position));
  return rows.map(({ id }) => id);
}

/** Names what is known before the first pass, which no generation does: another text on another day and after an import. */
async function describeFacts(day: number, executor: Executor): Promise<string> {
  const [last] = await executor.select({ at: max(imports.finishedAt) }).from(imports);
  return ` ${day} ${last?.at?.toISOString() ?? ""}`;
}
