import type { AdjustmentLine, AxisBreakdown, Band, GroupBreakdown, ScoreBreakdown } from "./breakdown.ts";
import { criterionLine } from "./criterion-line.ts";
import { isInForce } from "./exists.ts";
import type { Explained } from "./explained.ts";
import type { AxisName } from "./facts.ts";
import { axisLimitLine, groupLimitLine } from "./limit-line.ts";
import type { GroupWeights } from "./weights.ts";

/** The breakdown: what the evaluator said, put in words of the definition. */
export function explain(explained: Explained): ScoreBreakdown {
  const { model, moment, totals } = explained;
  const { mix, plays } = model.definition;
  const play = plays[totals.cell];
  if (!play) throw new Error(`No play for cell ${totals.cell}; validate a definition first.`);
  const fitPart = Math.floor((mix.fit * totals.fit + 50) / 100);
  return {
    ...totals,
    day: moment.day,
    cut: moment.cut,
    axes: { fit: explainAxis("fit", explained), engagement: explainAxis("engagement", explained) },
    mix,
    parts: { fit: fitPart, engagement: totals.combined - fitPart },
    play,
    askedFields: model.fields.names.length,
  };
}

function explainAxis(axis: AxisName, explained: Explained): AxisBreakdown {
  const groups = explained.model.weights[axis].groups.map((group) => explainGroup(group, explained));
  const adjustments = adjustmentLines(axis, explained);
  const sum = [...groups, ...adjustments].reduce((total, { centipoints }) => total + centipoints, 0);
  return {
    centipoints: explained.totals[axis],
    band: explainBand(axis, explained),
    groups,
    adjustments,
    limit: axisLimitLine(sum),
  };
}

function explainGroup(weights: GroupWeights, explained: Explained): GroupBreakdown {
  const { key, label } = weights.group;
  const weighed = explained.recorder.groups[weights.index] ?? { centipoints: 0, kept: 0 };
  return {
    key,
    label,
    centipoints: weighed.kept,
    criteria: weights.criteria.map((criterion) => criterionLine(criterion, explained)),
    limit: groupLimitLine(weights, weighed),
  };
}

/** Oldest first. */
function adjustmentLines(axis: AxisName, { facts, moment }: Explained): AdjustmentLine[] {
  return facts.adjustments
    .filter((adjustment) => adjustment.axis === axis && isInForce(adjustment, moment))
    .sort((one, other) => one.at - other.at || (one.id < other.id ? -1 : 1))
    .map(({ id, reason, centipoints, firstDay, lastDay, at }) => ({ id, reason, centipoints, firstDay, lastDay, at }));
}

function explainBand(axis: AxisName, { model, totals }: Explained): Band {
  const name = axis === "fit" ? totals.fitBand : totals.engagementBand;
  const { thresholds } = model.weights[axis];
  const place = model.bands[axis].indexOf(name);
  return { name, from: thresholds[place - 1] ?? 0, next: thresholds[place] ?? null };
}
