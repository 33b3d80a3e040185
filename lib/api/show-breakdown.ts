import type { AxisBreakdown, CriterionLine, LimitLine, ScoreBreakdown } from "#lib/scoring/breakdown.ts";
import type { FieldCatalogue } from "#lib/scoring/facts.ts";
import { formatEpochDay } from "#lib/time/local-day.ts";
import { showValue } from "./field-values.ts";
import { toPoints } from "./points.ts";
import type { BreakdownShape } from "./shapes/score.ts";

type Shown = {
  readonly leadId: number;
  readonly versionId: number;
  readonly breakdown: ScoreBreakdown;
  readonly types: FieldCatalogue;
};

/** A score with its reasons as the API tells them, in points. */
export function showBreakdown({ leadId, versionId, breakdown, types }: Shown): BreakdownShape {
  const { fit, engagement, combined, cell, qualifies, mix, axes, day } = breakdown;
  return {
    lead_id: leadId,
    version_id: versionId,
    day: formatEpochDay(day),
    fit: toPoints(fit),
    engagement: toPoints(engagement),
    combined: toPoints(combined),
    cell,
    qualifies,
    mix: { fit: mix.fit, engagement: mix.engagement },
    axes: { fit: showAxis(axes.fit, types), engagement: showAxis(axes.engagement, types) },
  };
}

function showAxis(axis: AxisBreakdown, types: FieldCatalogue): BreakdownShape["axes"]["fit"] {
  return {
    points: toPoints(axis.centipoints),
    band: axis.band.name,
    groups: axis.groups.map(({ key, label, centipoints, criteria, limit }) => ({
      key,
      label,
      points: toPoints(centipoints),
      criteria: criteria.map((line) => showCriterion(line, types)),
      limit: showLimit(limit),
    })),
    adjustments: axis.adjustments.map(({ id, reason, centipoints }) => ({ id, reason, points: toPoints(centipoints) })),
    limit: showLimit(axis.limit),
  };
}

function showCriterion(line: CriterionLine, types: FieldCatalogue) {
  const fields = line.type === "attribute" ? line.fields : [];
  const events = line.type === "event" || line.type === "burst" ? line.events : [];
  return {
    key: line.key,
    label: line.label,
    type: line.type,
    status: line.status,
    points: toPoints(line.centipoints),
    maximum: showLimit(line.maximum),
    fields: fields.map(({ field, value }) => ({
      field,
      value: value === null ? null : showValue(value, types[field]),
    })),
    events: events.map(({ id, type, asset, at, ageDays, centipoints }) => ({
      id,
      type,
      asset,
      at: new Date(at).toISOString(),
      age_days: ageDays,
      points: toPoints(centipoints),
    })),
  };
}

function showLimit(line: LimitLine | null) {
  return line && { kind: line.kind, limit: toPoints(line.limit), points: toPoints(line.centipoints) };
}
