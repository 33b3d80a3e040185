import { extentOf, isEnough, knownRows } from "#lib/backtest/cases.ts";
import type { CriterionNotes, Rejections } from "#lib/backtest/criterion-notes.ts";
import { type Evidence, evidenceOf } from "#lib/backtest/evidence.ts";
import type { SnapshotDay } from "#lib/backtest/snapshot-days.ts";
import { criteriaOf } from "#lib/model/criteria.ts";
import type { PreviewColumns } from "#lib/preview/base.ts";
import { matchedRows } from "#lib/preview/matched-rows.ts";
import { measureKey } from "#lib/preview/measure.ts";
import type { Definition, Label } from "#lib/scoring/definition.ts";

/** What a criterion tells of who is won, and why sales gave back the leads that it matched. */
export type CriterionWorth = Evidence & {
  readonly key: string;
  readonly label: Label;
  readonly points: number;
  readonly rejections: Rejections;
};

/** The criteria of a model in force, held against the past. */
export type ModelWorth = {
  readonly modelId: number;
  readonly versionId: number;
  /** Whether there are leads enough to say anything. */
  readonly isEnough: boolean;
  readonly criteria: readonly CriterionWorth[];
  /** Of all leads that were looked at. */
  readonly rejections: Rejections;
};

type Measured = {
  readonly leadIds: Uint32Array;
  readonly places: Int32Array;
  readonly won: Int32Array;
  readonly withSales: Int32Array;
  readonly columns: PreviewColumns;
  readonly notes: ReadonlyMap<string, CriterionNotes>;
  readonly span: { readonly days: readonly SnapshotDay[]; readonly rejections: Rejections };
};

type Of = { readonly modelId: number; readonly versionId: number; readonly definition: Definition };

export function worthOfCriteria({ modelId, versionId, definition }: Of, measured: Measured): ModelWorth {
  const { columns, notes, span, ...rest } = measured;
  const cases = { ...rest, days: span.days };
  const known = knownRows(cases);
  const criteria = criteriaOf(definition).flatMap((criterion) => {
    const column = columns.get(measureKey(criterion));
    if (!column) return [];
    const { key, label, points } = criterion;
    const rejections = notes.get(measureKey(criterion))?.rejections ?? {};
    return { key, label, points, rejections, ...evidenceOf(matchedRows(column), cases, known) };
  });
  return { modelId, versionId, isEnough: isEnough(extentOf(cases, known)), criteria, rejections: span.rejections };
}
