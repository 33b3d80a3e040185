import type { CopyValue } from "#db/copy-text.ts";
import { formatEpochDay } from "#lib/time/local-day.ts";
import { CLOCK_COLUMNS, clockRows } from "./clock-rows.ts";
import { ROUTING_RULES } from "./organisation-tables.ts";
import { previousLists } from "./previous-lists.ts";
import { instant, SCORE_COLUMNS, scoreColumns, type TableRows } from "./table-rows.ts";
import type { LeadStory, World } from "./world.ts";

/** What sales did: stage changes, touches, corrections, deals and the lists of the last working day. */
export function* workTables(world: World): Generator<TableRows> {
  const { stories } = world;
  const firstTouch = firstTouchIds(stories);
  const byId = new Map(stories.map((story) => [story.lead.id, story] as const));
  yield {
    table: "touches",
    columns: `lead_id, id, at, kind, disposition, reason, note, snoozed_until, actor_id, ${SCORE_COLUMNS}`,
    rows: touchRows(stories, firstTouch),
  };
  yield {
    table: "stage_changes",
    columns: `lead_id, id, at, from_stage, to_stage, cause, reason, actor_id, touch_id, ${SCORE_COLUMNS}`,
    rows: stageRows(stories, firstTouch),
  };
  yield {
    table: "sla_clocks",
    columns: `${CLOCK_COLUMNS}, ${SCORE_COLUMNS}`,
    rows: clockRows(world, firstTouch),
  };
  yield {
    table: "owner_changes",
    columns: "lead_id, at, to_user_id, cause, way, rule",
    rows: stories.flatMap(({ lead, life: { ownerId, routedAt } }) => {
      const rule = ROUTING_RULES.get(lead.account.country) ?? null;
      const way = rule === null ? "turn" : "rule";
      return routedAt === null ? [] : [[lead.id, instant(routedAt), ownerId, "routed", way, rule]];
    }),
  };
  yield {
    table: "adjustments",
    columns: `lead_id, id, at, axis, centipoints, reason, first_day, last_day, actor_id, ${SCORE_COLUMNS}`,
    rows: world.adjustments.map((adjustment) => {
      const { leadId, id, at, axis, centipoints, reason, firstDay, lastDay, actorId } = adjustment;
      const days = [formatEpochDay(firstDay), lastDay === null ? null : formatEpochDay(lastDay)];
      const score = scoreColumns(byId.get(leadId)?.scoreAt(at) ?? null);
      return [leadId, id, instant(at), axis, centipoints, reason, ...days, actorId, ...score];
    }),
  };
  yield {
    table: "outcomes",
    columns: `lead_id, id, result, at, is_timed, value_minor, currency, received_at, ${SCORE_COLUMNS}`,
    rows: stories.flatMap(({ lead, life, scoreAt }) =>
      life.outcomes.map(({ result, at, valueMinor }, index) => {
        const deal = [
          lead.id,
          `crm:D-${lead.id}-${index + 1}`,
          result,
          instant(at),
          true,
          valueMinor,
          "EUR",
          instant(at),
        ];
        return [...deal, ...scoreColumns(scoreAt(at))];
      }),
    ),
  };
  yield {
    table: "call_list_entries",
    columns: `lead_id, user_id, day, rank, shown_at, ${SCORE_COLUMNS}`,
    rows: previousLists(world).map(({ leadId, userId, day, rank, at, score }) => [
      leadId,
      userId,
      formatEpochDay(day),
      rank,
      instant(at),
      ...scoreColumns(score),
    ]),
  };
}

/** Touches are numbered through; stage changes name the one that made them. */
function firstTouchIds(stories: readonly LeadStory[]): ReadonlyMap<number, number> {
  let next = 1;
  const first = new Map<number, number>();
  for (const { lead, life } of stories) {
    first.set(lead.id, next);
    next += life.touches.length;
  }
  return first;
}

function* touchRows(stories: readonly LeadStory[], firstTouch: ReadonlyMap<number, number>): Generator<CopyValue[]> {
  for (const { lead, life, scoreAt } of stories)
    for (const [index, touch] of life.touches.entries())
      yield [
        lead.id,
        (firstTouch.get(lead.id) ?? 0) + index,
        instant(touch.at),
        touch.kind,
        touch.disposition,
        touch.reason,
        touch.note,
        touch.snoozedUntil === null ? null : formatEpochDay(touch.snoozedUntil),
        touch.actorId,
        ...scoreColumns(scoreAt(touch.at)),
      ];
}

function* stageRows(stories: readonly LeadStory[], firstTouch: ReadonlyMap<number, number>): Generator<CopyValue[]> {
  let id = 1;
  for (const { lead, life, scoreAt } of stories)
    for (const { at, from, to, cause, reason, actorId, touch } of life.changes) {
      const touchId = touch === null ? null : (firstTouch.get(lead.id) ?? 0) + touch;
      yield [lead.id, id++, instant(at), from, to, cause, reason, actorId, touchId, ...scoreColumns(scoreAt(at))];
    }
}
