import { getTranslations } from "next-intl/server";
import { createLoader, type SearchParams } from "nuqs/server";
import { findOrganisationZone } from "#app/_server/organisation-zone.ts";
import { requireUser } from "#app/_server/session.ts";
import { titleFor } from "#app/_server/title-for.ts";
import { HandOverPage } from "#components/hand-over/hand-over-page.tsx";
import { LivePage } from "#components/live/live-page.tsx";
import { findCurrentGeneration } from "#db/queries/current-generation.ts";
import { countHandedOver, listHandedOver, MOST_HANDED_OVER } from "#db/queries/hand-over.ts";
import { readLeadFilterOptions } from "#db/queries/lead-filter-options.ts";
import { can } from "#lib/access/permissions.ts";
import { HANDED_OVER_A_PAGE, handOverFilterOf, handOverParams } from "#lib/call-list/hand-over.ts";
import { now } from "#lib/clock.ts";
import { localDay } from "#lib/time/local-day.ts";

const load = createLoader(handOverParams);

export const generateMetadata = titleFor("view_leads", async () => (await getTranslations("handOver"))("title"));

export default async function HandOverRoute({ searchParams }: { searchParams: Promise<SearchParams> }) {
  const user = await requireUser("view_leads");
  const at = now();
  const [params, generation, timeZone] = await Promise.all([
    load(searchParams),
    findCurrentGeneration(),
    findOrganisationZone(),
  ]);
  const today = localDay(at.getTime(), timeZone);
  const query = { viewer: user, filter: handOverFilterOf(params), today, timeZone, generation };
  const [page, count, options] = await Promise.all([
    listHandedOver({ ...query, after: params.after, limit: HANDED_OVER_A_PAGE }),
    countHandedOver(query),
    readLeadFilterOptions({ generationId: generation?.id ?? null }),
  ]);
  return (
    <>
      <LivePage readAt={at.getTime()} />
      <HandOverPage
        {...page}
        params={params}
        today={today}
        count={Math.min(count, MOST_HANDED_OVER)}
        isMore={count > MOST_HANDED_OVER}
        owners={options.owners}
        me={user.role === "rep" ? user.userId : null}
        mayExport={can(user.role, "export_data")}
      />
    </>
  );
}
