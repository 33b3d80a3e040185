import type { OutcomeResult, Stage } from "./constants.ts";

/** The stage a deal leads to: who bought is a customer, whatever is lost later. */
export function stageByOutcome({ stage, result }: { readonly stage: Stage; readonly result: OutcomeResult }): Stage {
  if (stage === "customer") return stage;
  return result === "won" ? "customer" : "lost";
}
