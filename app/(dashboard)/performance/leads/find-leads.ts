import { type BehindParams, firstDayOf, journeyFilterOf } from "#components/performance/performance-params.ts";
import { findCurrentGeneration } from "#db/queries/current-generation.ts";
import { listLeadCosts } from "#db/queries/lead-costs.ts";
import { listWonOfCell } from "#db/queries/matrix.ts";
import { findOrganisation } from "#db/queries/organisation.ts";
import { findFirstArrival, listLeadsBehind } from "#db/queries/performance.ts";
import { findTruthReport } from "#db/queries/truth-report.ts";
import { ANY_LEAD } from "#lib/leads/filter.ts";
import { costsOf } from "#lib/performance/costs.ts";
import { localDay, startOfDay } from "#lib/time/local-day.ts";

const DEFAULT_WINDOW = 90;

/** The leads behind a figure, newest first. */
export async function findLeads(
  { bySource, byOwner, ...asked }: BehindParams,
  { at }: { readonly at: number },
): Promise<readonly number[]> {
  const params = { ...asked, source: bySource ?? asked.source, owner: byOwner ?? asked.owner };
  const { of } = params;
  if (of === "scored_won") return findScored(params);
  const [organisation, firstArrival] = await Promise.all([findOrganisation(), findFirstArrival()]);
  const timeZone = organisation?.timeZone ?? "UTC";
  const today = localDay(at, timeZone);
  const windowDays = params.window ?? organisation?.outcomeWindowDays ?? DEFAULT_WINDOW;
  if (of === "won_of_cell") return findWonOfCell(params, new Date(startOfDay(today - windowDays, timeZone)));
  const first = firstDayOf(params.period, today) ?? localDay(firstArrival?.getTime() ?? at, timeZone);
  return listLeadsBehind({
    filter: journeyFilterOf(params, { from: params.from ?? first, until: params.until ?? today }),
    clock: { now: at, today, windowDays, timeZone },
    behind: { ...params, of, isSettled: params.settled, repId: params.rep },
    months: await monthsOf(params),
  });
}

type Asked = Omit<BehindParams, "bySource" | "byOwner">;

/** In which the leads came that a figure counts, where that is not the whole period. */
async function monthsOf({ of, month, source, currency }: Asked): Promise<string[] | null> {
  if (of !== "costed") return month === null ? null : [month];
  const costs = costsOf(await listLeadCosts(), source);
  return costs.filter((cost) => currency === null || cost.currency === currency).map((cost) => cost.month);
}

async function findWonOfCell(params: Asked, since: Date): Promise<readonly number[]> {
  const generation = await findCurrentGeneration();
  const model = generation?.models.find(({ modelId }) => modelId === params.model) ?? generation?.models[0];
  if (!generation || !model || params.standing === null) return [];
  const { country, source, owner, standing: cell } = params;
  const filter = { ...ANY_LEAD, country, source, owner };
  return listWonOfCell({ generationId: generation.id, versionId: model.versionId, filter, since, cell });
}

/** Those that the newest report names. */
async function findScored({ part, name }: Asked): Promise<readonly number[]> {
  const wonLeads = (await findTruthReport())?.report.truth.wonLeads ?? [];
  return wonLeads.find((each) => each.part === part && each.name === name)?.leadIds ?? [];
}
