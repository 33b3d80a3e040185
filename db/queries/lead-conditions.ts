import { and, eq, inArray, isNull, type SQL, type SQLWrapper, sql } from "drizzle-orm";
import { leadScores, leads, ranked, scoreInCell } from "#db/schema/index.ts";
import type { LeadFilter } from "#lib/leads/filter.ts";
import type { LeadSort } from "#lib/leads/list.ts";
import { OPEN_STAGES } from "#lib/lifecycle/constants.ts";
import { cellsOf, type MatrixBand } from "#lib/matrix/bands.ts";
import { toCentipoints } from "#lib/scoring/contribution.ts";
import type { Definition } from "#lib/scoring/definition.ts";
import { HIGHEST_SCORE } from "#lib/scoring/weigh.ts";

/** The predicate on `leads` that a filter stands for; undefined for every lead. */
export function matching({ country, source, owner, stage }: LeadFilter): SQL | undefined {
  return and(
    ofText(leads.country, country),
    ofText(leads.source, source),
    ownedBy(owner),
    stage === "any" ? undefined : stage === "open" ? isOpen() : eq(leads.stage, stage),
  );
}

/** Whose a lead is; null: whoever's. */
export function ownedBy(owner: LeadFilter["owner"]): SQL | undefined {
  if (owner === null) return undefined;
  return owner === "none" ? isNull(leads.ownerId) : eq(leads.ownerId, owner);
}

export function isOpen(): SQL {
  return inArray(leads.stage, [...OPEN_STAGES]);
}

/** The scores of a table or of its alias. */
export type ScoreColumns = { readonly cell: SQLWrapper; readonly combined: SQLWrapper; readonly leadId: SQLWrapper };

/** That a score lies in a cell, asked as `lead_scores_cell_combined_idx` knows it. */
export function inCell(cell: string, { combined, leadId, ...score }: ScoreColumns = leadScores): SQL {
  const end = (centipoints: number) => scoreInCell(sql`${cell}::text`, sql`${centipoints}::integer`);
  return between({ score: scoreInCell(score.cell, combined), leadId }, end(0), end(HIGHEST_SCORE));
}

/**
 * That the score an order goes by lies in the band of a cell, which `inCell` says as well: so the
 * walk begins where the cell does. Of several models with that cell, in the band of any.
 */
export function inBandsOf(
  { cell, sort }: { readonly cell: string | null; readonly sort: LeadSort },
  models: readonly { readonly definition: Definition }[],
): SQL | undefined {
  if (cell === null || (sort !== "fit" && sort !== "engagement")) return undefined;
  const bands = models.flatMap(({ definition }) => cellsOf(definition).filter((each) => each.cell === cell));
  return bands.length === 0
    ? undefined
    : inBands(
        leadScores[sort],
        bands.map((each) => each[sort]),
      );
}

/** The upper end is a score too: it is the best band's, and elsewhere too wide by one score. */
function inBands(score: SQLWrapper, bands: readonly MatrixBand[]): SQL {
  const from = Math.min(...bands.map((band) => toCentipoints(band.from)));
  const to = Math.max(...bands.map((band) => toCentipoints(band.to)));
  return between({ score, leadId: leadScores.leadId }, sql`${from}::integer`, sql`${to}::integer`);
}

/** Both ends are scores that lie in it. */
function between({ score, leadId }: { score: SQLWrapper; leadId: SQLWrapper }, from: SQL, to: SQL): SQL {
  const rank = ranked(score, leadId);
  return sql`(${rank} >= ${from}::bigint << 32 and ${rank} < (${to} + 1)::bigint << 32)`;
}

function ofText(column: typeof leads.country | typeof leads.source, value: string | null): SQL | undefined {
  if (value === null) return undefined;
  return value === "" ? isNull(column) : eq(column, value);
}
