import { eq } from "drizzle-orm";
import { db, type Executor } from "#db/client.ts";
import { holidays } from "#db/schema/index.ts";
import { formatEpochDay } from "#lib/time/local-day.ts";
import { recordAudit } from "./record-audit.ts";

type RemoveHoliday = { readonly day: number; readonly actorId: number; readonly at: Date };

/** Works on a day after all. One that is no holiday changes nothing. */
export async function removeHoliday({ day, actorId, at }: RemoveHoliday, executor: Executor = db): Promise<void> {
  await executor.transaction(async (tx) => {
    const [gone] = await tx.delete(holidays).where(eq(holidays.day, day)).returning({ name: holidays.name });
    if (!gone) return;
    const details = { day: formatEpochDay(day), name: gone.name };
    await recordAudit({ at, actorId, action: "holiday.removed", subject: "organisation", details }, tx);
  });
}
