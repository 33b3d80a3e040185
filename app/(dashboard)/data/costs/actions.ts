"use server";

import { z } from "zod";
import { defineFormAction } from "#app/_server/action.ts";
import { saveLeadCosts } from "#db/mutations/save-lead-costs.ts";
import { findOrganisation } from "#db/queries/organisation.ts";
import { LONGEST_PASTE, leadCostSchema } from "#lib/performance/cost-schema.ts";
import { readCosts } from "#lib/performance/read-costs.ts";
import { ok, refuse } from "#lib/result.ts";

const revalidate = ["/data/costs", "/performance"];

export const saveCostAction = defineFormAction({
  permission: "import_data",
  schema: leadCostSchema,
  keeps: ["month", "source", "amount", "currency"],
  revalidate,
  run: async (cost, { user, at }) => {
    await saveLeadCosts({ costs: [cost], actorId: user.userId, at });
    return ok(null);
  },
});

/** All lines, or none when one of them cannot be read. */
export const pasteCostsAction = defineFormAction({
  permission: "import_data",
  schema: z.object({ lines: z.string().max(LONGEST_PASTE, "text_too_long") }),
  keeps: ["lines"],
  revalidate,
  run: async ({ lines }, { user, at }) => {
    const { costs, wrong } = readCosts(lines, (await findOrganisation())?.currency ?? "EUR");
    const [line] = wrong;
    if (line !== undefined) return refuse("invalid_input", { reason: "cost_line_wrong", params: { line } });
    if (costs.length === 0) return refuse("invalid_input", { fields: { lines: "required" } });
    await saveLeadCosts({ costs, actorId: user.userId, at });
    return ok(null);
  },
});
