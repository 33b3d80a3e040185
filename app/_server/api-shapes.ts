import type { ReadAccount } from "#db/queries/api/accounts.ts";
import type { ReadEvent } from "#db/queries/api/events.ts";
import type { ReadLead } from "#db/queries/api/leads.ts";
import type { ReadOutcome } from "#db/queries/api/outcomes.ts";
import type { ReadScore } from "#db/queries/api/scores.ts";
import type { ReadStageChange } from "#db/queries/api/stage-changes.ts";
import { showValues, withoutPrefix } from "#lib/api/field-values.ts";
import { toPoints } from "#lib/api/points.ts";
import type { AccountShape } from "#lib/api/shapes/account.ts";
import type { EventShape } from "#lib/api/shapes/event.ts";
import type { LeadShape } from "#lib/api/shapes/lead.ts";
import type { OutcomeShape } from "#lib/api/shapes/outcome.ts";
import type { ScoreShape } from "#lib/api/shapes/score.ts";
import type { StageChangeShape } from "#lib/api/shapes/stage.ts";
import { sourceOf } from "#lib/leads/identity.ts";
import type { FieldCatalogue } from "#lib/scoring/facts.ts";
import { formatEpochDay } from "#lib/time/local-day.ts";

/** Shown on their own, or derived. */
const NO_FIELDS = ["email", "email_domain"];

export function showLead(lead: ReadLead, types: FieldCatalogue): LeadShape {
  const fields = Object.entries(lead.fields).filter(([key]) => !NO_FIELDS.includes(key));
  return {
    id: lead.leadId,
    email: lead.email,
    external_ids: lead.identities.flatMap((identity) => {
      const source = sourceOf(identity);
      return source === null ? [] : [{ source, id: identity.value }];
    }),
    account_id: lead.accountId,
    owner: lead.owner,
    stage: lead.stage,
    stage_entered_at: lead.stageEnteredAt.toISOString(),
    returns_on: lead.returnsOn === null ? null : formatEpochDay(lead.returnsOn),
    may_call: lead.mayCall,
    may_email: lead.mayEmail,
    may_score: lead.mayScore,
    fields: showValues(Object.fromEntries(fields), types),
    created_at: lead.createdAt.toISOString(),
    updated_at: lead.updatedAt.toISOString(),
  };
}

export function showAccount(account: ReadAccount, types: FieldCatalogue): AccountShape {
  const { id, name, domain, industry, employees, country, city, custom, createdAt, updatedAt } = account;
  return {
    id,
    name,
    domain,
    fields: { ...withoutPrefix(showValues(custom, types)), ...showValues({ industry, employees, country, city }, {}) },
    created_at: createdAt.toISOString(),
    updated_at: updatedAt.toISOString(),
  };
}

export function showEvent(event: ReadEvent): EventShape {
  const { id, leadId, type, asset, source, occurredAt, receivedAt, joinedAt, properties } = event;
  return {
    id,
    lead_id: leadId,
    type,
    asset,
    source,
    occurred_at: occurredAt.toISOString(),
    received_at: receivedAt.toISOString(),
    joined_at: joinedAt?.toISOString() ?? null,
    properties,
  };
}

export function showScore(score: ReadScore, day: number): ScoreShape {
  return {
    lead_id: score.leadId,
    fit: toPoints(score.fit),
    engagement: toPoints(score.engagement),
    combined: toPoints(score.combined),
    cell: score.cell,
    qualifies: score.qualifies,
    known_fields: score.knownFields,
    asked_fields: score.askedFields,
    newest_event_at: score.newestEventAt?.toISOString() ?? null,
    version_id: score.versionId,
    day: formatEpochDay(day),
  };
}

export function showStageChange(change: ReadStageChange): StageChangeShape {
  const { id, leadId, at, fromStage, toStage, cause, reason, undoneAt } = change;
  return {
    id,
    lead_id: leadId,
    at: at.toISOString(),
    from: fromStage,
    to: toStage,
    cause,
    reason,
    undone_at: undoneAt?.toISOString() ?? null,
    ...showScoreThen(change),
  };
}

export function showOutcome(outcome: ReadOutcome): OutcomeShape {
  const { id, leadId, result, at, valueMinor, currency, receivedAt } = outcome;
  return {
    id,
    lead_id: leadId,
    result,
    at: at.toISOString(),
    value: valueMinor === null || currency === null ? null : { minor: valueMinor, currency },
    received_at: receivedAt.toISOString(),
    ...showScoreThen(outcome),
  };
}

type Then = Pick<ReadOutcome, "fit" | "engagement" | "combined" | "cell">;

function showScoreThen({ fit, engagement, combined, cell }: Then) {
  const points = (centipoints: number | null) => (centipoints === null ? null : toPoints(centipoints));
  return { fit: points(fit), engagement: points(engagement), combined: points(combined), cell };
}
