import type { Facts, FieldValue, ScoringEvent } from "#lib/scoring/facts.ts";
import { type Act, actOf } from "./acts.ts";
import { newestFirst, toldEvent } from "./told-acts.ts";

/** Further back nobody remembers what they read. */
const RECALLED_DAYS = 90;
/** Who asked for something this lately still waits for it. */
const ASKED_DAYS = 30;
/** What lies further back is said with its month. */
const FRESH_DAYS = 13;
/** Two things this close to each other are told together. */
const TOGETHER_DAYS = 30;

/** What one may bring up in a call, what weighs most in it first; opened mails and single pages are not. */
export const TOPICS = [
  "demo_requested",
  "quote_requested",
  "contact_requested",
  "trial_started",
  "calculator_used",
  "pricing_viewed",
  "case_read",
  "whitepaper_downloaded",
  "webinar_attended",
  "fair_visited",
  "datasheet_downloaded",
  "brochure_downloaded",
  "template_downloaded",
  "webinar_registered",
  "blog_read",
  "product_viewed",
] as const satisfies readonly Act[];
export type TopicAct = (typeof TOPICS)[number];
/** What is about a thing with a name of its own, by which one calls it; a demo that is named "Demo" is none. */
const NAMED: ReadonlySet<Act> = new Set<TopicAct>([
  "case_read",
  "whitepaper_downloaded",
  "webinar_attended",
  "datasheet_downloaded",
  "brochure_downloaded",
  "template_downloaded",
  "webinar_registered",
  "blog_read",
  "product_viewed",
]);
const ASKED: ReadonlySet<Act> = new Set(["demo_requested", "quote_requested", "contact_requested", "trial_started"]);

/** What a call may be about, and the event that says so. */
export type Topic = { readonly act: TopicAct; readonly title: string | null; readonly eventId: string };

export type Clause = Topic & {
  /** Epoch milliseconds, and the local day of it. */
  readonly at: number;
  readonly day: number;
  /** How long ago it is said to be: not at all, earlier in the month of the list, or in a month. */
  readonly age: "fresh" | "this_month" | "month";
};

/** The first words of a call, in the lead's language, worded by the catalogue under `opening`. */
export type Opening = {
  /** null: the lead's language is unknown, so the reader's. */
  readonly language: "nl" | "en" | null;
  /** Oldest first; one or two. */
  readonly clauses: readonly Clause[];
  /** Whether the second certainly came after the first. */
  readonly isSequence: boolean;
  /** What the question is about. */
  readonly topic: Topic;
  readonly company: string | null;
};

/** null when the lead has lately done nothing that one would bring up. */
export function openingOf({ events, fields }: Facts, day: number): Opening | null {
  const recalled = newestFirst(events).flatMap((event) => clauseOf(event, day) ?? []);
  const chosen = chooseTwo(recalled, day).sort((one, other) => one.at - other.at);
  const topic = chosen.toSorted((one, other) => rankOf(one.act) - rankOf(other.act))[0];
  if (!topic) return null;
  const [first, second] = chosen;
  return {
    language: languageOf(fields),
    clauses: chosen,
    isSequence: first !== undefined && second !== undefined && first.at < second.at,
    topic: { act: topic.act, title: topic.title, eventId: topic.eventId },
    company: textOf(fields["account.name"]),
  };
}

function clauseOf(event: ScoringEvent, day: number): Clause | null {
  const act = TOPICS.find((topic) => topic === actOf(event.type));
  const age = day - event.day;
  if (act === undefined || age < 0 || age > RECALLED_DAYS) return null;
  const { id, at, title } = toldEvent(event);
  const isThisMonth = monthOf(event.day) === monthOf(day);
  return {
    act,
    title: NAMED.has(act) ? title : null,
    eventId: id,
    at,
    day: event.day,
    age: age <= FRESH_DAYS ? "fresh" : isThisMonth ? "this_month" : "month",
  };
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

function monthOf(day: number): string {
  return new Date(day * 86_400_000).toISOString().slice(0, 7);
}

/** The language to speak: Dutch or English, which whoever speaks another is met with. */
function languageOf(fields: Facts["fields"]): Opening["language"] {
  const spoken = textOf(fields.language)?.toLowerCase();
  if (spoken) return /^(nl|nld|dut|dutch|nederlands|vlaams|flemish)\b/.test(spoken) ? "nl" : "en";
  return textOf(fields.country)?.toUpperCase() === "NL" ? "nl" : null;
}

function textOf(value: FieldValue | null | undefined): string | null {
  return typeof value === "string" && value.trim() !== "" ? value.trim() : null;
}
