import { bandOf, cellNames, combine, compileQualifies } from "#lib/scoring/bands.ts";
import { AXES, type AxisDefinition, type Definition } from "#lib/scoring/definition.ts";
import type { AxisName } from "#lib/scoring/facts.ts";
import { SILENT } from "#lib/scoring/sink.ts";
import { HIGHEST_SCORE, holdWithinGroup, holdWithinScore, weighCriterion } from "#lib/scoring/weigh.ts";
import { axisWeights, type CriterionWeight, type GroupWeights } from "#lib/scoring/weights.ts";
import type { PreviewBase, PreviewColumn, PreviewColumns } from "./base.ts";
import { factorSumsOf } from "./factor-sums.ts";
import { fades, measureKey, measureNumber } from "./measure.ts";

const FIRST = { group: 0, criterion: 0 };

/**
 * The scores of a base under a definition, by row. A hand changes one thing at a time, so only what rests on it is
 * worked out again: the sum of its group, the axes, the cells.
 */
export class BaseScores {
  readonly base: PreviewBase;
  /** Scores in centipoints. */
  readonly fit: Int32Array;
  readonly engagement: Int32Array;
  readonly combined: Int32Array;
  /** The number of the cell: its place in `cellNames`. */
  readonly cells: Uint8Array;
  /** 1 where the lead is handed to sales. */
  readonly qualifying: Uint8Array;
  /** Names of the cells by number, lowest fit and lowest engagement first. */
  cellNames: readonly string[] = [];
  /** What criteria bring and what groups sum up to, in centipoints, by all that decides them. */
  private readonly brought = new Kept((size) => new Int32Array(size));
  /** As large as floating-point numbers are exact: a sum has no bound but its cap. */
  private readonly sums = new Kept((size) => new Float64Array(size));
  /** What ages come to under a half-life, until it is weighed. */
  private readonly faded: Int32Array;
  /** What decides the sums of each axis; null before the first. */
  private readonly axes: Record<AxisName, string | null> = { fit: null, engagement: null };

  constructor(base: PreviewBase) {
    this.base = base;
    this.fit = new Int32Array(base.size);
    this.engagement = new Int32Array(base.size);
    this.combined = new Int32Array(base.size);
    this.faded = new Int32Array(base.size);
    this.cells = new Uint8Array(base.size);
    this.qualifying = new Uint8Array(base.size);
  }

  /** Weighs all rows. What was not measured yet counts as nothing. */
  weigh(definition: Definition, columns: PreviewColumns): void {
    for (const axis of AXES) this.sumAxis(axis, definition.axes[axis], columns);
    this.brought.forget();
    this.sums.forget();
    this.place(definition);
  }

  private sumAxis(axis: AxisName, definition: AxisDefinition, columns: PreviewColumns): void {
    const groups = axisWeights(definition, FIRST).groups.map((group) => this.sumGroup(group, columns));
    const key = groups.map((group) => group.key).join("\n");
    if (key === this.axes[axis]) return;
    this.axes[axis] = key;
    addUp(
      groups.map(({ sums }) => sums),
      this.base.adjusted[axis],
      this[axis],
    );
  }

  private sumGroup(group: GroupWeights, columns: PreviewColumns) {
    const measured = group.criteria.flatMap((weight) => {
      const column = columns.get(measureKey(weight.criterion));
      return column ? [{ weight, column, key: keyOf(weight) }] : [];
    });
    const key = [group.floor, group.cap, ...measured.map((each) => each.key)].join(" ");
    const { size } = this.base;
    const sums = this.sums.get(key, size, (made) => {
      const parts = measured.map(({ weight, column, key }) =>
        this.brought.get(key, size, (kept) => this.weighColumn(weight, column, kept)),
      );
      addGroup(group, parts, made);
    });
    return { key, sums };
  }

  private weighColumn(weight: CriterionWeight, column: PreviewColumn, brought: Int32Array): void {
    const factorSums = factorSumsOf(weight.criterion, column, this.faded);
    for (let row = 0; row < brought.length; row++) brought[row] = weighCriterion(weight, factorSums[row] ?? 0, SILENT);
  }

  private place({ axes, mix, qualifies }: Definition): void {
    const { fit, engagement, combined, cells, qualifying } = this;
    const fitBands = bandsByScore(axes.fit);
    const engagementBands = bandsByScore(axes.engagement);
    const columns = axes.engagement.thresholds.length + 1;
    this.cellNames = cellNames(axes).flat();
    const isHandedOver = compileQualifies(qualifies);
    const byCell =
      "cells" in qualifies ? Uint8Array.from(this.cellNames, (cell) => Number(isHandedOver(cell, 0))) : null;
    for (let row = 0; row < this.base.size; row++) {
      const scores = { fit: fit[row] ?? 0, engagement: engagement[row] ?? 0 };
      const score = combine(mix, scores);
      const cell = (fitBands[scores.fit] ?? 0) * columns + (engagementBands[scores.engagement] ?? 0);
      combined[row] = score;
      cells[row] = cell;
      qualifying[row] = byCell === null ? Number(isHandedOver("", score)) : (byCell[cell] ?? 0);
    }
  }
}

/** The band of every score there is: fewer than there are leads. */
function bandsByScore({ thresholds }: AxisDefinition): Uint8Array {
  const opened = axisWeights({ groups: [], thresholds }, FIRST).thresholds;
  return Uint8Array.from({ length: HIGHEST_SCORE + 1 }, (_, score) => bandOf(score, opened));
}

/** What decides what a criterion brings. */
function keyOf({ criterion, centiPerMatch, maximum }: CriterionWeight): string {
  return `${centiPerMatch} ${maximum} ${measureNumber(criterion)} ${fades(criterion) ? criterion.halfLifeDays : ""}`;
}

function addGroup(group: GroupWeights, parts: readonly Int32Array[], sums: Float64Array): void {
  sums.fill(0);
  for (const part of parts) for (let row = 0; row < sums.length; row++) sums[row] = (sums[row] ?? 0) + (part[row] ?? 0);
  for (let row = 0; row < sums.length; row++) sums[row] = holdWithinGroup(group, sums[row] ?? 0);
}

function addUp(groups: readonly Float64Array[], adjusted: Int32Array | null, scores: Int32Array): void {
  for (let row = 0; row < scores.length; row++) {
    let sum = adjusted?.[row] ?? 0;
    for (let place = 0; place < groups.length; place++) sum += groups[place]?.[row] ?? 0;
    scores[row] = holdWithinScore(sum);
  }
}

/** Columns by what they were made of: those that were asked for since the last `forget`. Their memory is used again. */
class Kept<Column extends Int32Array | Float64Array> {
  private readonly make: (size: number) => Column;
  private before = new Map<string, Column>();
  private now = new Map<string, Column>();
  private readonly spare: Column[] = [];

  constructor(make: (size: number) => Column) {
    this.make = make;
  }

  get(key: string, size: number, fill: (column: Column) => void): Column {
    let column = this.now.get(key) ?? this.before.get(key);
    if (column === undefined) {
      column = this.spare.pop() ?? this.make(size);
      fill(column);
    }
    this.now.set(key, column);
    return column;
  }

  forget(): void {
    for (const [key, column] of this.before) if (!this.now.has(key)) this.spare.push(column);
    this.before = this.now;
    this.now = new Map();
  }
}
