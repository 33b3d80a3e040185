import { eq } from "drizzle-orm";
import type { Executor } from "#db/client.ts";
import { listAudience } from "#db/queries/alert-audience.ts";
import { generations } from "#db/schema/index.ts";
import { summarize } from "#lib/model/pass-summary.ts";
import { raiseAlert } from "./raise-alert.ts";
import { tellEndpoints } from "./tell-endpoints.ts";

type TellMassEffect = { readonly generationId: number; readonly at: Date };

/**
 * Tells in one summary what a pass did to the leads, once it has handed over who qualified. People are told nothing of
 * the very first scores, nor of a night or an import in which nobody newly qualified; endpoints of all that moved.
 */
export async function tellMassEffect({ generationId, at }: TellMassEffect, executor: Executor): Promise<void> {
  const [pass] = await executor
    .select({ cause: generations.cause, moves: generations.moves, qualified: generations.qualified })
    .from(generations)
    .where(eq(generations.id, generationId));
  if (!pass || pass.moves === null) return;
  const { cause, qualified } = pass;
  const { moved, moves } = summarize({ at, moves: pass.moves, qualified });
  const data = { cause, generationId, moved, qualified, moves: [...moves] };
  if (moved + qualified > 0) await tellEndpoints([{ type: "leads.moved", leadId: null, at, data }], executor);
  const isDecided = cause === "publish" || cause === "return" || cause === "models";
  if (qualified === 0 && !(isDecided && moved > 0)) return;
  const userIds = await listAudience({ kind: "mass_effect" }, executor);
  const facts = { cause, moved, qualified };
  await raiseAlert(
    { kind: "mass_effect", subject: `pass:${generationId}`, facts, userIds, leadId: null, at },
    executor,
  );
}
