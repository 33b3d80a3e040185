import type { Stage } from "./constants.ts";
import { isOpen } from "./stage-rules.ts";

/** How far a lead has come; what is closed without a customer comes before all that is open. */
const ORDER: readonly Stage[] = [
  "disqualified",
  "lost",
  "lead",
  "recycled",
  "marketing_qualified",
  "sales_accepted",
  "sales_qualified",
  "opportunity",
  "customer",
];

/** A stage with the instant (epoch milliseconds) since which a lead is in it. */
export type StageHeld = { readonly stage: Stage; readonly since: number };

/**
 * Whose stage a lead has that two records were about: the further one's, since no merge takes work
 * back; of two that ended without a sale the later one's. The kept record's when they are alike.
 */
export function mergedStage<Held extends StageHeld>(kept: Held, merged: Held): Held {
  const areBothClosed = [kept, merged].every(({ stage }) => !isOpen(stage) && stage !== "customer");
  if (areBothClosed) return merged.since > kept.since ? merged : kept;
  return ORDER.indexOf(merged.stage) > ORDER.indexOf(kept.stage) ? merged : kept;
}
