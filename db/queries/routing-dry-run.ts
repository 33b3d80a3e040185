import { db, type Executor } from "#db/client.ts";
import { toScoringCatalogue } from "#lib/model/catalogue.ts";
import { dryRunRouting, sharesOf, type TriedLead } from "#lib/routing/dry-run.ts";
import type { DryRunView } from "#lib/routing/dry-run-view.ts";
import type { Candidate } from "#lib/routing/open-routing.ts";
import type { Routing } from "#lib/routing/rules.ts";
import { localDay, startOfDay } from "#lib/time/local-day.ts";
import { listCandidates } from "./candidates.ts";
import { readModelCatalogue } from "./model-catalogue.ts";
import { listTriedLeads } from "./tried-leads.ts";
import { findWorkingTime } from "./working-time.ts";

const DAYS = 7;
/** A team cannot be handed more in a week and still choose by hand how it is shared out. */
const MOST_TRIED = 5000;
const MOST_SHOWN = 300;

/** Where the leads of the last seven days would have gone by these rules. */
export async function readRoutingDryRun(
  { routing, at }: { readonly routing: Routing; readonly at: Date },
  executor: Executor = db,
): Promise<DryRunView> {
  const [workingTime, catalogue] = await Promise.all([findWorkingTime(executor), readModelCatalogue(executor)]);
  const { timeZone } = workingTime;
  const today = localDay(at.getTime(), timeZone);
  const from = new Date(startOfDay(today - DAYS, timeZone));
  const { leads, isMore } = await listTriedLeads({ from, limit: MOST_TRIED, timeZone }, executor);
  const atWork = await readStaff({ leads, today }, executor);
  const { fields } = toScoringCatalogue(catalogue);
  const routes = dryRunRouting({ leads, routing, fields, workingTime, atWork, today });
  const shown = routes.map((route, place) => {
    const { at: when = 0, name = null, company = null, cell = null } = leads[place] ?? {};
    return { ...route, at: when, name, company, cell };
  });
  return { tried: leads.length, isMore, shares: sharesOf(routes), leads: shown.slice(-MOST_SHOWN).reverse() };
}

/** Who worked on each day from the first of the leads' to today. */
async function readStaff(
  { leads, today }: { readonly leads: readonly TriedLead[]; readonly today: number },
  executor: Executor,
): Promise<Map<number, readonly Candidate[]>> {
  const first = leads[0]?.day ?? today;
  const days = Array.from({ length: today - first + 1 }, (_, place) => first + place);
  return new Map(await Promise.all(days.map(async (day) => [day, await listCandidates({ day }, executor)] as const)));
}
