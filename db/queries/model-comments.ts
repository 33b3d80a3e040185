import { asc, eq, type SQL } from "drizzle-orm";
import { alias } from "drizzle-orm/pg-core";
import { db, type Executor } from "#db/client.ts";
import { modelComments, modelVersions, users } from "#db/schema/index.ts";
import type { ModelComment } from "#lib/model/comment.ts";

const resolver = alias(users, "resolver");

/** What was said of a model's draft, oldest first. */
export async function listDraftComments(
  { modelId }: { readonly modelId: number },
  executor: Executor = db,
): Promise<ModelComment[]> {
  const rows = await selectComments(eq(modelComments.draftOf, modelId), executor);
  return rows.map(toComment);
}

/** What was said of each version of a model while it was a draft, by version id, oldest first. */
export async function listVersionComments(
  { modelId }: { readonly modelId: number },
  executor: Executor = db,
): Promise<Map<number, ModelComment[]>> {
  const rows = await selectComments(eq(modelVersions.modelId, modelId), executor);
  const byVersion = Map.groupBy(rows, ({ versionId }) => versionId ?? 0);
  return new Map([...byVersion].map(([versionId, own]) => [versionId, own.map(toComment)]));
}

type CommentRow = Awaited<ReturnType<typeof selectComments>>[number];

function selectComments(which: SQL, executor: Executor) {
  return executor
    .select({
      id: modelComments.id,
      versionId: modelComments.versionId,
      topic: modelComments.topic,
      body: modelComments.body,
      at: modelComments.createdAt,
      authorId: modelComments.authorId,
      author: users.name,
      resolvedAt: modelComments.resolvedAt,
      resolvedBy: resolver.name,
    })
    .from(modelComments)
    .leftJoin(modelVersions, eq(modelVersions.id, modelComments.versionId))
    .leftJoin(users, eq(users.id, modelComments.authorId))
    .leftJoin(resolver, eq(resolver.id, modelComments.resolvedBy))
    .where(which)
    .orderBy(asc(modelComments.id));
}

function toComment({ versionId: _, at, resolvedAt, ...row }: CommentRow): ModelComment {
  return { ...row, at: at.toISOString(), resolvedAt: resolvedAt?.toISOString() ?? null };
}
