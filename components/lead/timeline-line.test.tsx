import { describe, expect, it } from "vitest";
import { renderWords } from "#components/test/render-words.tsx";
import type { Locale } from "#lib/i18n/locales.ts";
import type { TimelineItem } from "#lib/leads/timeline.ts";
import { CHANGE_CAUSES } from "#lib/lifecycle/constants.ts";
import { OWNER_CHANGE_CAUSES } from "#lib/lifecycle/owner-change.ts";
import { TimelineLine } from "./timeline-line.tsx";
import { useLeadWords } from "./use-lead-words.ts";

type CellChange = Extract<TimelineItem, { kind: "cell" }>;

const moved: CellChange = {
  kind: "cell",
  id: "7-1",
  at: Date.parse("2026-03-10T08:15:00Z"),
  before: { cell: "C3", combined: 3420 },
  after: { cell: "B2", combined: 5210 },
  cause: "event",
  actor: null,
  newVersion: null,
};

function Line({ item }: { item: TimelineItem }) {
  const words = useLeadWords(20_522, { fields: [], eventTypes: [], stages: [] });
  return <TimelineLine item={item} gave={undefined} leadId={1} words={words} withdraw={null} />;
}

const say = (item: TimelineItem, locale: Locale) => renderWords(<Line item={item} />, locale);

describe("a change of cell on the timeline", () => {
  it("says both cells, both scores and what made it", () => {
    expect(say(moved, "en")).toBe("09:15 C3 to B2 score 34.20 to 52.10, by new behaviour");
    expect(say(moved, "nl")).toBe("09:15 Van C3 naar B2 score van 34,20 naar 52,10, door nieuw gedrag");
  });

  it("names the version of a publish and the person of a correction", () => {
    expect(say({ ...moved, cause: "publish", newVersion: 4 }, "en")).toContain("by model version 4");
    expect(say({ ...moved, cause: "publish", newVersion: 4 }, "nl")).toContain("door modelversie 4");
    expect(say({ ...moved, cause: "person", actor: "Noor" }, "nl")).toContain("met de hand bijgesteld, Noor");
  });

  it("of a lead that gets or loses its score says where it begins or ended", () => {
    expect(say({ ...moved, before: null }, "en")).toBe("09:15 Enters B2 by new behaviour");
    expect(say({ ...moved, before: null }, "nl")).toBe("09:15 Komt in B2 door nieuw gedrag");
    expect(say({ ...moved, after: null, cause: "disposition" }, "en")).toBe(
      "09:15 Leaves C3, without a score by the outcome",
    );
    expect(say({ ...moved, after: null, cause: "disposition" }, "nl")).toBe(
      "09:15 Verlaat C3, zonder score door de uitkomst",
    );
  });

  it("has words for every cause, in both languages", () => {
    for (const cause of CHANGE_CAUSES)
      for (const locale of ["en", "nl"] as const) expect(say({ ...moved, cause }, locale).length).toBeGreaterThan(40);
  });
});

describe("a change of owner on the timeline", () => {
  const handed: Extract<TimelineItem, { kind: "owner" }> = {
    kind: "owner",
    id: "4",
    at: Date.parse("2026-03-10T08:15:00Z"),
    from: "Eva",
    to: "Bram",
    cause: "given",
    way: null,
    rule: null,
    note: "Spreekt alleen Frans",
    actor: "Eva",
    isUndone: false,
  };

  it("says whose the lead became, whose it was, who did it and with which words", () => {
    expect(say(handed, "nl")).toBe("09:15 Naar Bram van Eva, doorgegeven, Eva Spreekt alleen Frans");
    expect(say({ ...handed, actor: "Noor", cause: "reassigned", note: "" }, "en")).toBe(
      "09:15 To Bram from Eva, assigned, Noor",
    );
  });

  it("says how it was shared out", () => {
    const routed = { ...handed, from: null, note: "", actor: null, cause: "routed" } as const;
    expect(say({ ...routed, way: "turn" }, "nl")).toBe("09:15 Naar Bram aan de beurt");
    expect(say({ ...routed, way: "rule", rule: "België" }, "nl")).toBe("09:15 Naar Bram volgens de regel ‘België’");
    expect(say({ ...routed, way: "fallback" }, "en")).toBe("09:15 To Bram because nobody else was there");
  });

  it("has words for every cause, in both languages", () => {
    for (const cause of OWNER_CHANGE_CAUSES)
      for (const locale of ["en", "nl"] as const) expect(say({ ...handed, cause }, locale)).not.toContain("cause.");
  });
});

describe("a change of stage on the timeline", () => {
  const begins: Extract<TimelineItem, { kind: "stage" }> = {
    kind: "stage",
    id: "3",
    at: Date.parse("2026-03-10T08:15:00Z"),
    from: null,
    to: "lead",
    cause: "event",
    cell: null,
    actor: null,
    isUndone: false,
  };

  it("says by the score where the score made it, which put nobody at the beginning", () => {
    expect(say(begins, "en")).toBe("09:15 Begins as Lead");
    expect(say({ ...begins, cause: "import" }, "en")).toBe("09:15 Begins as Lead by import");
    expect(say({ ...begins, from: "lead", to: "marketing_qualified" }, "en")).toBe("09:15 Lead to MQL by score");
  });
});
