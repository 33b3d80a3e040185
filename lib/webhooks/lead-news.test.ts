import { describe, expect, test } from "vitest";
import { REJECTION_REASONS, STAGES } from "#lib/lifecycle/constants.ts";
import { newsOfScore, newsOfStage, newsOfUndo } from "./lead-news.ts";

const at = new Date("2026-03-10T08:00:00Z");
const NONE = { fit: null, engagement: null, combined: null, cell: null, versionId: null };
const B2 = { fit: 5_025, engagement: 4_000, combined: 4_410, cell: "B2", versionId: 7 };
const told = { fit: 50.25, engagement: 40, combined: 44.1, cell: "B2", versionId: 7 };
const move = { leadId: 3, fromStage: "marketing_qualified", at, cause: "disposition", actorId: 9, score: B2 } as const;
const verdict = (
  disposition: "rejected" | "recycled" | "disqualified" | "accepted",
  returnsOn: number | null = null,
) => ({
  disposition,
  reason: REJECTION_REASONS[0],
  returnsOn,
});

test("a lead in another cell is told with its scores before and after, in points", () => {
  expect(newsOfScore({ leadId: 3, before: NONE, after: B2 }, { at, cause: "event" })).toEqual({
    type: "lead.cell_changed",
    leadId: 3,
    at,
    data: { cause: "event", from: null, to: told },
  });
});

describe("a change of stage", () => {
  test("to qualified is told once, by the score or by sales", () => {
    for (const toStage of ["marketing_qualified", "sales_qualified"] as const)
      expect(
        newsOfStage({ ...move, fromStage: "lead", toStage, cause: "event", actorId: null, verdict: null }),
      ).toEqual([
        {
          type: "lead.qualified",
          leadId: 3,
          at,
          data: { stage: toStage, fromStage: "lead", cause: "event", score: told, userId: null },
        },
      ]);
  });

  test("of a rejection that returns is a rejection and then a recycling with its day", () => {
    // 20 days after 10 March 2026.
    const news = newsOfStage({ ...move, toStage: "recycled", verdict: verdict("rejected", 20_542) });
    expect(news.map(({ type }) => type)).toEqual(["lead.rejected", "lead.recycled"]);
    expect(news[1]?.data).toMatchObject({ returnsOn: "2026-03-30", reason: REJECTION_REASONS[0] });
  });

  test("of a lead that is given up is a rejection, and of one that nurture gets back a recycling", () => {
    const types = (toStage: "disqualified" | "recycled", by: "rejected" | "recycled" | "disqualified") =>
      newsOfStage({ ...move, toStage, verdict: verdict(by) }).map(({ type }) => type);
    expect(types("disqualified", "rejected")).toEqual(["lead.rejected"]);
    expect(types("disqualified", "disqualified")).toEqual(["lead.rejected"]);
    expect(types("recycled", "recycled")).toEqual(["lead.recycled"]);
  });

  test("to any other stage is told to nobody", () => {
    const silent = STAGES.filter((toStage) => newsOfStage({ ...move, toStage, verdict: null }).length === 0);
    expect(silent).toEqual(["lead", "opportunity", "customer", "disqualified", "lost"]);
  });
});

test("an outcome that is taken back names what of it was told, and where the lead stands again", () => {
  const undone = { leadId: 3, at, actorId: 9, stage: "marketing_qualified" } as const;
  expect(newsOfUndo({ ...undone, toStages: ["sales_accepted", "sales_qualified"], disposition: "qualified" })).toEqual([
    {
      type: "lead.undone",
      leadId: 3,
      at,
      data: { undoes: ["lead.accepted", "lead.qualified"], stage: "marketing_qualified", userId: 9 },
    },
  ]);
  expect(newsOfUndo({ ...undone, toStages: ["lost"], disposition: "lost" })).toEqual([]);
});
