import type { Access } from "#lib/access/permissions.ts";
import {
  CHANGE_CAUSES,
  type ChangeCause,
  OPEN_STAGES,
  STAGES,
  type Stage,
  VERDICTS,
  type Verdict,
} from "./constants.ts";
import { STAGE_OF_VERDICT } from "./verdict.ts";

/** The stages through which sales leads a lead: none is skipped. */
const SALES_STAGES: readonly Stage[] = ["sales_accepted", "sales_qualified", "opportunity"];
const BEFORE_SALES: readonly Stage[] = ["lead", "marketing_qualified", "recycled"];
/** By an outcome, or told by another program in the name of who let it in. */
const BY_SALES: readonly ChangeCause[] = ["disposition", "person"];
const NOT_CUSTOMER = STAGES.filter((stage) => stage !== "customer");

type Transition = {
  readonly from: readonly Stage[];
  readonly to: readonly Stage[];
  readonly causes: readonly ChangeCause[];
  /** Who may bring it about; `system` for what no person decides. */
  readonly by: Access | "system";
};

/**
 * Every change of stage there is. What is not here does not happen, whoever writes it: the database takes no
 * other. No score, however low, takes a lead back, and who bought stays a customer.
 */
export const TRANSITIONS: readonly Transition[] = [
  // Whatever scores a lead anew may hand it over.
  { from: ["lead", "recycled"], to: ["marketing_qualified"], causes: CHANGE_CAUSES, by: "system" },
  { from: ["recycled"], to: ["lead"], causes: ["nurtured"], by: "system" },
  ...SALES_STAGES.map((to, place): Transition => {
    const from = [...BEFORE_SALES, ...SALES_STAGES.slice(0, place)];
    return { from, to: [to], causes: BY_SALES, by: "work_leads" };
  }),
  { from: OPEN_STAGES, to: ["recycled", "disqualified", "lost"], causes: BY_SALES, by: "work_leads" },
  // A verdict that turns out wrong when its undo is past.
  { from: ["disqualified", "lost"], to: ["lead"], causes: ["person"], by: "manage_team" },
  { from: NOT_CUSTOMER, to: ["customer"], causes: ["outcome"], by: "system" },
  { from: NOT_CUSTOMER.filter((stage) => stage !== "lost"), to: ["lost"], causes: ["outcome"], by: "system" },
  { from: NOT_CUSTOMER, to: STAGES, causes: ["merge"], by: "system" },
];

type Move = { readonly from: Stage; readonly to: Stage; readonly cause: ChangeCause };

/** Who may bring a change of stage about; null when there is no such change. */
export function whoMayMove({ from, to, cause }: Move): Transition["by"] | null {
  const found = TRANSITIONS.find(
    (transition) => transition.from.includes(from) && transition.to.includes(to) && transition.causes.includes(cause),
  );
  return found?.by ?? null;
}

/** Whether a lead in a stage was given up, and may be opened again. */
export function mayReopen(stage: Stage): boolean {
  return whoMayMove({ from: stage, to: "lead", cause: "person" }) !== null;
}

/** The verdicts that a lead in a stage can get; none when it is closed. */
export function verdictsFor(stage: Stage): readonly Verdict[] {
  return VERDICTS.filter(
    (verdict) => whoMayMove({ from: stage, to: STAGE_OF_VERDICT[verdict], cause: "disposition" }) !== null,
  );
}

/**
 * The stages of a move by sales, one after the other: who is qualified at the first call was also
 * accepted then. Each becomes a row, so that figures miss no step.
 */
export function stepsOf({ from, to }: Pick<Move, "from" | "to">): readonly Stage[] {
  const last = SALES_STAGES.indexOf(to);
  return last === -1 ? [to] : SALES_STAGES.slice(SALES_STAGES.indexOf(from) + 1, last + 1);
}
