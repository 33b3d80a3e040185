import { desc, sql } from "drizzle-orm";
import { db, type Executor } from "#db/client.ts";
import { qualityDays } from "#db/schema/index.ts";
import { figuresSchema, type KeptQuality, toMendSchema } from "#lib/data-quality/report.ts";
import { formatEpochDay, localDay } from "#lib/time/local-day.ts";
import { findOrganisation } from "./organisation.ts";

const MOST_DAYS = 366;

/** null before the first, and after a release that says it otherwise, until the next is made. */
export async function findQuality(executor: Executor = db): Promise<KeptQuality | null> {
  const rows = await executor.select().from(qualityDays).orderBy(desc(qualityDays.day)).limit(MOST_DAYS);
  // A clock that was put right, or another zone, may have left days that are still to come.
  const newest = rows.find(({ toMend }) => toMend !== null);
  const toMend = toMendSchema.safeParse(newest?.toMend);
  const days = rows.flatMap(({ day, figures }) => {
    const read = figuresSchema.safeParse(figures);
    return read.success && newest && day <= newest.day ? [{ day, figures: read.data }] : [];
  });
  const [first, ...others] = days;
  if (!newest || !toMend.success || first?.day !== newest.day) return null;
  return { madeAt: newest.madeAt, toMend: toMend.data, days: [first, ...others] };
}

/** Whether nothing was measured today, or something came since that decides it: an import, other scores, other wishes. */
export async function isQualityDue({ at }: { readonly at: Date }, executor: Executor = db): Promise<boolean> {
  const organisation = await findOrganisation(executor);
  if (!organisation) return false;
  const today = formatEpochDay(localDay(at.getTime(), organisation.timeZone));
  const rows = await executor.execute(sql`
    select from quality_days kept
    where kept.day = ${today}::date
      and not exists (select from imports where imports.finished_at > kept.made_at)
      and not exists (select from quality_settings where quality_settings.set_at > kept.made_at)
      and not exists (
        select from organisation join generations on generations.id = organisation.current_generation_id
        where generations.switched_at > kept.made_at)`);
  return rows.length === 0;
}
