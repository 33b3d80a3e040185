import { getTranslations } from "next-intl/server";
import { createLoader, type SearchParams } from "nuqs/server";
import { requireUser } from "#app/_server/session.ts";
import { titleFor } from "#app/_server/title-for.ts";
import { LeadsBehind } from "#components/performance/leads-behind.tsx";
import { behindParams } from "#components/performance/performance-params.ts";
import { listNamedLeads } from "#db/queries/named-leads.ts";
import { readNames } from "#db/queries/performance.ts";
import { now } from "#lib/clock.ts";
import { wholeMinute } from "#lib/performance/whole-minute.ts";
import { findLeads } from "./find-leads.ts";

const load = createLoader(behindParams);
/** More than anybody reads: the page says how many there are. */
const MOST_SHOWN = 200;

export const generateMetadata = titleFor("view_performance", async () =>
  (await getTranslations("performance.behind"))("title"),
);

export default async function LeadsBehindPage({ searchParams }: { searchParams: Promise<SearchParams> }) {
  const user = await requireUser("view_performance");
  const params = await load(searchParams);
  const leadIds = await findLeads(params, { at: wholeMinute(now()) });
  const [leads, names] = await Promise.all([
    listNamedLeads({ viewer: user, leadIds: leadIds.slice(0, MOST_SHOWN), limit: MOST_SHOWN }),
    readNames(),
  ]);
  return <LeadsBehind leads={leads} total={leadIds.length} params={params} names={names} />;
}
