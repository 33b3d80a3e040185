import { describe, expect, it } from "vitest";
import { renderWords } from "#components/test/render-words.tsx";
import type { NextAct } from "#lib/briefing/next-act.ts";
import { TOPICS } from "#lib/briefing/recall.ts";
import { LOCALES } from "#lib/i18n/locales.ts";
import { parseEpochDay } from "#lib/time/local-day.ts";
import { useNextWords } from "./use-next-words.ts";

const TODAY = parseEpochDay("2026-03-12") ?? 0;
const PRICES = { act: "pricing_viewed", title: null, eventId: "1" } as const;

function Said({ act }: { act: NextAct }) {
  return <p>{useNextWords(TODAY).sayNext(act)}</p>;
}
const say = (act: Partial<NextAct>, locale: "nl" | "en") => {
  const usual: NextAct = { channel: "call", deadline: { kind: "now" }, topic: PRICES, callsInVain: 0 };
  return renderWords(<Said act={{ ...usual, ...act }} />, locale);
};

describe("the next step, in words", () => {
  it.each([
    [{}, "Bel nu meteen over de prijzen.", "Call right now about the prices."],
    [
      { deadline: { kind: "clock", at: Date.parse("2026-03-12T10:42:00Z") } },
      "Bel vóór 11:42 over de prijzen.",
      "Call before 11:42 about the prices.",
    ],
    [
      { deadline: { kind: "clock", at: Date.parse("2026-03-13T08:15:00Z") }, topic: null },
      "Bel vóór vrijdag 13 maart 09:15.",
      "Call before Friday 13 March 09:15.",
    ],
    [
      { deadline: { kind: "follow_up", minute: null } },
      "Bel vandaag terug over de prijzen.",
      "Call back today about the prices.",
    ],
    [
      { deadline: { kind: "follow_up", minute: 570 } },
      "Bel om 09:30 terug over de prijzen.",
      "Call back at 09:30 about the prices.",
    ],
    [
      {
        channel: "email",
        deadline: { kind: "today" },
        callsInVain: 3,
        topic: { act: "case_read", title: "Verbeeck Liften", eventId: "1" },
      },
      "Mail vandaag over de casus ‘Verbeeck Liften’: drie keer bellen bleef zonder gehoor.",
      "E-mail today about the case study ‘Verbeeck Liften’: three times a call went unanswered.",
    ],
    [
      { channel: "none" },
      "Zoek eerst een nummer of adres: zo is deze lead niet te bereiken.",
      "Find a number or an address first: as it is, this lead cannot be reached.",
    ],
    [
      { deadline: null },
      "Geen haast: het model vraagt voor dit vak geen gesprek.",
      "No hurry: the model asks for no call in this cell.",
    ],
  ] as const)("%#", (act, dutch, english) => {
    expect(say(act, "nl")).toBe(dutch);
    expect(say(act, "en")).toBe(english);
  });

  it("has a word for everything that a call may be about", () => {
    for (const locale of LOCALES)
      for (const act of TOPICS) expect(say({ topic: { ...PRICES, act } }, locale)).toMatch(/^(Bel|Call) [^{}.]+\.$/);
  });
});
