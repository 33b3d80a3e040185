import { listModelDefinitions } from "#db/queries/model-definitions.ts";
import { can } from "#lib/access/permissions.ts";
import type { SessionUser } from "#lib/access/session-user.ts";
import { type Asked, standsIn } from "#lib/preview/stands-in.ts";
import type { Catalogue } from "#lib/scoring/facts.ts";

type Question = { readonly user: SessionUser; readonly modelId: number; readonly catalogue: Catalogue };

/** Whether somebody may have this measured over all leads: who edits models anything, others what the model holds. */
export async function mayMeasure({ user, modelId, catalogue }: Question, asked: Asked): Promise<boolean> {
  if (can(user.role, "edit_model")) return true;
  return standsIn(asked, await listModelDefinitions({ modelId }), catalogue);
}
