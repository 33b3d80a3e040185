import { db, type Executor } from "#db/client.ts";
import { holidays } from "#db/schema/index.ts";
import { formatEpochDay } from "#lib/time/local-day.ts";
import { recordAudit } from "./record-audit.ts";

type AddHoliday = {
  readonly day: number;
  readonly name: string;
  readonly actorId: number;
  readonly at: Date;
};

/** Closes the organisation on a day; a day that it is closed on already takes the new name. */
export async function addHoliday({ day, name, actorId, at }: AddHoliday, executor: Executor = db): Promise<void> {
  await executor.transaction(async (tx) => {
    await tx.insert(holidays).values({ day, name }).onConflictDoUpdate({ target: holidays.day, set: { name } });
    const details = { day: formatEpochDay(day), name };
    await recordAudit({ at, actorId, action: "holiday.added", subject: "organisation", details }, tx);
  });
}
