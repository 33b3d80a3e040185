import { describe, expect, it } from "vitest";
import { renderWords } from "#components/test/render-words.tsx";
import { proportion } from "#lib/evaluation/proportion.ts";
import { daysOver, pastScores } from "#lib/performance/truth/test/past-scores.ts";
import { truthOf } from "#lib/performance/truth/truth.ts";
import { ActionList } from "./action-list.tsx";
import { GivenBackTable } from "./given-back-table.tsx";
import { ModelReview } from "./model-review.tsx";
import { SuccessList } from "./success-list.tsx";
import { SurpriseList } from "./surprise-list.tsx";

const AT = Date.parse("2026-03-09T10:00:00Z");
const GIVEN_BACK = {
  leadId: 7,
  name: null,
  company: "Smits",
  at: AT,
  stage: "recycled" as const,
  reason: "no_budget" as const,
  note: "Volgend jaar",
  by: null,
  score: { combined: 7_840, cell: "A1" },
};
const ACTION = {
  actionId: 1,
  body: "Ask for the budget",
  lead: { leadId: 7, name: null },
  decidedAt: AT,
  decidedBy: "Bram",
  owner: null,
  dueOn: 20_000,
  doneAt: null,
};

const WEBINAR = {
  key: "webinar",
  label: "Webinar",
  points: 5,
  matched: proportion({ made: 30, of: 1_000 }),
  others: proportion({ made: 270, of: 9_000 }),
  lift: { ratio: 1, low: 0.8, high: 1.2 },
  rejections: {},
};

describe("the meeting in words", () => {
  it("says what came back, why, and how it stood then", () => {
    const reasons = [
      { reason: "no_budget" as const, leads: 2 },
      { reason: null, leads: 1 },
    ];
    const table = <GivenBackTable rows={[GIVEN_BACK]} reasons={reasons} decideAbout={String} />;
    const words = renderWords(table, "nl");
    expect(words).toContain("3 leads: Geen budget 2 en geen reden gegeven 1.");
    expect(words).toContain("De nieuwste 1 staan hier.");
    expect(words).toContain("Volgend jaar");
    expect(words).toMatch(/78 ,40/);
    expect(renderWords(<GivenBackTable rows={[]} reasons={[]} decideAbout={String} />, "en")).toBe(
      "Nothing was given back or lost in this period.",
    );
  });

  it("says what is late, and when nothing is open", () => {
    const settle = async () => ({ ok: true as const, value: null });
    const list = (today: number) => renderWords(<ActionList actions={[ACTION]} today={today} settle={settle} />, "en");
    expect(list(20_000)).toContain("due 4 October ,");
    expect(list(20_001)).toContain("late since 4 October");
    expect(renderWords(<ActionList actions={[]} today={0} settle={settle} />, "nl")).toContain("Er staat niets open");
  });

  it("tells success stories and surprises, or that there are none", () => {
    const story = {
      leadId: 7,
      name: "Anna",
      company: null,
      handedOverAt: 0,
      wonAt: 1,
      score: GIVEN_BACK.score,
      weeks: 3,
    };
    expect(renderWords(<SuccessList stories={[story]} />, "en")).toContain(
      "78.40 points in A1, signed within 3 weeks of the hand-over.",
    );
    expect(renderWords(<SuccessList stories={[]} />, "nl")).toContain("tekende geen lead");
    expect(renderWords(<SurpriseList low={[]} high={[]} />, "nl")).toContain("80 punten of meer, nooit SQL");
  });

  it.each(["en", "nl"] as const)(
    "answers the questions of the quarter by the figures, also of nothing (%s)",
    (locale) => {
      const rows = [...pastScores(30, { isWon: true, points: 70 }), ...pastScores(300, { first: 100 })];
      for (const some of [rows, []]) {
        const report = {
          kind: "dated" as const,
          looked: 1,
          total: 1,
          currency: "EUR",
          truth: truthOf(some, { days: daysOver(100), windowDays: 90 }),
          models: [],
          answers: { handedOver: 50, accepted: 30, rejected: 10, reasons: [] },
          clocks: [],
          changes: [],
        };
        const review = (
          <ModelReview
            quarter={{ year: "2026", number: 1 }}
            state="late"
            hasModel
            report={report}
            limit={0.7}
            held={[{ name: { year: "2025", number: 4 }, heldAt: new Date(AT), heldBy: null, conclusion: "Fine" }]}
            form={null}
          />
        );
        expect(renderWords(review, locale)).toContain("25%");
        expect(renderWords(review, locale)).not.toMatch(/meeting\.|performance\.|NaN/);
      }
    },
  );

  it("names a criterion that tells nothing in the quotation marks of the language", () => {
    const truth = truthOf([], { days: daysOver(100), windowDays: 90 });
    const answers = { handedOver: 0, accepted: 0, rejected: 0, reasons: [] };
    const models = [{ modelId: 1, versionId: 1, isEnough: true, criteria: [WEBINAR], rejections: {} }];
    const extent = { kind: "dated" as const, looked: 1, total: 1, currency: "EUR" };
    const report = { ...extent, truth, models, answers, clocks: [], changes: [] };
    const quarter = { year: "2026", number: 1 };
    const review = (
      <ModelReview quarter={quarter} state="due" hasModel report={report} limit={0.7} held={[]} form={null} />
    );
    expect(renderWords(review, "nl")).toContain("‘Webinar’: deze leads");
    expect(renderWords(review, "en")).toContain("“Webinar”: their leads");
  });

  it("has no model to review before one is published, and none is late", () => {
    const review = { quarter: { year: "2026", number: 1 }, state: "late", report: null, limit: 0.7, held: [] } as const;
    const words = renderWords(<ModelReview {...review} hasModel={false} form="the form" />, "en");
    expect(words).toBe("No model is published yet, so there is nothing to review.");
  });
});
