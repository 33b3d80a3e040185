import { SILENT } from "#lib/scoring/sink.ts";
import { holdWithinGroup, holdWithinScore, weighCriterion } from "#lib/scoring/weigh.ts";
import type { CriterionWeight, GroupWeights } from "#lib/scoring/weights.ts";
import type { PreviewColumns } from "./base.ts";
import { FactorSums } from "./factor-sums.ts";
import { fades, measureKey, measureNumber } from "./measure.ts";
import { SharedRows } from "./shared-rows.ts";

/** What a criterion brings, in centipoints, and all that decides it; "" before anything did. */
type Part = { key: string; readonly brought: SharedRows<Int32Array<ArrayBuffer>> };

/** Sums in floating point: they have no bound but a group's cap, and are exact as far as whole numbers are. */
type Group = { readonly parts: Part[]; limits: string; readonly sums: Sums; readonly held: Sums };
type Sums = SharedRows<Float64Array<ArrayBuffer>>;

const NOTHING = "";

/**
 * The scores of one axis by row, from one definition to the next: a hand changes one thing at a time, so only the
 * difference that it makes is added, in rows where it makes one.
 */
export class AxisSums {
  /** In centipoints. */
  readonly scores: Int32Array;
  private readonly sums: Float64Array;
  private readonly factorSums: FactorSums;
  private readonly groups: Group[] = [];

  /** `adjusted`: by row, in centipoints; null for nobody. */
  constructor(size: number, adjusted: Int32Array | null) {
    this.sums = new Float64Array(size);
    this.scores = new Int32Array(size);
    if (adjusted) this.adjust(adjusted);
    this.factorSums = new FactorSums(size);
  }

  /** What was not measured brings nothing. A step for each criterion that changed; no score holds before the last. */
  *weigh(groups: readonly GroupWeights[], columns: PreviewColumns): Generator<void, void> {
    for (const [place, weights] of groups.entries()) {
      const group = this.groups[place] ?? this.makeGroup();
      this.groups[place] = group;
      const isChanged = yield* this.weighGroup(group, weights, columns);
      const limits = `${weights.floor} ${weights.cap}`;
      if (isChanged || limits !== group.limits) this.hold(group, weights);
      group.limits = limits;
    }
    for (const group of this.groups.splice(groups.length)) {
      group.sums.write().fill(0);
      this.hold(group, { floor: 0, cap: 0 });
    }
  }

  /** Begins where another of as many rows stands, so that only what differs has to be weighed and held twice; before the first weighing. */
  begin(from: AxisSums): void {
    this.sums.set(from.sums);
    this.scores.set(from.scores);
    for (const { parts, limits, sums, held } of from.groups)
      this.groups.push({
        parts: parts.map(({ key, brought }) => ({ key, brought: brought.share() })),
        limits,
        sums: sums.share(),
        held: held.share(),
      });
  }

  private adjust(adjusted: Int32Array): void {
    const { sums, scores } = this;
    sums.set(adjusted);
    // Of a hundred thousand rows ten times as fast as a mapping of them.
    for (let row = 0; row < scores.length; row++) scores[row] = holdWithinScore(sums[row] ?? 0);
  }

  private makeGroup(): Group {
    const { length } = this.scores;
    const none = () => new SharedRows(new Float64Array(length));
    return { parts: [], limits: NOTHING, sums: none(), held: none() };
  }

  /** Whether the sum changed in any row. */
  private *weighGroup(
    { parts, sums }: Group,
    { criteria }: GroupWeights,
    columns: PreviewColumns,
  ): Generator<void, boolean> {
    let isChanged = false;
    for (const [place, weight] of criteria.entries()) {
      const part = parts[place] ?? { key: NOTHING, brought: new SharedRows(new Int32Array(this.scores.length)) };
      parts[place] = part;
      const column = columns.get(measureKey(weight.criterion));
      const key = column ? keyOf(weight) : NOTHING;
      if (key === part.key) continue;
      part.key = key;
      isChanged = true;
      if (column) replace(part, sums, { weight, factorSums: this.factorSums.of(weight.criterion, column) });
      else takeOut(part, sums);
      yield;
    }
    for (const part of parts.splice(criteria.length)) {
      isChanged = true;
      takeOut(part, sums);
    }
    return isChanged;
  }

  private hold(group: Group, limits: Limits): void {
    const { scores, sums: all } = this;
    const sums = group.sums.read();
    const held = group.held.write();
    for (let row = 0; row < sums.length; row++) {
      const now = holdWithinGroup(limits, sums[row] ?? 0);
      const change = now - (held[row] ?? 0);
      if (change === 0) continue;
      held[row] = now;
      const sum = (all[row] ?? 0) + change;
      all[row] = sum;
      scores[row] = holdWithinScore(sum);
    }
  }
}

type Limits = Parameters<typeof holdWithinGroup>[0];
type Weighed = { readonly weight: CriterionWeight; readonly factorSums: Int32Array };

function replace(part: Part, shared: Sums, { weight, factorSums }: Weighed): void {
  const brought = part.brought.write();
  const sums = shared.write();
  for (let row = 0; row < brought.length; row++) {
    const now = weighCriterion(weight, factorSums[row] ?? 0, SILENT);
    const change = now - (brought[row] ?? 0);
    if (change === 0) continue;
    brought[row] = now;
    sums[row] = (sums[row] ?? 0) + change;
  }
}

function takeOut(part: Part, shared: Sums): void {
  const brought = part.brought.write();
  const sums = shared.write();
  for (let row = 0; row < brought.length; row++) sums[row] = (sums[row] ?? 0) - (brought[row] ?? 0);
  brought.fill(0);
}

function keyOf({ criterion, centiPerMatch, maximum }: CriterionWeight): string {
  return `${centiPerMatch} ${maximum} ${measureNumber(criterion)} ${fades(criterion) ? criterion.halfLifeDays : ""}`;
}
