import { db, type Executor } from "#db/client.ts";
import { organisation } from "#db/schema/index.ts";
import { formatHours } from "#lib/working-time/hours-text.ts";
import { weekSchema } from "#lib/working-time/week.ts";
import type { Week } from "#lib/working-time/working-time.ts";
import { recordAudit } from "./record-audit.ts";

type SetWorkingWeek = { readonly week: Week; readonly actorId: number; readonly at: Date };

/** Says when the organisation works from now on. Clocks that run keep the due time they were given. */
export async function setWorkingWeek({ week, actorId, at }: SetWorkingWeek, executor: Executor = db): Promise<void> {
  await executor.transaction(async (tx) => {
    const [before] = await tx.select({ week: organisation.workingWeek }).from(organisation).for("update");
    const from = weekSchema.parse(before?.week).map(formatHours);
    const to = week.map(formatHours);
    if (from.join("|") === to.join("|")) return;
    await tx.update(organisation).set({ workingWeek: week });
    const action = "organisation.hours_changed";
    await recordAudit({ at, actorId, action, subject: "organisation", details: { from, to } }, tx);
  });
}
