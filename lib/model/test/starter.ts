import { STANDARD_FIELDS } from "#lib/leads/fields.ts";
import { STAGES } from "#lib/lifecycle/constants.ts";
import { B2B_SOFTWARE } from "#lib/model/templates/b2b-software.ts";
import { fitTemplate } from "#lib/model/templates/fit-template.ts";
import { EVENT_SOUNDS } from "#lib/model/templates/sounds.ts";
import type { Definition } from "#lib/scoring/definition.ts";

/** A definition as people begin with, where these event types are known. */
export function starterDefinition(eventTypes: readonly string[] = Object.keys(EVENT_SOUNDS)): Definition {
  return fitTemplate(B2B_SOFTWARE, { fields: STANDARD_FIELDS, eventTypes, stages: STAGES }).definition;
}
