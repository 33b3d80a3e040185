import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { createLoader, type SearchParams } from "nuqs/server";
import { findOrganisationZone } from "#app/_server/organisation-zone.ts";
import { requireUser } from "#app/_server/session.ts";
import { listAddress } from "#components/leads/fetch-leads.ts";
import { LeadsFromText } from "#components/leads/leads-from-text.tsx";
import type { FirstPage } from "#components/leads/use-leads.ts";
import { findCurrentGeneration, type GenerationModel } from "#db/queries/current-generation.ts";
import { readLeadFilterOptions } from "#db/queries/lead-filter-options.ts";
import { listLeads } from "#db/queries/leads.ts";
import { can } from "#lib/access/permissions.ts";
import { now } from "#lib/clock.ts";
import { encodeCursor, LEADS_A_PAGE } from "#lib/leads/list.ts";
import { filterOf, listParams, orderOf } from "#lib/leads/list-params.ts";
import { localDay } from "#lib/time/local-day.ts";

const load = createLoader(listParams);

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("leads"))("title") };
}

export default async function LeadsPage({ searchParams }: { searchParams: Promise<SearchParams> }) {
  const user = await requireUser("view_leads");
  const [params, generation, timeZone] = await Promise.all([
    load(searchParams),
    findCurrentGeneration(),
    findOrganisationZone(),
  ]);
  const query = { viewer: user, generationId: generation?.id ?? null, filter: filterOf(params) };
  const [page, options] = await Promise.all([
    listLeads({
      ...query,
      models: generation?.models,
      order: orderOf(params),
      after: null,
      limit: LEADS_A_PAGE,
    }),
    readLeadFilterOptions(query),
  ]);
  const first: FirstPage = {
    address: listAddress("/leads", params),
    answer: { rows: page.rows, next: page.next && encodeCursor(page.next), total: page.total, before: null },
  };
  return (
    <LeadsFromText
      text={JSON.stringify(first)}
      options={options}
      temperatures={temperaturesOf(generation?.models ?? [])}
      me={user.role === "rep" ? user.userId : null}
      today={localDay(now().getTime(), timeZone)}
      mayExport={can(user.role, "export_data")}
      mayImport={can(user.role, "import_data")}
    />
  );
}

/** By cell in the order of their names; of several models the first one's. */
function temperaturesOf(models: readonly GenerationModel[]) {
  const plays = models.toReversed().flatMap(({ definition }) => Object.entries(definition.plays));
  const temperatures = Object.fromEntries(plays.map(([cell, { temperature }]) => [cell, temperature] as const));
  return Object.fromEntries(Object.entries(temperatures).sort(([one], [other]) => (one < other ? -1 : 1)));
}
