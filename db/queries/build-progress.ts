import { desc, inArray } from "drizzle-orm";
import { db, type Executor } from "#db/client.ts";
import { generations } from "#db/schema/index.ts";
import type { GenerationCause } from "#db/schema/scores.ts";
import { findCurrentGeneration } from "./current-generation.ts";
import { planGeneration, reasonToBuild } from "./generation-plan.ts";

/** How far the newest published versions are from being in force. */
export type BuildProgress =
  | { readonly state: "in_force" }
  /** In force, while what follows from that is being done: who moved is written down, who qualifies handed over. */
  | { readonly state: "settling" }
  /** Published, its pass not begun. */
  | { readonly state: "waiting" }
  /** Its last pass did not come to an end; the worker tries again. */
  | { readonly state: "failed" }
  | {
      readonly state: "building";
      readonly cause: GenerationCause;
      readonly startedAt: Date;
      readonly leadsDone: number;
      /** null until it was counted. */
      readonly leadsTotal: number | null;
    };

export async function readBuildProgress(executor: Executor = db): Promise<BuildProgress> {
  const [newest] = await executor
    .select({
      status: generations.status,
      cause: generations.cause,
      startedAt: generations.createdAt,
      leadsDone: generations.leadsDone,
      leadsTotal: generations.leadsTotal,
      concludedAt: generations.concludedAt,
    })
    .from(generations)
    .where(inArray(generations.status, ["building", "current", "failed"]))
    .orderBy(desc(generations.id))
    .limit(1);
  if (newest?.status === "building") {
    const { cause, startedAt, leadsDone, leadsTotal } = newest;
    return { state: "building", cause, startedAt, leadsDone, leadsTotal };
  }
  const current = await findCurrentGeneration(executor);
  const plan = await planGeneration({ day: current?.day ?? 0 }, executor);
  if (!plan || !reasonToBuild(plan, current)) {
    const isSettling = newest?.status === "current" && newest.concludedAt === null;
    return { state: isSettling ? "settling" : "in_force" };
  }
  return { state: newest?.status === "failed" ? "failed" : "waiting" };
}
