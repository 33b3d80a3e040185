import { type Store, store } from "#db/client.ts";
import { listDigestReaders } from "#db/queries/digest-readers.ts";
import { readMonthReport } from "#db/queries/month-report.ts";
import { findOrganisation } from "#db/queries/organisation.ts";
import { findWorkingTime } from "#db/queries/working-time.ts";
import { isDigestDue, isMonthMorning } from "#lib/alerts/digest.ts";
import { monthOfDay, startOfMonth } from "#lib/performance/month.ts";
import { localDay } from "#lib/time/local-day.ts";
import { localMinute } from "#lib/time/local-minute.ts";
import { raiseAlert } from "./raise-alert.ts";

/**
 * Tells who manages of the month that is over, on the first working morning of the next at the time of their digest,
 * once each; whom nobody could tell then on one of the mornings after it. Gives how many.
 */
export async function raiseMonthReports({ at }: { readonly at: Date }, target: Store = store): Promise<number> {
  const { db } = target;
  if (!(await findOrganisation(db))) return 0;
  const workingTime = await findWorkingTime(db);
  const day = localDay(at.getTime(), workingTime.timeZone);
  if (!isMonthMorning(day, workingTime)) return 0;
  const minute = localMinute(at.getTime(), workingTime.timeZone);
  const subject = `month:${monthOfDay(startOfMonth(day, 1))}`;
  const readers = await listDigestReaders({ kind: "month", day, subject }, db);
  const due = readers.filter(({ digestAt }) => isDigestDue({ minute, digestAt, lacksList: false }));
  const facts = due.length === 0 ? null : await readMonthReport({ at }, target);
  if (!facts) return 0;
  await raiseAlert({ kind: "month", subject, leadId: null, at, facts, userIds: due.map(({ userId }) => userId) }, db);
  return due.length;
}
