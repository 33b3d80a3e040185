import { and, count, eq, gte, isNull } from "drizzle-orm";
import type { Executor } from "#db/client.ts";
import { listAudience } from "#db/queries/alert-audience.ts";
import { stageChanges } from "#db/schema/index.ts";
import { raiseAlert } from "./raise-alert.ts";

type TellImportEffect = {
  /** When the scoring of what it brought began. */
  readonly since: Date;
  readonly at: Date;
};

/** Tells in one summary how many leads newly qualified by an import that needed no pass of its own; nothing when none did. */
export async function tellImportEffect({ since, at }: TellImportEffect, executor: Executor): Promise<void> {
  const [row] = await executor
    .select({ qualified: count() })
    .from(stageChanges)
    .where(
      and(
        gte(stageChanges.at, since),
        eq(stageChanges.cause, "import"),
        eq(stageChanges.toStage, "marketing_qualified"),
        isNull(stageChanges.undoneAt),
      ),
    );
  const qualified = row?.qualified ?? 0;
  if (qualified === 0) return;
  const userIds = await listAudience({ kind: "mass_effect" }, executor);
  const facts = { cause: "import", moved: null, qualified } as const;
  const subject = `import:${since.toISOString()}`;
  await raiseAlert({ kind: "mass_effect", subject, facts, userIds, leadId: null, at }, executor);
}
