import { db, type Executor } from "#db/client.ts";
import { listAtWork } from "#db/queries/attendance.ts";
import { areListsMade, readDayAhead } from "#db/queries/digest-figures.ts";
import { type DigestReader, listDigestReaders } from "#db/queries/digest-readers.ts";
import { countLate } from "#db/queries/late-clocks.ts";
import { findOrganisation } from "#db/queries/organisation.ts";
import { findWorkingTime } from "#db/queries/working-time.ts";
import { isDigestDue, workingDayBefore } from "#lib/alerts/digest.ts";
import { formatEpochDay, localDay, startOfDay } from "#lib/time/local-day.ts";
import { localMinute } from "#lib/time/local-minute.ts";
import { isWorkingDay } from "#lib/working-time/working-time.ts";
import { raiseAlerts } from "./raise-alert.ts";

/**
 * Raises the digests that are due: of their own day for reps who are at work, of the team's for who leads it, as soon as
 * the lists that they tell of are there. Once a day for each. Gives how many.
 */
export async function raiseDigests({ at }: { readonly at: Date }, executor: Executor = db): Promise<number> {
  if (!(await findOrganisation(executor))) return 0;
  const workingTime = await findWorkingTime(executor);
  const { timeZone } = workingTime;
  const day = localDay(at.getTime(), timeZone);
  if (!isWorkingDay(day, workingTime)) return 0;
  const minute = localMinute(at.getTime(), timeZone);
  const subject = `day:${formatEpochDay(day)}`;
  const atWork = await listAtWork({ day }, executor);
  const readers = await listDigestReaders({ day, subject }, executor);
  const hasAll = await areListsMade({ day, userIds: atWork }, executor);
  const due = readers.filter(({ userId, role, digestAt, hasList }) => {
    const isRep = role === "rep";
    return (
      (!isRep || atWork.includes(userId)) && isDigestDue({ minute, digestAt, lacksList: !(isRep ? hasList : hasAll) })
    );
  });
  if (due.length === 0) return 0;
  const ahead = await readDayAhead({ day }, executor);
  const from = startOfDay(workingDayBefore(day, workingTime), timeZone);
  const breached = await countLate({ from, to: startOfDay(day, timeZone) }, executor);
  const digest = { kind: "digest", subject, leadId: null, at } as const;
  const told = due.map((reader) => ({ ...digest, facts: factsFor(reader), userIds: [reader.userId] }));
  await raiseAlerts(told, executor);
  return due.length;

  function factsFor({ userId, role }: DigestReader) {
    const own = role === "rep" ? [ahead.get(userId)] : [...ahead.values()];
    const total = (figure: "calls" | "followUps" | "clocks") =>
      own.reduce((sum, figures) => sum + (figures?.[figure] ?? 0), 0);
    const figures = { calls: total("calls"), followUps: total("followUps"), clocks: total("clocks") };
    return { ...figures, breached: role === "rep" ? null : breached };
  }
}
