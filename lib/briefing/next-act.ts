import type { FollowUp, Touch } from "#lib/call-list/touch.ts";
import type { Play } from "#lib/scoring/definition.ts";
import type { Topic } from "./recall.ts";

/** Whom one does not get to hear by phone, one writes to. */
const CALLS_IN_VAIN = 3;

export type Deadline =
  /** A running clock; epoch milliseconds. */
  | { readonly kind: "clock"; readonly at: number }
  | { readonly kind: "now" | "today" }
  /** `minute` of the day; null: any time. */
  | { readonly kind: "follow_up"; readonly minute: number | null };

/** What to do next, worded by the catalogue under `briefing.next`. */
export type NextAct = {
  /** `none`: there is neither a number nor an address that may be used. */
  readonly channel: "call" | "email" | "none";
  /** null: the play asks for no call. */
  readonly deadline: Deadline | null;
  readonly topic: Topic | null;
  /** Calls in a row that nobody answered, where these are why to write. */
  readonly callsInVain: number;
};

type Standing = {
  readonly phone: string | null;
  /** null as well for who may not be written to. */
  readonly email: string | null;
  readonly mayCall: boolean;
  /** null without a score. */
  readonly action: Play["action"] | null;
  readonly topic: Topic | null;
  /** Newest first. */
  readonly touches: readonly Touch[];
  /** When it was put off to, once that day has come. */
  readonly followUp: FollowUp | null;
  /** The end of a running clock; null: none runs. */
  readonly dueAt: number | null;
};

/** The next act with a lead that is open and was not worked today. */
export function nextActOf(standing: Standing): NextAct {
  const { phone, email, mayCall, topic, touches } = standing;
  const inVain = touches
    .filter(({ disposition }) => disposition !== null)
    .findIndex(({ disposition }) => disposition !== "no_answer");
  const outcomes = touches.filter(({ disposition }) => disposition !== null).length;
  const callsInVain = inVain === -1 ? outcomes : inVain;
  const isWorn = callsInVain >= CALLS_IN_VAIN && email !== null;
  const canCall = mayCall && phone !== null;
  return {
    channel: canCall && !isWorn ? "call" : email !== null ? "email" : "none",
    deadline: deadlineOf(standing),
    topic,
    callsInVain: canCall && isWorn ? callsInVain : 0,
  };
}

/** The same at an instant (epoch milliseconds): a clock that has run out leaves no deadline but now. */
export function nextActAt(act: NextAct, at: number): NextAct {
  const { deadline } = act;
  return deadline?.kind === "clock" && at > deadline.at ? { ...act, deadline: { kind: "now" } } : act;
}

function deadlineOf({ dueAt, followUp, action }: Standing): Deadline | null {
  if (dueAt !== null) return { kind: "clock", at: dueAt };
  if (followUp !== null) return { kind: "follow_up", minute: followUp.minute };
  switch (action) {
    case "call_now":
      return { kind: "now" };
    case "call_today":
      return { kind: "today" };
    case "enrich":
    case "nurture":
    case "leave":
    case null:
      return null;
  }
}
