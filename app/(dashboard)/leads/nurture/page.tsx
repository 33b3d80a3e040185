import { getTranslations } from "next-intl/server";
import { createLoader, type SearchParams } from "nuqs/server";
import { findOrganisationZone } from "#app/_server/organisation-zone.ts";
import { requireUser } from "#app/_server/session.ts";
import { titleFor } from "#app/_server/title-for.ts";
import { LivePage } from "#components/live/live-page.tsx";
import { NurturePage } from "#components/nurture/nurture-page.tsx";
import { findCurrentGeneration } from "#db/queries/current-generation.ts";
import { readLeadFilterOptions } from "#db/queries/lead-filter-options.ts";
import { countNurtured, listNurtured, MOST_NURTURED } from "#db/queries/nurture-list.ts";
import { can } from "#lib/access/permissions.ts";
import { now } from "#lib/clock.ts";
import { NURTURED_A_PAGE, nurtureFilterOf, nurtureParams } from "#lib/lifecycle/nurture-list.ts";
import { localDay } from "#lib/time/local-day.ts";

const load = createLoader(nurtureParams);

export const generateMetadata = titleFor("view_leads", async () => (await getTranslations("nurture"))("title"));

export default async function NurtureRoute({ searchParams }: { searchParams: Promise<SearchParams> }) {
  const user = await requireUser("view_leads");
  const at = now();
  const [params, generation, timeZone] = await Promise.all([
    load(searchParams),
    findCurrentGeneration(),
    findOrganisationZone(),
  ]);
  const today = localDay(at.getTime(), timeZone);
  const generationId = generation?.id ?? null;
  const query = { viewer: user, filter: nurtureFilterOf(params), today, generationId };
  const [page, count, options] = await Promise.all([
    listNurtured({ ...query, after: params.after, limit: NURTURED_A_PAGE }),
    countNurtured(query),
    readLeadFilterOptions({ generationId }),
  ]);
  return (
    <>
      <LivePage readAt={at.getTime()} />
      <NurturePage
        {...page}
        params={params}
        today={today}
        count={Math.min(count, MOST_NURTURED)}
        isMore={count > MOST_NURTURED}
        owners={options.owners}
        me={user.role === "rep" ? user.userId : null}
        mayExport={can(user.role, "export_data")}
      />
    </>
  );
}
