import { db, type Executor } from "#db/client.ts";
import type { Viewer } from "#lib/access/roles.ts";
import { findDuplicates } from "#lib/data-quality/duplicates.ts";
import { type Fault, OLD_DAYS } from "#lib/data-quality/faults.ts";
import type { LeadToMend, MendList } from "#lib/data-quality/mend-list.ts";
import type { ToMend } from "#lib/data-quality/report.ts";
import { judgedLeads } from "./judged-leads.ts";
import { listLookalikes } from "./lookalikes.ts";
import { listNamedLeads } from "./named-leads.ts";
import type { QualityBasis } from "./quality-basis.ts";

type Query = {
  readonly viewer: Viewer;
  readonly basis: QualityBasis;
  readonly toMend: ToMend;
  readonly fault: Fault;
  readonly limit: number;
};

/** The leads of a measurement that still have a fault, with what is wrong; who was mended since is left out. */
export async function listLeadsToMend(
  { viewer, basis, toMend, fault, limit }: Query,
  executor: Executor = db,
): Promise<MendList> {
  const found = fault === "duplicate" ? toMend.duplicate : toMend[fault].map((leadId) => [leadId]);
  const asked = found.flat();
  const groups = fault === "duplicate" ? findDuplicates(await listLookalikes({ leadIds: asked }, executor)) : [];
  const duplicates = groups.flatMap(({ leadIds }) => leadIds);
  const judged = new Map(
    (await executor.execute<JudgedRow>(judgedLeads({ basis, duplicates, leadIds: asked }))).map((row) => [
      Number(row.lead_id),
      row,
    ]),
  );
  const groupOf = new Map(groups.flatMap(({ leadIds }) => leadIds.map((leadId) => [leadId, leadIds] as const)));
  const faulty = [...new Set(asked.flatMap(firstOf))];
  const shown = await listNamedLeads({ viewer, leadIds: faulty.slice(0, limit), limit }, executor);
  return {
    leads: shown.map(({ leadId, name, company }) => ({ leadId, name, company, ...detailsOf(leadId) })),
    mended: found.length - faulty.length,
  };

  /** Who a row of the list is about; of one person's records the one with the highest score. */
  function firstOf(leadId: number): number[] {
    const row = judged.get(leadId);
    if (fault !== "duplicate") return row && HAS[fault](row) ? [leadId] : [];
    const best = [...(groupOf.get(leadId) ?? [])].sort((one, other) => scoreOf(other) - scoreOf(one) || one - other);
    return best.slice(0, 1);
  }

  function scoreOf(leadId: number): number {
    return judged.get(leadId)?.combined ?? -1;
  }

  function detailsOf(leadId: number): Omit<LeadToMend, "leadId" | "name" | "company"> {
    const row = judged.get(leadId);
    return {
      combined: row?.combined ?? null,
      missing: basis.required.filter((_, place) => row?.filled[place] === "0"),
      ageDays: row?.age_days ?? 0,
      others: (groupOf.get(leadId) ?? []).filter((other) => other !== leadId),
    };
  }
}

type JudgedRow = {
  readonly lead_id: string;
  readonly filled: string;
  readonly age_days: number;
  readonly has_bounced: boolean;
  readonly combined: number | null;
};

const HAS: Readonly<Record<Exclude<Fault, "duplicate">, (row: JudgedRow) => boolean>> = {
  missing: ({ filled }) => filled.includes("0"),
  old: ({ age_days }) => age_days >= OLD_DAYS,
  bounced: ({ has_bounced }) => has_bounced,
};
