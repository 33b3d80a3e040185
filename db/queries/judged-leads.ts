import { type SQL, sql } from "drizzle-orm";
import { idArray } from "#db/lead-slice.ts";
import { STANDARD_FIELDS } from "#lib/leads/fields.ts";
import { OPEN_STAGES } from "#lib/lifecycle/constants.ts";
import type { FieldType } from "#lib/scoring/facts.ts";
import { formatEpochDay } from "#lib/time/local-day.ts";
import { fieldColumns } from "./field-columns.ts";
import type { BounceEvents, QualityBasis } from "./quality-basis.ts";

type Scope = {
  readonly basis: Pick<QualityBasis, "required" | "types" | "bounces" | "today" | "timeZone" | "generationId">;
  /** Leads of which another record may be the same person. */
  readonly duplicates: readonly number[];
  /** null: all open leads. */
  readonly leadIds: readonly number[] | null;
};

/** What `judgedLeads` says of a lead, as columns of a table. */
export const JUDGED_COLUMNS = `lead_id bigint, filled text, age_days int, has_email boolean, has_bounced boolean,
  is_duplicate boolean, combined int`;

/**
 * Open leads by what is good and bad about their data: one row each. `filled` has a 1 for each required field
 * that is known to the scores, a 0 for each other one; `combined` is null without a score.
 */
export function judgedLeads({ basis, duplicates, leadIds }: Scope): SQL {
  const { required, types, bounces, today, timeZone, generationId } = basis;
  const within = (column: string) =>
    leadIds === null ? sql`` : sql`and ${sql.raw(column)} = any(${idArray(leadIds)})`;
  const filled = fieldColumns(required, types).map(({ field, sql: column }) => isFilled(field, column, types[field]));
  const newest = sql`greatest(lead.created_at, changed.at, spoken.at) at time zone ${timeZone}`;
  return sql`
    select lead.id as lead_id,
      ${filled.length === 0 ? sql`''` : sql`concat(${sql.join(filled, sql`, `)})`} as filled,
      greatest(0, ${formatEpochDay(today)}::date - (${newest})::date) as age_days,
      lead.email is not null as has_email,
      ${bounces?.kind === "field" ? isSet(fieldColumns([bounces.field], types)[0]?.sql ?? "null") : sql`coalesce(bounced.at > coalesce(address.at, '-infinity'), false)`}
        as has_bounced,
      duplicate.id is not null as is_duplicate,
      score.combined
    from leads lead
    left join accounts account on account.id = lead.account_id
    left join unnest(${idArray(duplicates)}) as duplicate (id) on duplicate.id = lead.id
    left join lead_scores score
      on score.lead_id = lead.id and score.kind = 'lead' and score.generation_id = ${generationId ?? 0}::int
    left join (
      select lead_id, max(valid_from) as at from lead_field_values where true ${within("lead_id")} group by lead_id
    ) changed on changed.lead_id = lead.id
    left join (
      select lead_id, max(at) as at from touches
      where kind in ('call', 'email', 'meeting') and undone_at is null ${within("lead_id")} group by lead_id
    ) spoken on spoken.lead_id = lead.id
    left join (
      select lead_id, max(valid_from) as at from lead_field_values
      where field = 'email' ${within("lead_id")} group by lead_id
    ) address on address.lead_id = lead.id
    left join (
      select lead_id, max(occurred_at) as at from events
      where ${bounces?.kind === "event" ? tellsOfBounce(bounces.events) : sql`false`} ${within("lead_id")} group by lead_id
    ) bounced on bounced.lead_id = lead.id
    where lead.stage in (${STAGES}) ${within("lead.id")}`;
}

const STAGES = sql.join(
  OPEN_STAGES.map((stage) => sql`${stage}`),
  sql`, `,
);

/** Whether a field is known to the scores, as `readValue` says: 1 or 0. */
function isFilled(field: string, column: string, type: FieldType = "text"): SQL {
  return sql`coalesce(${sql.raw(fillsTest(field, column, type))}, false)::int`;
}

function fillsTest(field: string, column: string, type: FieldType): string {
  if (field === "account.employees") return `${column} is not null`;
  if (field === "email_domain") return `${column} ~ '@[^@]*\\S[^@]*$'`;
  if (field in STANDARD_FIELDS) return `${column} ~ '\\S'`;
  switch (type) {
    case "text":
      return `jsonb_typeof(${column}) = 'string' and (${column}) #>> '{}' ~ '\\S'`;
    case "date":
      return `jsonb_typeof(${column}) = 'number' and (${column}) #>> '{}' !~ '[.]'`;
    case "list":
      return `jsonb_typeof(${column}) = 'array' and (${column}) <> '[]'`;
    case "number":
    case "boolean":
      return `jsonb_typeof(${column}) = '${type}'`;
  }
}

/** A date that is there, a yes, a number but 0: whatever a system writes to say that an address does not work. */
function isSet(column: string): SQL {
  return sql.raw(`coalesce((${column})::text not in ('null', 'false', '0', '""', '[]', ''), false)`);
}

function tellsOfBounce(events: readonly BounceEvents[]): SQL {
  const each = events.map(({ typeId, assetIds, isExcept }) => {
    const isNamed = sql`coalesce(asset_id = any(${idArray(assetIds)}), false)`;
    return sql`(type_id = ${typeId}::int and ${isExcept ? sql`not ${isNamed}` : isNamed})`;
  });
  return sql`(${sql.join(each, sql` or `)})`;
}
