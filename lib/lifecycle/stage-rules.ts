import { OPEN_STAGES, type Stage } from "./constants.ts";
import type { Outcome } from "./outcome.ts";
import { REJECTION_ROUTES } from "./rejection.ts";
import { whoMayMove } from "./transitions.ts";
import { STAGE_OF_VERDICT } from "./verdict.ts";

/** A change of stage; `returnsOn` is the epoch day from which a recycled lead may be handed over again. */
export type StageMove = { readonly to: Stage; readonly returnsOn: number | null };

/** Whether a lead in this stage may still be worked. */
export function isOpen(stage: Stage): boolean {
  return OPEN_STAGES.some((open) => open === stage);
}

/** Where an outcome takes a lead on a day; null when it stays. Closed leads stay, whatever is recorded. */
export function moveOf({
  stage,
  outcome,
  day,
}: {
  readonly stage: Stage;
  readonly outcome: Outcome;
  readonly day: number;
}): StageMove | null {
  if (!isOpen(stage)) return null;
  switch (outcome.disposition) {
    case "called":
    case "no_answer":
    case "emailed":
    case "snoozed":
      return null;
    case "accepted":
      return goTo("sales_accepted");
    case "qualified":
    case "opportunity":
    case "disqualified":
    case "lost":
      return goTo(STAGE_OF_VERDICT[outcome.disposition]);
    case "recycled":
      return goTo("recycled", outcome.until);
    case "rejected": {
      const route = REJECTION_ROUTES[outcome.reason];
      return goTo(route.stage, route.stage === "recycled" ? day + route.afterDays : null);
    }
  }

  /** Taking over or qualifying a lead that has come further changes nothing. */
  function goTo(to: Stage, returnsOn: number | null = null): StageMove | null {
    return whoMayMove({ from: stage, to, cause: "disposition" }) !== null ? { to, returnsOn } : null;
  }
}

/**
 * The stage a score gives: a lead that qualifies is handed over from `lead`, or from `recycled` once
 * its day has come. No score, however low, takes a lead back.
 */
export function stageByScore({
  stage,
  returnsOn,
  qualifies,
  day,
}: {
  readonly stage: Stage;
  readonly returnsOn: number | null;
  readonly qualifies: boolean;
  readonly day: number;
}): Stage {
  const mayHandOver = stage === "lead" || (stage === "recycled" && (returnsOn === null || returnsOn <= day));
  return qualifies && mayHandOver ? "marketing_qualified" : stage;
}
