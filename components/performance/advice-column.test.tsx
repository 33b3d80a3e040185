import { createLoader } from "nuqs/server";
import { describe, expect, it } from "vitest";
import { renderMarkup, renderWords } from "#components/test/render-words.tsx";
import { proportion } from "#lib/evaluation/proportion.ts";
import type { Locale } from "#lib/i18n/locales.ts";
import type { Advice, AdviceKind } from "#lib/performance/advice/advice.ts";
import { daysOver, pastScores } from "#lib/performance/truth/test/past-scores.ts";
import { truthOf } from "#lib/performance/truth/truth.ts";
import { AdviceColumn } from "./advice-column.tsx";
import { EarlierChanges } from "./earlier-changes.tsx";
import { performanceParams } from "./performance-params.ts";
import { TruthSection } from "./truth-section.tsx";

const share = (made: number, of: number) => proportion({ made, of });
const params = createLoader(performanceParams)({});
const criterion = { modelId: 3, key: "webinar", label: { nl: "Webinar gevolgd", en: "Webinar attended" } };
const halves = { before: share(60, 300), after: share(150, 300) };

const ADVICE: readonly Advice[] = [
  {
    kind: "order_low",
    weight: 9,
    verdict: "chance",
    order: { auc: 0.5, low: 0.46, high: 0.55 },
    limit: 0.7,
    leads: 900,
  },
  {
    kind: "order_low",
    weight: 9,
    verdict: "below",
    order: { auc: 0.6, low: 0.55, high: 0.65 },
    limit: 0.7,
    leads: 900,
  },
  { kind: "rejected_often", weight: 8, rejected: share(50, 100) },
  { kind: "too_broad", weight: 7, above: share(40, 1_000), base: share(500, 10_000) },
  { kind: "threshold_high", weight: 6, below: share(70, 100) },
  { kind: "high_never_sql", weight: 5, high: share(0, 12), all: share(150, 1_000) },
  {
    kind: "noise",
    weight: 4,
    criterion,
    points: 5,
    matched: share(41, 1_906),
    others: share(306, 9_243),
    lift: { ratio: 0.69, low: 0.44, high: 1.08 },
  },
  { kind: "reason_explained", weight: 3, criterion, reason: "no_budget", share: share(30, 40), usually: 0.3 },
  { kind: "reason_grew", weight: 3, reason: "no_budget", before: share(10, 50), after: share(30, 60) },
  { kind: "inflation", weight: 2, above: halves, wonAbove: halves },
  { kind: "late_part", weight: 2, weekday: 1, isMorning: true, late: share(11, 19), others: share(9, 93) },
  { kind: "slow_rep", weight: 1, repId: 7, median: 1_440, others: 60, longer: share(40, 50) },
  { kind: "waiting_costs", weight: 1, quick: share(60, 100), slow: share(20, 100) },
  { kind: "weak_source", weight: 1, source: "Ads", rate: share(10, 500), base: share(100, 1_000) },
];
const SILENT: readonly AdviceKind[] = ["noise", "inflation"];

function say(advice: readonly Advice[], locale: Locale, silent: readonly AdviceKind[] = []): string {
  const list = { advice, silent };
  const column = (
    <AdviceColumn list={list} names={new Map([[7, "Ruben"]])} modelId={3} mayPlan isMeasured isFiltered={false} />
  );
  return renderWords(column, locale);
}

describe("advice in words", () => {
  it.each(["en", "nl"] as const)("has a sentence, a number and a place for every rule (%s)", (locale) => {
    for (const advice of ADVICE) {
      const said = say([advice], locale);
      expect(said).not.toMatch(/performance\.|NaN|undefined|\{/);
      expect(said.length).toBeGreaterThan(80);
    }
  });

  it("names the criterion, with a link that opens it", () => {
    const [noise] = ADVICE.filter(({ kind }) => kind === "noise");
    const list = { advice: noise ? [noise] : [], silent: [] };
    const column = <AdviceColumn list={list} names={new Map()} modelId={3} mayPlan isMeasured isFiltered={false} />;
    expect(renderWords(column, "nl")).toContain("Haal de punten van ‘Webinar gevolgd’ af");
    expect(renderWords(column, "nl")).toContain("lift tussen 0,4 en 1,1");
    expect(renderMarkup(column, "nl")).toContain("/model?model=3&amp;criterion=webinar#criterion.webinar");
  });

  it("names a part of the week, and says what cannot be said yet", () => {
    const part = ADVICE.filter(({ kind }) => kind === "late_part");
    expect(say(part, "en")).toContain("Staff Monday morning");
    expect(say(part, "nl")).toContain("Zet meer mensen op maandagochtend");
    expect(say([], "en", SILENT)).toContain(
      "Too few yet to say anything of criteria without lift and score inflation.",
    );
    expect(say([], "en")).toContain("Nothing stands out");
  });
});

describe("the truth of the score in words", () => {
  const report = (rows: ReturnType<typeof pastScores>) => ({
    kind: "dated" as const,
    looked: 10,
    total: 20,
    currency: "EUR",
    truth: truthOf(rows, { days: daysOver(20_000, 20_120), windowDays: 90 }),
    models: [],
    answers: { handedOver: 0, accepted: 0, rejected: 0, reasons: [] },
    clocks: [],
    changes: [
      {
        modelId: 3,
        versionId: 2,
        number: 2,
        span: { from: 0, middle: 84 * 86_400_000, until: 168 * 86_400_000 },
        before: { qualified: 60, handedOver: 50, accepted: 25, rejected: 5 },
        after: { qualified: 60, handedOver: 50, accepted: 45, rejected: 5 },
      },
    ],
  });
  const some = [
    ...pastScores(40, { day: 20_000, points: 70, isWon: true, isAbove: true, cell: "A1", wonMinor: 100 }),
    ...pastScores(400, { day: 20_000, points: 30, first: 100 }),
    ...pastScores(40, { day: 20_120, points: 70, isWon: true, isAbove: true, cell: "A1", wonMinor: 100, first: 900 }),
    ...pastScores(400, { day: 20_120, points: 30, first: 1_000 }),
  ];
  const shown = (rows: ReturnType<typeof pastScores> | null, locale: Locale, hasModel = true) => {
    const found = rows && { report: report(rows), madeAt: new Date("2026-03-12T02:00:00Z") };
    const section = <TruthSection found={found} limit={0.7} limitForm={null} params={params} hasModel={hasModel} />;
    return renderWords(section, locale);
  };

  it.each(["en", "nl"] as const)("of many, of one lead and of none has no number that is none (%s)", (locale) => {
    for (const rows of [some, pastScores(1, { day: 20_000 }), []])
      expect(shown(rows, locale)).not.toMatch(/performance\.|NaN|Infinity|undefined/);
  });

  it("says what was found", () => {
    expect(shown(some, "en")).toContain("The score orders buyers above the rest: 1.00");
    expect(shown(some, "nl")).toContain("Te weinig deals");
    expect(shown([], "en")).toContain("Too few customers yet to say whether the score orders");
    expect(shown(null, "nl")).toContain("De scores worden naast de afloop gelegd");
    expect(shown(null, "en", false)).toContain("no model is published");
  });

  it("tells what came after a version", () => {
    const words = renderWords(
      <EarlierChanges report={report(some)} madeAt={new Date("2026-03-12")} timeZone="UTC" />,
      "en",
    );
    expect(words).toContain("Version 2, 26 March 1970");
    expect(words).toContain("Accepted within 30 days 50% to 90%");
  });
});
