import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { renderWords } from "#components/test/render-words.tsx";
import { ACTS, type Act } from "#lib/briefing/acts.ts";
import type { Statement, ToldEvent } from "#lib/briefing/statement.ts";
import { LOCALES, type Locale } from "#lib/i18n/locales.ts";
import { parseEpochDay } from "#lib/time/local-day.ts";
import { useStatementWords } from "./use-statement-words.ts";

/** A Thursday; the words are said in Amsterdam, an hour ahead of UTC. */
const TODAY = parseEpochDay("2026-03-12") ?? 0;

function Said({ statement }: { statement: Statement }) {
  return <p>{useStatementWords(TODAY).say(statement)}</p>;
}
type Bare<Of> = Of extends unknown ? Omit<Of, "count"> : never;
const say = (statement: Bare<Statement>, locale: Locale) =>
  renderWords(<Said statement={{ ...statement, count: statement.events.length }} />, locale).replaceAll("&#x27;", "'");
const event = (at: string, title: string | null = null): ToldEvent => ({ id: at, at: Date.parse(at), title });
const act = (of: Act, events: readonly ToldEvent[], rush: { times: number; hours: number } | null = null) =>
  ({ kind: "act", act: of, rush, criteria: [of], events }) as const;

describe("what a lead did, in words", () => {
  it.each([
    [
      act("demo_requested", [event("2026-03-12T09:48:00Z")]),
      "Vroeg vanochtend om 10:48 een demo aan.",
      "Asked for a demo this morning at 10:48.",
    ],
    [
      act(
        "pricing_viewed",
        ["2026-03-11T20:14:00Z", "2026-03-11T08:00:00Z", "2026-03-10T08:00:00Z"].map((at) => event(at)),
        { times: 3, hours: 48 },
      ),
      "Bekeek de prijspagina drie keer in 48 uur, laatst gisteren om 21:14.",
      "Looked at the pricing page three times in 48 hours, most recently yesterday at 21:14.",
    ],
    [
      act(
        "pricing_viewed",
        ["2026-03-11T20:14:00Z", "2026-03-11T08:00:00Z", "2026-03-10T08:00:00Z", "2026-01-25T08:00:00Z"].map((at) =>
          event(at),
        ),
        { times: 3, hours: 168 },
      ),
      "Bekeek de prijspagina vier keer, waarvan drie keer in 7 dagen, laatst gisteren om 21:14.",
      "Looked at the pricing page four times, three of them in 7 days, most recently yesterday at 21:14.",
    ],
    [
      act("case_read", [event("2026-03-08T10:00:00Z", "Verbeeck Liften")]),
      "Las zondag de casus ‘Verbeeck Liften’.",
      "Read the case study ‘Verbeeck Liften’ on Sunday.",
    ],
    [
      act("case_read", [event("2026-03-08T10:00:00Z", "Verbeeck Liften"), event("2026-01-25T10:00:00Z", "Rheintal")]),
      "Las de casussen ‘Verbeeck Liften’ en ‘Rheintal’, laatst zondag.",
      "Read the case studies ‘Verbeeck Liften’ and ‘Rheintal’, most recently on Sunday.",
    ],
    [
      act("whitepaper_downloaded", [
        event("2025-12-01T10:00:00Z", "Van papier naar planbord"),
        event("2025-11-30T10:00:00Z", "Van papier naar planbord"),
      ]),
      "Downloadde de whitepaper ‘Van papier naar planbord’ twee keer, laatst op 1 december 2025.",
      "Downloaded the whitepaper ‘Van papier naar planbord’ twice, most recently on 1 December 2025.",
    ],
    [
      act(
        "blog_read",
        ["A", "B", "C"].map((title, days) => event(`2026-03-0${9 - days}T10:00:00Z`, title)),
      ),
      "Las drie keer een artikel op de blog, laatst maandag ‘A’.",
      "Read blog articles three times, most recently ‘A’ on Monday.",
    ],
    [
      act("unsubscribed", [event("2026-03-10T23:00:00Z")]),
      "Schreef zich gisteren uit voor e-mail.",
      "Unsubscribed from e-mail yesterday.",
    ],
    [
      {
        kind: "labelled",
        label: { nl: "Proefrit gemaakt", en: "Test drive" },
        times: 2,
        criteria: ["drive"],
        events: [event("2026-03-11T13:00:00Z"), event("2026-03-02T13:00:00Z")],
      },
      "Proefrit gemaakt: twee keer, laatst gisteren om 14:00.",
      "Test drive: twice, most recently yesterday at 14:00.",
    ],
    [
      {
        kind: "silent",
        label: "30 dagen geen bezoek",
        days: 45,
        isEverything: false,
        criteria: ["silence"],
        events: [event("2026-01-26T13:00:00Z")],
      },
      "30 dagen geen bezoek: al 45 dagen, de laatste keer was op 26 januari.",
      "30 dagen geen bezoek: 45 days by now, the last time was on 26 January.",
    ],
    [
      {
        kind: "adjusted",
        adjustmentId: "7",
        centipoints: 1000,
        reason: "Sprak ons op de beurs",
        criteria: [],
        events: [],
      },
      "Met de hand bijgesteld, +10,00: ‘Sprak ons op de beurs’.",
      "Adjusted by hand, +10.00: ‘Sprak ons op de beurs’.",
    ],
  ] as const satisfies readonly (readonly [Bare<Statement>, string, string])[])(
    "%#: %j",
    (statement, dutch, english) => {
      expect(say(statement, "nl")).toBe(dutch);
      expect(say(statement, "en")).toBe(english);
    },
  );

  it("is one whole sentence, whatever was done, how often, when and with what", () => {
    const told = fc.record({
      age: fc.integer({ min: 0, max: 400 }),
      minute: fc.integer({ min: 0, max: 1439 }),
      title: fc.option(fc.constantFrom("Verbeeck Liften", "Van papier naar planbord", "Wat kost het?")),
    });
    const rushes = fc.option(
      fc.record({ times: fc.integer({ min: 2, max: 6 }), hours: fc.integer({ min: 1, max: 400 }) }),
    );
    fc.assert(
      fc.property(
        fc.constantFrom(...ACTS),
        fc.array(told, { minLength: 1, maxLength: 15 }),
        rushes,
        (of, all, rush) => {
          const events = all
            .map(({ age, minute, title }, place) => {
              return { id: `${place}`, at: (TODAY - age) * 86_400_000 + minute * 60_000, title };
            })
            .sort((one, other) => other.at - one.at);
          for (const locale of LOCALES) {
            const sentence = say(act(of, events, events.length > 1 ? rush : null), locale);
            expect(sentence).toMatch(/^\p{Lu}[^{}]*[^\s.,]\.$/u);
            expect(sentence).not.toMatch(/ {2}| [.,]|undefined|null|‘’/);
            // A title in it is one of an event that it rests on.
            for (const [, title] of sentence.matchAll(/‘([^’]*)’/g))
              expect(events.map((each) => each.title)).toContain(title);
          }
        },
      ),
      { numRuns: 150 },
    );
  });
});
