import { getTranslations } from "next-intl/server";
import { createLoader, type SearchParams } from "nuqs/server";
import { requireUser } from "#app/_server/session.ts";
import { titleFor } from "#app/_server/title-for.ts";
import { LeadsBehind } from "#components/performance/leads-behind.tsx";
import { behindParams, firstDayOf, journeyFilterOf } from "#components/performance/performance-params.ts";
import { listNamedLeads } from "#db/queries/named-leads.ts";
import { findOrganisation } from "#db/queries/organisation.ts";
import { findFirstArrival, listLeadsBehind } from "#db/queries/performance.ts";
import { now } from "#lib/clock.ts";
import { localDay } from "#lib/time/local-day.ts";

const load = createLoader(behindParams);
/** More than anybody reads: the page says how many there are. */
const MOST_SHOWN = 200;

export const generateMetadata = titleFor("view_performance", async () =>
  (await getTranslations("performance.behind"))("title"),
);

export default async function LeadsBehindPage({ searchParams }: { searchParams: Promise<SearchParams> }) {
  const user = await requireUser("view_performance");
  const [params, organisation, firstArrival] = await Promise.all([
    load(searchParams),
    findOrganisation(),
    findFirstArrival(),
  ]);
  const timeZone = organisation?.timeZone ?? "UTC";
  const at = now().getTime();
  const today = localDay(at, timeZone);
  const from = firstDayOf(params.period, today) ?? localDay(firstArrival?.getTime() ?? at, timeZone);
  const windowDays = params.window ?? organisation?.outcomeWindowDays ?? 90;
  const leadIds = await listLeadsBehind({
    filter: journeyFilterOf(params, { from, until: today }),
    clock: { now: at, today, windowDays, timeZone },
    behind: {
      of: params.of,
      funnel: params.funnel,
      month: params.month,
      isSettled: params.settled,
      repId: params.rep,
    },
  });
  const leads = await listNamedLeads({ viewer: user, leadIds: leadIds.slice(0, MOST_SHOWN), limit: MOST_SHOWN });
  return <LeadsBehind leads={leads} total={leadIds.length} params={params} />;
}
