import type { Stage } from "#lib/lifecycle/constants.ts";
import { isOpen } from "#lib/lifecycle/stage-rules.ts";

/** Why a lead of the list before is not on this one, worded by the catalogue under `today.departures`. */
export type Departure = { readonly leadId: number; readonly name: string | null } & (
  | { readonly key: "may_not_call" | "may_not_score" }
  | { readonly key: "stage"; readonly stage: Stage }
  | { readonly key: "cell"; readonly from: string; readonly to: string }
);

export type Departed = {
  readonly leadId: number;
  readonly name: string | null;
  readonly mayCall: boolean;
  readonly mayScore: boolean;
  readonly stage: Stage;
  readonly cellThen: string | null;
  readonly cell: string | null;
};

/** Open stages in which somebody else goes on with the lead. */
const TAKEN_FURTHER: ReadonlySet<Stage> = new Set(["opportunity", "recycled"]);

/** null when it left because somebody worked it, which its rep knows. */
export function departureOf(lead: Departed): Departure | null {
  const { leadId, name } = lead;
  if (!lead.mayCall) return { leadId, name, key: "may_not_call" };
  if (!lead.mayScore) return { leadId, name, key: "may_not_score" };
  if (!isOpen(lead.stage) || TAKEN_FURTHER.has(lead.stage)) return { leadId, name, key: "stage", stage: lead.stage };
  if (lead.cell !== null && lead.cellThen !== null && lead.cell !== lead.cellThen)
    return { leadId, name, key: "cell", from: lead.cellThen, to: lead.cell };
  return null;
}
