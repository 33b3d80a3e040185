import type { PreviewColumn } from "#lib/preview/base.ts";
import { pickRows } from "#lib/preview/pick-rows.ts";
import type { AgesWatch } from "#lib/preview/watch-ages.ts";
import type { AxisName } from "#lib/scoring/facts.ts";
import type { PastCase } from "./measure-cases.ts";

/** Cases as they come, made columns of. */
export class CaseRows {
  private readonly leadIds: number[] = [];
  private readonly places: number[] = [];
  private readonly won: number[] = [];
  private readonly withSales: number[] = [];
  private readonly adjusted: Readonly<Record<AxisName, number[]>> = { fit: [], engagement: [] };
  /** null where ages are taken in. */
  private readonly sums: readonly (number[] | null)[];
  private readonly watch: AgesWatch;

  constructor(watch: AgesWatch) {
    this.watch = watch;
    this.sums = watch.met.map((ages) => (ages ? null : []));
  }

  add({ leadId, place, isWon, isWithSales, adjusted, factorSums }: PastCase): void {
    this.leadIds.push(leadId);
    this.places.push(place);
    this.won.push(isWon ? 1 : 0);
    this.withSales.push(isWithSales ? 1 : 0);
    this.adjusted.fit.push(adjusted.fit);
    this.adjusted.engagement.push(adjusted.engagement);
    for (let place = 0; place < this.sums.length; place++) this.sums[place]?.push(factorSums[place] ?? 0);
  }

  /** `order`: by which the rows are sorted; null: as they came. */
  columns(keys: readonly string[], order: readonly number[] | null) {
    const rows = this.leadIds.map((_, row) => row);
    if (order !== null) rows.sort((one, other) => (order[one] ?? 0) - (order[other] ?? 0) || one - other);
    const sorted = (values: readonly number[]) => Int32Array.from(rows, (row) => values[row] ?? 0);
    const adjusted = (values: readonly number[]) => (values.some((each) => each !== 0) ? sorted(values) : null);
    return {
      leadIds: Uint32Array.from(rows, (row) => this.leadIds[row] ?? 0),
      places: sorted(this.places),
      won: sorted(this.won),
      withSales: sorted(this.withSales),
      adjusted: { fit: adjusted(this.adjusted.fit), engagement: adjusted(this.adjusted.engagement) },
      columns: new Map(keys.map((key, place) => [key, this.column(place, Int32Array.from(rows))] as const)),
    };
  }

  private column(place: number, rows: Int32Array): PreviewColumn {
    const numbers = Uint32Array.from(this.leadIds, (_, row) => row);
    return pickRows(this.watch.met[place]?.byRow(numbers) ?? Int32Array.from(this.sums[place] ?? []), rows);
  }
}
