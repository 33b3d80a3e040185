import { sayOpening } from "#app/_server/opening-line.ts";
import { callerLocale } from "#app/_server/refusal.ts";
import { itemsWanted } from "#components/lead/lead-params.ts";
import { findCurrentGeneration, type Generation } from "#db/queries/current-generation.ts";
import { listFlags } from "#db/queries/flags.ts";
import { listColleagues } from "#db/queries/lead.ts";
import { readLeadHistory } from "#db/queries/lead-history.ts";
import { findTimelineRank, readTimeline } from "#db/queries/lead-timeline.ts";
import { readModelCatalogue } from "#db/queries/model-catalogue.ts";
import { findNewestOutcome } from "#db/queries/newest-outcome.ts";
import { readPreparation } from "#db/queries/preparation.ts";
import { listRulesInForce } from "#db/queries/rules-in-force.ts";
import { listRunningClocks } from "#db/queries/running-clocks.ts";
import { findWorkingTime } from "#db/queries/working-time.ts";
import type { SessionUser } from "#lib/access/session-user.ts";
import type { LeadPageView } from "#lib/leads/page-view.ts";
import type { LeadProfile } from "#lib/leads/profile.ts";
import { eventEffects, type Timeframe } from "#lib/leads/score-history.ts";
import { chartRange, readScoreView } from "#lib/leads/score-view.ts";
import type { TimelineFilter } from "#lib/leads/timeline.ts";
import { snoozeDays } from "#lib/lifecycle/snooze.ts";
import { localDay, startOfDay } from "#lib/time/local-day.ts";

const MOST_COLLEAGUES = 8;

type Query = {
  readonly user: SessionUser;
  readonly profile: LeadProfile;
  /** The day whose score is asked for; null: today. */
  readonly day: number | null;
  readonly show: TimelineFilter;
  readonly items: number;
  /** An event that is to be among what is shown; null: none in particular. */
  readonly eventId: string | null;
  readonly timeZone: string;
  readonly at: Date;
};

/** All that the page of a lead shows. */
export async function openLead(query: Query): Promise<LeadPageView> {
  const { user, profile, show, timeZone, at, eventId } = query;
  const today = localDay(at.getTime(), timeZone);
  const [generation, rank] = await Promise.all([
    findCurrentGeneration(),
    eventId === null ? 0 : findTimelineRank({ leadId: profile.leadId, eventId }),
  ]);
  const items = itemsWanted(Math.max(query.items, rank));
  const { leadId, account } = profile;
  const [timeline, colleagues, catalogue, newestOutcome, flags, clocks, prepared, frame, workingTime] =
    await Promise.all([
      readTimeline({ leadId, show, limit: items }),
      account
        ? listColleagues({
            viewer: user,
            leadId,
            accountId: account.accountId,
            generationId: generation?.id ?? null,
            limit: MOST_COLLEAGUES,
          })
        : [],
      readModelCatalogue(),
      findNewestOutcome({ leadId }),
      listFlags(),
      listRunningClocks({ leadIds: [leadId] }),
      readPreparation({ profile, generation, day: today, timeZone }),
      generation ? readFrame({ profile, generation, day: query.day }) : null,
      findWorkingTime(),
    ]);
  const eventIds = timeline.items.flatMap((item) => (item.kind === "event" ? [item.id] : []));
  const opening = prepared.preparation.opening;
  return {
    ...prepared,
    openingLine: opening ? sayOpening(opening, await callerLocale(user)) : null,
    profile,
    colleagues,
    timeline,
    effects: frame ? Object.fromEntries(eventEffects(frame, eventIds)) : {},
    scoring: frame ? readScoreView({ frame, chosenDay: query.day, at: at.getTime() }) : null,
    catalogue,
    flags,
    clock: clocks.get(leadId) ?? null,
    readAt: at.getTime(),
    seenTouchId: newestOutcome?.id ?? null,
    today,
    snoozeDays: snoozeDays(today, workingTime),
  };
}

type FrameQuery = { readonly profile: LeadProfile; readonly generation: Generation; readonly day: number | null };

/** What scores of other days are computed from, as far back as chart and chosen day reach. */
async function readFrame({ profile, generation, day }: FrameQuery) {
  const { day: today, timeZone } = generation;
  const createdDay = localDay(profile.createdAt, timeZone);
  const { firstDay } = chartRange({ createdDay, today, day: day ?? today });
  const from = new Date(startOfDay(firstDay, timeZone));
  const [history, periods] = await Promise.all([
    readLeadHistory({ leadId: profile.leadId, timeZone }),
    listRulesInForce({ generation, from }),
  ]);
  const frame = history && { history, periods, today, timeZone };
  return frame satisfies Timeframe | null;
}
