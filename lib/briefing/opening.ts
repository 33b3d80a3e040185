import type { Act } from "./acts.ts";
import { type Clause, FRESH_DAYS, RECALLED_DAYS, type Recall, TOPICS, type Topic, type TopicAct } from "./recall.ts";

/** Who asked for something this lately still waits for it. */
const ASKED_DAYS = 30;
/** Two things this close to each other are told together. */
const TOGETHER_DAYS = 30;
const ASKED: ReadonlySet<Act> = new Set(["demo_requested", "quote_requested", "contact_requested", "trial_started"]);

/** The newest conversation with the lead: epoch milliseconds, and the local day of it. */
export type Talk = { readonly touchId: number; readonly at: number; readonly day: number };

/** The first words of a call, worded by the catalogue under `opening`. */
export type Opening = Pick<Recall, "language" | "company"> &
  (
    | {
        readonly kind: "events";
        /** Oldest first; one or two. */
        readonly clauses: readonly Clause[];
        /** Whether the second certainly came after the first. */
        readonly isSequence: boolean;
        /** What the question is about. */
        readonly topic: Topic;
      }
    /** Nothing happened since one spoke. */
    | {
        readonly kind: "talk";
        readonly touchId: number;
        readonly at: number;
        readonly day: number;
        readonly daysAgo: number;
      }
  );

type When = {
  /** Epoch day of the call. */
  readonly day: number;
  /** null: nobody has spoken to the lead. */
  readonly talk: Talk | null;
};

/**
 * What was done since the last conversation, or else that one spoke: what came before it was spoken of then. null when
 * there is nothing lately that one would bring up.
 */
export function openingOf({ clauses, language, company }: Recall, { day, talk }: When): Opening | null {
  const since = clauses.filter(({ at }) => talk === null || at > talk.at);
  const chosen = chooseTwo(since, day).sort((one, other) => one.at - other.at);
  const topic = chosen.toSorted((one, other) => rankOf(one.act) - rankOf(other.act))[0];
  const [first, second] = chosen;
  if (topic)
    return {
      kind: "events",
      language,
      company,
      clauses: chosen,
      isSequence: first !== undefined && second !== undefined && first.at < second.at,
      topic: { act: topic.act, title: topic.title, eventId: topic.eventId },
    };
  if (talk === null || day - talk.day > RECALLED_DAYS) return null;
  return { kind: "talk", language, company, ...talk, daysAgo: day - talk.day };
}

/** What was asked for lately, or else the newest that tells something; with the newest other thing near it. */
function chooseTwo(newest: readonly Clause[], day: number): Clause[] {
  const asked = newest.find((clause) => ASKED.has(clause.act) && day - clause.day <= ASKED_DAYS);
  const [latest] = newest;
  const telling = newest.find((clause) => weaknessOf(clause) === 0 && (latest?.day ?? 0) - clause.day <= FRESH_DAYS);
  const first = asked ?? telling ?? latest;
  if (!first) return [];
  const others = newest.filter(({ act, day: on }) => act !== first.act && Math.abs(on - first.day) <= TOGETHER_DAYS);
  const second = others.toSorted((one, other) => weaknessOf(one) - weaknessOf(other))[0];
  return second ? [first, second] : [first];
}

/** 0 for what says something of the lead's question, 1 for what only shows an interest. */
function weaknessOf({ act }: Clause): number {
  return rankOf(act) <= rankOf("fair_visited") ? 0 : 1;
}

function rankOf(act: TopicAct): number {
  return TOPICS.indexOf(act);
}
