import { defineOperation } from "#app/_server/operation-route.ts";
import { findCurrentGeneration } from "#db/queries/current-generation.ts";
import { explainLead } from "#db/queries/explain-lead.ts";
import { findSurvivor } from "#db/queries/survivor.ts";
import { OPERATIONS } from "#lib/api/operations.ts";
import { showBreakdown } from "#lib/api/show-breakdown.ts";
import { momentOfDay } from "#lib/model/moment.ts";
import { ok, refuse } from "#lib/result.ts";
import { parseEpochDay } from "#lib/time/local-day.ts";

/** How far a forecast goes. */
const MOST_DAYS_AHEAD = 366;

/** The score of today or of another day, under the models in force, with every reason. */
export const GET = defineOperation(OPERATIONS.readBreakdown, async ({ params, query }) => {
  const [generation, { leadId }] = await Promise.all([findCurrentGeneration(), findSurvivor(params.lead)]);
  if (!generation) return refuse("not_found");
  const { day: today, timeZone } = generation;
  const day = query.day === undefined ? today : parseEpochDay(query.day);
  if (day === null || day > today + MOST_DAYS_AHEAD) return refuse("invalid_input", { fields: { day: "invalid" } });
  const explained = await explainLead({ leadId, generation, moment: momentOfDay({ day, today, timeZone }) });
  return explained ? ok(showBreakdown({ leadId, ...explained, types: generation.fieldTypes })) : refuse("not_found");
});
