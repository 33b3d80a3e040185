import { bandOf, cellNames, combine, compileQualifies } from "#lib/scoring/bands.ts";
import { AXES, type AxisDefinition, type Definition } from "#lib/scoring/definition.ts";
import type { AxisName } from "#lib/scoring/facts.ts";
import { HIGHEST_SCORE } from "#lib/scoring/weigh.ts";
import { axisWeights } from "#lib/scoring/weights.ts";
import { AxisSums } from "./axis-sums.ts";
import type { PreviewBase, PreviewColumns } from "./base.ts";

const FIRST = { group: 0, criterion: 0 };

/** The scores of a base under a definition, by row. */
export class BaseScores {
  readonly base: PreviewBase;
  /** The number of the cell: its place in `cellNames`. */
  readonly cells: Uint8Array;
  /** 1 where the lead is handed to sales. */
  readonly qualifying: Uint8Array;
  /** Names of the cells by number, lowest fit and lowest engagement first. */
  cellNames: readonly string[] = [];
  private readonly axes: Readonly<Record<AxisName, AxisSums>>;
  private readonly bands: Readonly<Record<AxisName, Bands>> = { fit: new Bands(), engagement: new Bands() };
  private mix: Definition["mix"] = { fit: 0, engagement: 0 };
  private readonly mixed: Int32Array;
  private isMixed = true;
  private isBegun = false;

  constructor(base: PreviewBase) {
    const { size, adjusted } = base;
    this.base = base;
    this.axes = { fit: new AxisSums(size, adjusted.fit), engagement: new AxisSums(size, adjusted.engagement) };
    this.mixed = new Int32Array(size);
    this.cells = new Uint8Array(size);
    this.qualifying = new Uint8Array(size);
  }

  /** In centipoints, as the axes and `combined`. */
  get fit(): Int32Array {
    return this.axes.fit.scores;
  }

  get engagement(): Int32Array {
    return this.axes.engagement.scores;
  }

  /** Made when it is asked for: most steps of a hand are seen without. */
  get combined(): Int32Array {
    if (!this.isMixed) {
      const { fit, engagement, mix, mixed } = this;
      for (let row = 0; row < mixed.length; row++)
        mixed[row] = combine(mix, { fit: fit[row] ?? 0, engagement: engagement[row] ?? 0 });
      this.isMixed = true;
    }
    return this.mixed;
  }

  /** Begins with what was weighed of the same base already; without a difference once these have been weighed themselves. */
  begin(from: BaseScores): void {
    if (this.isBegun) return;
    for (const axis of AXES) this.axes[axis].begin(from.axes[axis]);
    this.isBegun = true;
  }

  /** Weighs all rows. What was not measured yet counts as nothing. */
  weigh(definition: Definition, columns: PreviewColumns): void {
    const work = this.weighInSteps(definition, columns);
    while (work.next().done !== true);
  }

  /** As `weigh`, a criterion at a time; the scores hold once all is done. */
  *weighInSteps(definition: Definition, columns: PreviewColumns): Generator<void, void> {
    this.isBegun = true;
    for (const axis of AXES) yield* this.axes[axis].weigh(axisWeights(definition.axes[axis], FIRST).groups, columns);
    this.mix = definition.mix;
    this.isMixed = false;
    this.place(definition);
  }

  private place({ axes, qualifies }: Definition): void {
    const { fit, engagement, cells, qualifying } = this;
    const fitBands = this.bands.fit.byScore(axes.fit);
    const engagementBands = this.bands.engagement.byScore(axes.engagement);
    const columns = axes.engagement.thresholds.length + 1;
    this.cellNames = cellNames(axes).flat();
    for (let row = 0; row < cells.length; row++)
      cells[row] = (fitBands[fit[row] ?? 0] ?? 0) * columns + (engagementBands[engagement[row] ?? 0] ?? 0);
    const isHandedOver = compileQualifies(qualifies);
    if ("cells" in qualifies) {
      const byCell = Uint8Array.from(this.cellNames, (cell) => Number(isHandedOver(cell, 0)));
      for (let row = 0; row < cells.length; row++) qualifying[row] = byCell[cells[row] ?? 0] ?? 0;
    } else {
      const { combined } = this;
      for (let row = 0; row < cells.length; row++) qualifying[row] = Number(isHandedOver("", combined[row] ?? 0));
    }
  }
}

/** The band of every score there is: fewer than there are leads. */
class Bands {
  private readonly bands = new Uint8Array(HIGHEST_SCORE + 1);
  private thresholds: readonly number[] | null = null;

  byScore({ thresholds }: Pick<AxisDefinition, "thresholds">): Uint8Array {
    if (thresholds === this.thresholds) return this.bands;
    this.thresholds = thresholds;
    const opened = axisWeights({ groups: [], thresholds }, FIRST).thresholds;
    for (let score = 0; score <= HIGHEST_SCORE; score++) this.bands[score] = bandOf(score, opened);
    return this.bands;
  }
}
