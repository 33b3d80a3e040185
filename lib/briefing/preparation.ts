import type { FollowUp, Touch } from "#lib/call-list/touch.ts";
import type { Stage } from "#lib/lifecycle/constants.ts";
import { isOpen } from "#lib/lifecycle/stage-rules.ts";
import type { Qualification } from "#lib/qualification/qualification.ts";
import type { Play } from "#lib/scoring/definition.ts";
import type { Briefing } from "./briefing.ts";
import { type NextAct, nextActOf } from "./next-act.ts";
import { type Opening, openingOf } from "./opening.ts";
import { talkOf } from "./talk.ts";

const MOST_TOUCHES = 2;

/** All that one wants to know before a call, beside the score. Plain data that survives JSON. */
export type Preparation = {
  /** null without a score: who objected to it is not described by behaviour either. */
  readonly briefing: Pick<Briefing, "statements" | "traits"> | null;
  readonly opening: Opening | null;
  /** Newest first. */
  readonly lastTouches: readonly Touch[];
  /** null once worked today, for who is not worked any more, and where neither a score nor anybody said when. */
  readonly nextAct: NextAct | null;
  readonly qualification: Qualification;
};

type Prepared = {
  /** Epoch day of the call. */
  readonly day: number;
  readonly timeZone: string;
  readonly briefing: Briefing | null;
  readonly action: Play["action"] | null;
  readonly touches: readonly Touch[];
  readonly qualification: Qualification;
  readonly stage: Stage;
  readonly isDone: boolean;
  readonly phone: string | null;
  /** null as well for who may not be written to. */
  readonly email: string | null;
  readonly mayCall: boolean;
  readonly followUp: FollowUp | null;
  readonly dueAt: number | null;
};

export function prepare({
  briefing,
  touches,
  qualification,
  stage,
  isDone,
  day,
  timeZone,
  ...standing
}: Prepared): Preparation {
  const { action, followUp, dueAt } = standing;
  const isDue = action !== null || followUp !== null || dueAt !== null;
  const opening = briefing && openingOf(briefing.recall, { day, talk: talkOf(touches, timeZone) });
  const topic = opening?.kind === "events" ? opening.topic : null;
  return {
    briefing: briefing && { statements: briefing.statements, traits: briefing.traits },
    opening,
    lastTouches: touches.slice(0, MOST_TOUCHES),
    nextAct: isOpen(stage) && !isDone && isDue ? nextActOf({ ...standing, touches, topic }) : null,
    qualification,
  };
}
