import { and, asc, eq, inArray, isNotNull } from "drizzle-orm";
import { db, type Executor } from "#db/client.ts";
import { generations, organisation } from "#db/schema/index.ts";
import type { GenerationCause } from "#db/schema/scores.ts";
import { type PassSummary, summarize } from "#lib/model/pass-summary.ts";

/**
 * What putting each version in force did to the leads, by version id. Absent for the first version
 * ever, which had no scores before it, and until it is written down.
 */
export async function readVersionSummaries(executor: Executor = db): Promise<Map<number, PassSummary>> {
  const rows = await executor
    .select({
      versionIds: generations.versionIds,
      at: generations.switchedAt,
      moves: generations.moves,
      qualified: generations.qualified,
    })
    .from(generations)
    .where(and(inArray(generations.status, ["current", "retired"]), inArray(generations.cause, ["publish", "return"])))
    .orderBy(asc(generations.id));
  const summaries = new Map<number, PassSummary | null>();
  for (const { versionIds, at, moves, qualified } of rows)
    for (const versionId of versionIds.filter((id) => !summaries.has(id)))
      summaries.set(versionId, at && moves !== null ? summarize({ at, moves, qualified }) : null);
  return new Map([...summaries].flatMap(([id, summary]) => (summary ? [[id, summary] as const] : [])));
}

export type LastPass = PassSummary & { readonly cause: Exclude<GenerationCause, "publish" | "return"> };

/** What the pass whose scores are in force did, when it was not for a version; null otherwise. */
export async function readLastPass(executor: Executor = db): Promise<LastPass | null> {
  const [row] = await executor
    .select({
      cause: generations.cause,
      at: generations.switchedAt,
      moves: generations.moves,
      qualified: generations.qualified,
    })
    .from(organisation)
    .innerJoin(generations, eq(generations.id, organisation.currentGenerationId))
    .where(isNotNull(generations.moves));
  if (!row?.at || row.cause === "publish" || row.cause === "return") return null;
  return { ...summarize({ at: row.at, moves: row.moves, qualified: row.qualified }), cause: row.cause };
}
