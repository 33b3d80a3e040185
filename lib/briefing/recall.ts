import type { Facts, FieldValue, ScoringEvent } from "#lib/scoring/facts.ts";
import { type Act, actOf } from "./acts.ts";
import { newestFirst, toldEvent } from "./told-acts.ts";

/** Further back nobody remembers what they read. */
export const RECALLED_DAYS = 90;
/** What lies further back is said with its month. */
export const FRESH_DAYS = 13;

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

/** What a call may be about, and the event that says so. */
export type Topic = { readonly act: TopicAct; readonly title: string | null; readonly eventId: string };

export type Clause = Topic & {
  /** Epoch milliseconds, and the local day of it. */
  readonly at: number;
  readonly day: number;
  /** How long ago it is said to be: not at all, earlier in the month of the list, or in a month. */
  readonly age: "fresh" | "this_month" | "month";
};

/** What one could bring up with a lead, and how to speak to it. */
export type Recall = {
  /** The newest of each kind, newest first. */
  readonly clauses: readonly Clause[];
  /** null: unknown. */
  readonly language: "nl" | "en" | null;
  readonly company: string | null;
};

export function recallOf({ events, fields }: Facts, day: number): Recall {
  const all = newestFirst(events).flatMap((event) => clauseOf(event, day) ?? []);
  return {
    clauses: all.filter(({ act }, place) => all.findIndex((clause) => clause.act === act) === place),
    language: languageOf(fields),
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

function monthOf(day: number): string {
  return new Date(day * 86_400_000).toISOString().slice(0, 7);
}

const DUTCH: ReadonlySet<string> = new Set(["nl", "nld", "dut", "dutch", "nederlands", "vlaams", "flemish"]);

/** The language to speak: Dutch or English, which whoever speaks another is met with. */
function languageOf(fields: Facts["fields"]): Recall["language"] {
  const [spoken] =
    textOf(fields.language)
      ?.toLowerCase()
      .split(/[^a-z]/) ?? [];
  if (spoken) return DUTCH.has(spoken) ? "nl" : "en";
  return textOf(fields.country)?.toUpperCase() === "NL" ? "nl" : null;
}

function textOf(value: FieldValue | null | undefined): string | null {
  return typeof value === "string" && value.trim() !== "" ? value.trim() : null;
}
