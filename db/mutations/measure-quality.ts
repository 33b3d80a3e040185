import { isNotNull, ne, sql } from "drizzle-orm";
import { db, type Executor } from "#db/client.ts";
import { JUDGED_COLUMNS, judgedLeads } from "#db/queries/judged-leads.ts";
import { listLookalikes } from "#db/queries/lookalikes.ts";
import { readQualityBasis } from "#db/queries/quality-basis.ts";
import { qualityDays } from "#db/schema/index.ts";
import { type DuplicateGroup, findDuplicates } from "#lib/data-quality/duplicates.ts";
import { FAULTS, type Fault, type LeadsAlike, OLD_DAYS } from "#lib/data-quality/faults.ts";
import { type QualityFigures, qualityOf } from "#lib/data-quality/figures.ts";
import { MOST_TO_MEND, type ToMend } from "#lib/data-quality/report.ts";

/** Finds how good the data are and keeps it as the figures of the day; null before set-up. */
export async function measureQuality(
  { now }: { readonly now: () => Date },
  executor: Executor = db,
): Promise<QualityFigures | null> {
  const madeAt = now();
  const basis = await readQualityBasis({ at: madeAt }, executor);
  if (!basis) return null;
  const groups = findDuplicates(await listLookalikes({ leadIds: null }, executor));
  const duplicates = groups.flatMap(({ leadIds }) => leadIds);
  return executor.transaction(async (tx) => {
    // Judged once, read several times.
    await tx.execute(sql.raw(`create temporary table judged (${JUDGED_COLUMNS}) on commit drop`));
    await tx.execute(sql`insert into judged ${judgedLeads({ basis, duplicates, leadIds: null })}`);
    const alike = await readAlike(tx);
    const { required, bounces, today } = basis;
    const figures = qualityOf({ alike, required, groups, knowsBounces: bounces !== null });
    const toMend = await listToMend(groups, tx);
    const values = { madeAt, figures, toMend };
    await tx
      .insert(qualityDays)
      .values({ day: today, ...values })
      .onConflictDoUpdate({ target: qualityDays.day, set: values });
    await tx
      .update(qualityDays)
      .set({ toMend: null })
      .where(sql`${ne(qualityDays.day, today)} and ${isNotNull(qualityDays.toMend)}`);
    return figures;
  });
}

type AlikeRow = {
  readonly leads: number;
  readonly filled: string;
  readonly age_days: number;
  readonly has_email: boolean;
  readonly has_bounced: boolean;
  readonly is_duplicate: boolean;
  readonly has_score: boolean;
};

async function readAlike(executor: Executor): Promise<LeadsAlike[]> {
  const rows = await executor.execute<AlikeRow>(sql`
    select count(*)::int as leads, filled, age_days, has_email, has_bounced, is_duplicate, combined is not null as has_score
    from judged group by 2, 3, 4, 5, 6, 7`);
  return rows.map(({ leads, filled, age_days, has_email, has_bounced, is_duplicate, has_score }) => ({
    leads,
    filled: [...filled].map((bit) => bit === "1"),
    ageDays: age_days,
    hasEmail: has_email,
    hasBounced: has_bounced,
    isDuplicate: is_duplicate,
    hasScore: has_score,
  }));
}

const HAS: Readonly<Record<Fault, string>> = {
  missing: "filled like '%0%'",
  duplicate: "is_duplicate",
  old: `age_days >= ${OLD_DAYS}`,
  bounced: "has_bounced",
};

/** The first leads with each fault: what sales works first is mended first. */
async function listToMend(groups: readonly DuplicateGroup[], executor: Executor): Promise<ToMend> {
  const ids: Record<Fault, number[]> = { missing: [], duplicate: [], old: [], bounced: [] };
  for (const fault of FAULTS) {
    const rows = await executor.execute<{ lead_id: string }>(
      sql.raw(
        `select lead_id from judged where ${HAS[fault]} order by combined desc nulls last, lead_id limit ${MOST_TO_MEND}`,
      ),
    );
    ids[fault] = rows.map(({ lead_id }) => Number(lead_id));
  }
  const groupOf = new Map(groups.flatMap(({ leadIds }) => leadIds.map((leadId) => [leadId, leadIds] as const)));
  const persons = new Set(ids.duplicate.flatMap((leadId) => [groupOf.get(leadId) ?? []]));
  return { ...ids, duplicate: [...persons].map((leadIds) => [...leadIds]) };
}
