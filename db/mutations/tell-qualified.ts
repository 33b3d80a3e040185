import type { Executor } from "#db/client.ts";
import { listAudience } from "#db/queries/alert-audience.ts";
import { renewAlerts } from "./raise-alert.ts";

export type TellQualified = {
  /** What work in batches did it. */
  readonly cause: "import" | "nurtured";
  /** When it began. */
  readonly since: Date;
  /** Leads that newly qualified by it so far. */
  readonly qualified: number;
  readonly at: Date;
};

/**
 * Tells in one summary, which grows as the work goes on, how many leads newly qualified by it; nothing when none did.
 * Each batch tells in its own transaction, so that one who is killed has told what was done.
 */
export async function tellQualified({ cause, since, qualified, at }: TellQualified, executor: Executor): Promise<void> {
  if (qualified === 0) return;
  const userIds = await listAudience({ kind: "mass_effect" }, executor);
  const facts = { cause, moved: null, qualified };
  const subject = `${cause}:${since.toISOString()}`;
  await renewAlerts([{ kind: "mass_effect", subject, facts, userIds, leadId: null, at }], executor);
}
