"use server";

import { defineAction } from "#app/_server/action.ts";
import { readGuideSample } from "#db/queries/guide-sample.ts";
import { readModelCatalogue } from "#db/queries/model-catalogue.ts";
import { findOrganisation } from "#db/queries/organisation.ts";
import { answersSchema } from "#lib/model/guide/answers.ts";
import { draftModel, type GuidedDraft } from "#lib/model/guide/draft-model.ts";
import { ok, type Result, refuse } from "#lib/result.ts";
import { localDay } from "#lib/time/local-day.ts";

/** Shows what the answers come to; nothing is kept. */
export const draftFromAnswersAction = defineAction({
  permission: "edit_model",
  schema: answersSchema,
  run: async (answers, { at }): Promise<Result<GuidedDraft>> => {
    const organisation = await findOrganisation();
    if (!organisation) return refuse("not_found");
    const { timeZone } = organisation;
    const [sample, catalogue] = await Promise.all([readGuideSample({ timeZone, at }), readModelCatalogue()]);
    const moment = { day: localDay(at.getTime(), timeZone), cut: null };
    return ok(draftModel(answers, { sample, catalogue, moment }));
  },
});
