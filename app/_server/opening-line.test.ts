import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type Opening, openingOf, type Talk } from "#lib/briefing/opening.ts";
import { type Clause, recallOf, TOPICS } from "#lib/briefing/recall.ts";
import type { Facts, FieldValue, ScoringEvent } from "#lib/scoring/facts.ts";
import { parseEpochDay } from "#lib/time/local-day.ts";
import { sayOpening } from "./opening-line.ts";

const DAY_MS = 86_400_000;
const TODAY = parseEpochDay("2026-03-20") ?? 0;
const event = (type: string, daysAgo: number, asset: string | null = null): ScoringEvent => {
  const day = TODAY - daysAgo;
  return { id: `${type} ${daysAgo}`, type, asset, at: day * DAY_MS + 36_000_000, day, properties: null };
};
function opening(
  events: readonly ScoringEvent[],
  fields: Record<string, FieldValue> = { language: "nl" },
  talk: Talk | null = null,
): Opening | null {
  const born = { createdAt: 0, createdDay: 0, stage: "lead", stageEnteredAt: 0, stageEnteredDay: 0 };
  const facts: Facts = { ...born, fields, changes: [], events, adjustments: [] };
  return openingOf(recallOf(facts, TODAY), { day: TODAY, talk });
}
function said(...of: Parameters<typeof opening>): string | null {
  const found = opening(...of);
  return found && sayOpening(found, "en");
}
const KUIPERS = { language: "nl", "account.name": "Kuipers Koeltechniek" };

describe("the opening line", () => {
  it("brings up the last two things one would mention, in their order, and asks about the weightier", () => {
    const events = [
      event("case_study_viewed", 4, "Verbeeck Liften"),
      event("pricing_page_viewed", 1),
      event("blog_viewed", 0),
    ];
    expect(said(events, KUIPERS)).toBe(
      "U las onze casus ‘Verbeeck Liften’ en bekeek daarna onze prijzen. Zal ik voorrekenen wat het voor Kuipers Koeltechniek kost?",
    );
    expect(said(events, { ...KUIPERS, language: "en" })).toBe(
      "You read our case study ‘Verbeeck Liften’ and then looked at our prices. Shall I work out what it would cost for Kuipers Koeltechniek?",
    );
  });

  it("begins with what the lead asked for, and does not say what came first where nobody knows", () => {
    expect(said([event("demo_requested", 3), event("pricing_page_viewed", 3)])).toBe(
      "U vroeg een demo aan en bekeek ook onze prijzen. Zullen we meteen een moment voor die demo kiezen?",
    );
    const asked = opening([
      event("demo_requested", 20),
      event("case_study_viewed", 0, "A case"),
      event("blog_viewed", 1),
    ]);
    expect(asked?.kind === "events" && asked.topic).toMatchObject({
      act: "demo_requested",
      eventId: "demo_requested 20",
    });
  });

  it("says how long ago it was when it was not lately", () => {
    expect(said([event("webinar_attended", 60, "Plannen met Exact")])).toMatch(
      /^U volgde in januari ons webinar ‘Plannen met Exact’\./,
    );
    expect(said([event("whitepaper_downloaded", 16)])).toMatch(
      /^U downloadde eerder deze maand een whitepaper van ons\./,
    );
    expect(said([event("whitepaper_downloaded", 16)], {})).toMatch(
      /^You downloaded one of our whitepapers earlier this month\./,
    );
  });

  it("is nothing when the lead did nothing to bring up, or too long ago", () => {
    expect(opening([])).toBeNull();
    expect(opening([event("email_opened", 0, "March"), event("page_viewed", 0), event("fair_talk", 0)])).toBeNull();
    expect(opening([event("case_study_viewed", 91, "A case")])).toBeNull();
  });

  it("brings up nothing that was there when one last spoke, and then that one spoke", () => {
    const events = [event("demo_requested", 9), event("case_study_viewed", 2, "Verbeeck Liften")];
    const talk = (daysAgo: number): Talk => ({
      touchId: 4,
      day: TODAY - daysAgo,
      at: (TODAY - daysAgo) * DAY_MS + 50_000_000,
    });
    expect(said(events, KUIPERS, talk(5))).toBe(
      "U las onze casus ‘Verbeeck Liften’. Wat daarvan herkent u bij Kuipers Koeltechniek?",
    );
    expect(said(events, KUIPERS, talk(1))).toBe(
      "We spraken elkaar gisteren. Hoe staat het er nu voor bij Kuipers Koeltechniek?",
    );
    expect(said([], { language: "en" }, talk(0))).toBe("We spoke earlier today. How do things stand now?");
    expect(said([], { language: "en" }, talk(3))).toBe("We spoke on Tuesday. How do things stand now?");
    expect(said([], KUIPERS, talk(11))).toMatch(/^We spraken elkaar op 9 maart\./);
    expect(opening([], {}, talk(2))).toMatchObject({ kind: "talk", touchId: 4, daysAgo: 2 });
    expect(opening([], {}, talk(91))).toBeNull();
  });

  it("is in the lead's language: Dutch, English for all others, the reader's when nobody knows", () => {
    const languageOf = (fields: Record<string, FieldValue>) => opening([event("demo_requested", 0)], fields)?.language;
    for (const language of ["nl", "NL", "nl-BE", "Nederlands", "Dutch"]) expect(languageOf({ language })).toBe("nl");
    for (const language of ["en", "de", "fr-BE", "German"]) expect(languageOf({ language })).toBe("en");
    expect(languageOf({ country: "NL" })).toBe("nl");
    expect(languageOf({ country: "BE" })).toBeNull();
    expect(languageOf({ language: "de", country: "NL" })).toBe("en");
  });

  it("is two whole sentences for every way to begin, in both languages", () => {
    const clause = fc.record({
      act: fc.constantFrom(...TOPICS),
      title: fc.option(fc.constantFrom("Verbeeck Liften", "Wat kost het?")),
      eventId: fc.constant("1"),
      at: fc.constant(0),
      day: fc.integer({ min: TODAY - 90, max: TODAY }),
      age: fc.constantFrom<Clause["age"]>("fresh", "this_month", "month"),
    });
    const any = fc.record({
      kind: fc.constant("events" as const),
      language: fc.constantFrom("nl", "en", null),
      clauses: fc.array(clause, { minLength: 1, maxLength: 2 }),
      isSequence: fc.boolean(),
      topic: clause,
      company: fc.option(fc.constant("Kuipers B.V.")),
    });
    fc.assert(
      fc.property(any, fc.constantFrom("nl", "en"), (of, reader) => {
        const line = sayOpening(of, reader);
        expect(line).toMatch(/^(U|You) [^{}]+\. \p{Lu}[^{}]+\?$/u);
        expect(line).not.toMatch(/ {2}| [.,?]|undefined|null|‘’/);
      }),
    );
  });
});
