import { and, eq, isNull } from "drizzle-orm";
import { db, type Executor } from "#db/client.ts";
import { flags } from "#db/schema/index.ts";
import { ok, type Result, refuse } from "#lib/result.ts";
import { recordAudit } from "./record-audit.ts";

type RetireFlag = { readonly name: string; readonly actorId: number; readonly at: Date };

/** Takes a flag out of use: leads that have it keep it, and it counts on. */
export async function retireFlag({ name, actorId, at }: RetireFlag, executor: Executor = db): Promise<Result<null>> {
  return executor.transaction(async (tx) => {
    const retired = await tx
      .update(flags)
      .set({ retiredAt: at })
      .where(and(eq(flags.name, name), isNull(flags.retiredAt)))
      .returning({ name: flags.name });
    if (retired.length === 0) return refuse("not_found");
    await recordAudit({ at, actorId, action: "flag.retired", subject: `flag:${name}` }, tx);
    return ok(null);
  });
}
